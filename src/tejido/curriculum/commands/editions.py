"""Sealing: the last step of an adoption, called inside its transaction."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Edition, EditionRelease, Revision
from ..names import Act


@transaction.atomic
def seal_edition(*, actor: Actor, revision: Revision, at: datetime) -> Edition:
    """Makes the adopted revision the next edition. Its record is written once the line of the adoption is in the
    ledger."""
    text = revision.text
    number = Edition.objects.filter(text=text).count() + 1
    edition = Edition.objects.create(text=text, number=number, revision=revision, sealed_at=at, record=b"")
    record(
        actor=actor,
        act=Act.EDITION_SEALED,
        tree=text.body.tree,
        kind="edition",
        object=edition.key,
        at=at,
        facts={"text": text.key, "number": number, "digest": revision.digest},
    )
    return edition


def keep_record(*, edition: Edition, record_file: bytes) -> None:
    """Keeps the adoption record beside the edition it proves."""
    Edition.objects.filter(key=edition.key).update(record=record_file)


@transaction.atomic
def release_edition(*, actor: Actor, edition: Edition, readers: str, with_record: bool, at: datetime) -> EditionRelease:
    """Opens one adopted edition of a mechanism to the network or to everybody, and nothing else of its space.

    An earlier release of the same edition ends with it. Refused for the network's editions, which are public.
    """
    row = _locked(edition)
    standing = _standing(row)
    ask(rules.may_release_edition(actor, row, standing, readers, with_record=with_record))
    if standing is not None:
        EditionRelease.objects.filter(key=standing.key).update(withdrawn_at=at)
    made = EditionRelease.objects.create(
        edition=row, readers=readers, with_record=with_record, digest=row.revision.digest, at=at, office=actor.office
    )
    facts = {"readers": str(readers), "with_record": with_record, "digest": made.digest, "number": row.number}
    _tell(actor, Act.EDITION_RELEASED, made, at, facts)
    return made


@transaction.atomic
def withdraw_edition(*, actor: Actor, edition: Edition, at: datetime) -> None:
    """From now on nobody outside opens this edition here. What was shown, when, and its digest are kept."""
    row = _locked(edition)
    standing = _standing(row)
    ask(rules.may_withdraw_edition(actor, row, standing))
    shown = cast("EditionRelease", standing)  # refused above where nothing is released
    EditionRelease.objects.filter(key=shown.key).update(withdrawn_at=at)
    _tell(actor, Act.EDITION_RELEASE_WITHDRAWN, shown, at, {"digest": shown.digest})


def _locked(edition: Edition) -> Edition:
    rows = Edition.objects.select_for_update(of=("self",)).select_related("text__body__member", "revision")
    return rows.defer("record", "revision__manifest").get(key=edition.key)


def _standing(edition: Edition) -> EditionRelease | None:
    return EditionRelease.objects.filter(edition=edition, withdrawn_at=None).first()


def _tell(actor: Actor, act: Act, release: EditionRelease, at: datetime, facts: dict[str, object]) -> None:
    """Others can see it, so it stands where others can know of it."""
    record(actor=actor, act=act, tree=NETWORK, kind="editionrelease", object=release.key, at=at, facts=facts)
