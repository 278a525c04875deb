"""Texts of the network on a member's own node, as the network's node tells them: the same keys, numbers and digests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tejido.engine.document import Document, digest_of_digests
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Body

from .. import rules
from ..models import Revision, Text
from ..names import Act
from .revisions import keep_passages, write_revision
from .texts import keep_pictures, new_text


@dataclass(frozen=True, slots=True)
class SaidText:
    """A revision of a text as its node tells it. `at` is when it was saved there, `digest` what was signed."""

    key: str
    slug: str
    title: Mapping[str, str]
    language: str
    number: int
    digest: str
    at: datetime
    document: Document
    images: Sequence[Image] = field(default=())
    is_demonstration: bool = False


@transaction.atomic
def mirror_text(*, actor: Actor, node: str, body: Body, said: SaidText, at: datetime) -> Revision:
    """The revision under its number, and the text where it is new here. What is here already stays as it is. `actor` is
    the office that wrote it, `node` the fingerprint of the key that signed.

    Refused where its digest is not that of the passages, where another text has its address, and where another revision
    has its number.
    """
    digests = keep_passages(said.document)
    ask(rules.is_as_said(said.digest, digest_of_digests(digests)))
    text = Text.objects.select_for_update().filter(key=said.key).first() or _new(actor, node, body, said, at)
    ask(rules.is_of(text, body.key))
    known = Revision.objects.filter(text=text, number=said.number).select_related("text__body__member").first()
    ask(rules.is_same_revision(known, said.digest))
    keep_pictures(text, said.images)
    return known or _added(actor, node, text, said, digests, at)


def _new(actor: Actor, node: str, body: Body, said: SaidText, at: datetime) -> Text:
    text = new_text(
        body, said.slug, dict(said.title), said.language, at, key=said.key, is_demonstration=said.is_demonstration
    )
    record(
        actor=actor,
        act=Act.TEXT_CREATED,
        tree=body.tree,
        kind="text",
        object=text.key,
        at=at,
        facts={"node": node},
        details={"slug": text.slug},
    )
    return text


def _added(actor: Actor, node: str, text: Text, said: SaidText, digests: list[str], at: datetime) -> Revision:
    parent = Revision.objects.filter(text=text, number__lt=said.number).order_by("number").last()
    revision = Revision.objects.create(
        text=text,
        number=said.number,
        digest=said.digest,
        manifest=digests,
        languages=list(said.document.languages),
        parent=parent,
        at=said.at,
        office=actor.office,
    )
    write_revision(actor, Act.REVISION_SAVED, revision, at, node=node)
    return revision
