"""Sealing: the last step of an adoption, called inside its transaction."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record

from ..models import Edition, Revision
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
