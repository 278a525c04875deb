"""Core passages: what the network decided that versions keep word for word, or derogate from by a declared act."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import CorePassage
from ..names import Act
from .writing import write_down


@transaction.atomic
def lock_core(*, actor: Actor, edition: Edition, passage: str, decided: str, at: datetime) -> CorePassage:
    """The secretariat writes down that the network made a passage of an edition core. `decided` says where."""
    row = _locked(edition)
    is_locked = CorePassage.objects.filter(edition=row, passage=passage, lifted_at=None).exists()
    is_there = passage in document_of(row.revision)
    ask(rules.may_lock(actor, row.text.body, is_there=is_there, is_locked=is_locked, decided=decided))
    made = CorePassage.objects.create(edition=row, passage=passage, decided=decided.strip(), at=at, office=actor.office)
    facts = {"edition": row.key, "number": row.number, "passage": passage}
    write_down(actor, Act.CORE_LOCKED, made, at, facts, tree=NETWORK, details={"decided": made.decided})
    return made


@transaction.atomic
def release_core(*, actor: Actor, edition: Edition, passage: str, at: datetime) -> None:
    """From now on the passage is adapted like any other."""
    row = _locked(edition)
    found = CorePassage.objects.filter(edition=row, passage=passage, lifted_at=None).first()
    ask(rules.may_unlock(actor, row.text.body, is_locked=found is not None))
    lifted = cast("CorePassage", found)  # refused above where nothing is locked
    CorePassage.objects.filter(key=lifted.key).update(lifted_at=at)
    facts = {"edition": row.key, "number": row.number, "passage": passage}
    write_down(actor, Act.CORE_RELEASED, lifted, at, facts, tree=NETWORK)


def _locked(edition: Edition) -> Edition:
    Edition.objects.select_for_update().get(key=edition.key)
    return Edition.objects.select_related("text__body", "revision").defer("record").get(key=edition.key)
