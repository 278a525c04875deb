"""A version begins: from an edition of this node, from a member's own text, or from a signed file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tejido.curriculum.commands import copy_text, keep_passages
from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, images_of, latest_revision
from tejido.engine.document import Document, document_from_data
from tejido.engine.proof import AdoptionRecord, fingerprint, read_strict, record_from_data, verify_files
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.registry.commands import open_office
from tejido.registry.models import Body, Institution, Member
from tejido.registry.queries import capacity

from .. import rules
from ..models import BroughtEdition, Derivation, Uptake
from ..names import Act
from ..queries import Upstream, begun_with, newest_of
from .writing import lock

LONGEST_TAG = 20  # of a language, as its column is
LARGEST_NUMBER = 2**31 - 1  # of an edition, as its column is
_ID = re.compile("[0-9a-z]{12}")


@dataclass(frozen=True, slots=True)
class Space:
    """Where a version is written: in a body that is there, or, where there is none, in the own space of a member or of
    one of its institutions, which is opened with it."""

    body: Body | None = None
    member: Member | None = None
    institution: Institution | None = None


@transaction.atomic
def derive(
    *, actor: Actor, space: Space, source: Text, title: Mapping[str, str], language: str, at: datetime
) -> Derivation:
    """A version of a text, passage by passage the same, in a space of the actor's own.

    It begins from the latest edition; from the latest revision of a member's own text that has no edition. Refused to
    who does not serve the space, where a version is there already, and where nothing was adopted.
    """
    body = _body(actor, space, at)
    Body.objects.select_for_update().get(key=body.key)
    newest = newest_of(source)
    is_there = Derivation.objects.filter(source=source, text__body=body).exists()
    ask(rules.may_begin(capacity(actor, body), is_there=is_there, has_edition=newest is not None))
    adopted = cast("Upstream", newest)  # refused above where nothing was adopted
    document = document_of(adopted)
    text = copy_text(
        actor=actor, body=body, title=title, language=language, document=document,
        images=list(images_of(source, document).values()), reason="", at=at, is_demonstration=source.is_demonstration,
    )  # fmt: skip  # one act, read as one
    derivation = Derivation.objects.create(text=text, source=source, at=at, office=actor.office)
    begun = _begin(actor, derivation, adopted.number, adopted.is_edition, adopted.digest, adopted.manifest, at)
    facts = {"source": source.key, "edition": begun.edition, "digest": begun.digest}
    write_down(actor, Act.VERSION_DERIVED, derivation, at, facts, tree=body.tree)
    return derivation


def _body(actor: Actor, space: Space, at: datetime) -> Body:
    if space.body is not None:
        return space.body
    if space.member is None:
        raise ValueError("a version needs a space")
    return open_office(actor=actor, member=space.member, institution=space.institution, at=at)


def _begin(
    actor: Actor, derivation: Derivation, number: int, is_edition: bool, digest: str, manifest: list[str], at: datetime
) -> Uptake:
    return Uptake.objects.create(
        derivation=derivation, number=1, edition=number, is_edition=is_edition, theirs=digest, digest=digest,
        manifest=manifest, after=latest_revision(derivation.text), at=at, office=actor.office, seat=actor.seat,
    )  # fmt: skip  # one row of a table, read as one


## From a signed file


@dataclass(frozen=True, slots=True)
class SignedEdition:
    """An edition whose record proves it. `images` are its pictures, where they came with it."""

    record: AdoptionRecord
    document: Document
    file: bytes
    images: tuple[Image, ...] = ()

    @property
    def key(self) -> str:
        return fingerprint(self.record.body.network.public_key)

    @property
    def origin(self) -> dict[str, Any]:
        body = self.record.body
        return {
            "network": dict(body.network.names),
            "key": self.key,
            "text": body.text.slug,
            "titles": dict(body.text.titles),
        }


def read_signed(record: bytes, text: bytes) -> SignedEdition:
    """The two files of an edition, verified as `tejido verify` does it. Refused where anything is not proven, and where
    they hold what no database keeps: a signature says whose a file is, not that its writer meant well."""
    ask(rules.is_proven(is_ok=verify_files(record, text).ok))
    found = SignedEdition(record_from_data(read_strict(record)), document_from_data(read_strict(text)), record)
    ask(rules.is_kept(is_plain=_is_plain(found)))
    return found


def _is_plain(signed: SignedEdition) -> bool:
    adopted, document = signed.record.body.text, signed.document
    names = (*adopted.titles, *signed.record.body.network.names)
    pairs = [*names, *(pair for passage in document for pair in (*passage.texts, *passage.attributes))]
    return (
        all(_ID.fullmatch(passage.id) for passage in document)
        and all(len(tag) <= LONGEST_TAG for tag in (*document.languages, adopted.negotiated))
        and adopted.edition <= LARGEST_NUMBER
        and not any("\0" in part for pair in pairs for part in (*pair, adopted.slug))
    )


@transaction.atomic
def derive_from_file(
    *, actor: Actor, space: Space, signed: SignedEdition, title: Mapping[str, str], at: datetime, language: str = ""
) -> Derivation:
    """A version of another network's edition. Whose it is, and by which key, stays with it. `language` is the one that
    leads in it: where none is given, the edition's own. Refused where the space has a version of that text already."""
    body = _body(actor, space, at)
    Body.objects.select_for_update().get(key=body.key)
    begun = begun_with(body, signed.key, signed.record.body.text.slug)
    ask(rules.may_begin_from_file(capacity(actor, body), begun))
    adopted = signed.record.body.text
    text = copy_text(
        actor=actor, body=body, title=title, language=language or adopted.negotiated, document=signed.document,
        images=signed.images, reason="", at=at,
    )  # fmt: skip  # one act, read as one
    derivation = Derivation.objects.create(text=text, origin=signed.origin, at=at, office=actor.office)
    kept = _keep(actor, derivation, signed, at)
    _begin(actor, derivation, kept.number, True, kept.digest, kept.manifest, at)
    facts = {"key": signed.key, "edition": kept.number, "digest": kept.digest}
    write_down(actor, Act.VERSION_DERIVED, derivation, at, facts, tree=body.tree)
    return derivation


@transaction.atomic
def bring_edition(*, actor: Actor, derivation: Derivation, signed: SignedEdition, at: datetime) -> BroughtEdition:
    """A later edition of the text that the version comes from; it is offered, and nothing of it is taken yet.

    Refused for another text, another network's key, and an edition that is not newer.
    """
    locked = lock(actor, derivation)
    ask(rules.may_work(locked.capacity))
    last = BroughtEdition.objects.filter(derivation=locked.derivation).order_by("-number").first()
    adopted = signed.record.body.text
    ask(rules.continues(locked.derivation, signed.key, adopted.slug, adopted.edition, last.number if last else 0))
    kept = _keep(actor, locked.derivation, signed, at)
    facts = {"edition": kept.number, "digest": kept.digest, "key": signed.key}
    write_down(actor, Act.EDITION_BROUGHT, kept, at, facts, tree=locked.derivation.text.body.tree)
    return kept


def _keep(actor: Actor, derivation: Derivation, signed: SignedEdition, at: datetime) -> BroughtEdition:
    adopted = signed.record.body.text
    return BroughtEdition.objects.create(
        derivation=derivation, number=adopted.edition, digest=adopted.digest,
        manifest=keep_passages(signed.document), record=signed.file, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
