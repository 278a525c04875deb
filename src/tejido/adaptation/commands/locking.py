"""Core passages: what the network decided that versions keep word for word, or derogate from by a declared act."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import document_of
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import CorePassage
from ..names import Act
from ..queries import Lock, lock_on


@transaction.atomic
def lock_core(*, actor: Actor, edition: Edition, passage: str, decided: str, at: datetime) -> CorePassage:
    """The secretariat writes down that the network made a passage core, in an edition and in those that follow.
    `decided` says where. Refused where it is locked already, here or since an earlier edition."""
    row = _locked(edition)
    is_locked, is_there = lock_on(row, passage) is not None, passage in document_of(row.revision)
    ask(rules.may_lock(actor, row.text.body, is_there=is_there, is_locked=is_locked, decided=decided))
    return _write(actor, Act.CORE_LOCKED, row, passage, decided, at)


@transaction.atomic
def confirm_core(*, actor: Actor, edition: Edition, passage: str, decided: str, at: datetime) -> CorePassage:
    """The secretariat writes down that the network keeps a passage core in the words of this edition. It was locked all
    the while; refused where the words are those that were locked."""
    row = _locked(edition)
    found = lock_on(row, passage)
    ask(rules.may_confirm(actor, row.text.body, found.state if found else None, decided))
    return _write(actor, Act.CORE_CONFIRMED, row, passage, decided, at)


def _write(actor: Actor, act: Act, row: Edition, passage: str, decided: str, at: datetime) -> CorePassage:
    made = CorePassage.objects.create(edition=row, passage=passage, decided=decided.strip(), at=at, office=actor.office)
    facts = {"edition": row.key, "number": row.number, "passage": passage}
    write_down(actor, act, made, at, facts, tree=NETWORK, details={"decided": made.decided})
    return made


@transaction.atomic
def release_core(*, actor: Actor, edition: Edition, passage: str, at: datetime) -> None:
    """From now on the passage is adapted like any other, in every edition."""
    row = _locked(edition)
    found = lock_on(row, passage)
    ask(rules.may_unlock(actor, row.text.body, is_locked=found is not None))
    lifted = cast("Lock", found).rows[0]  # refused above where nothing is locked
    of_text = CorePassage.objects.filter(edition__text=row.text_id, passage=passage, lifted_at=None)
    of_text.update(lifted_at=at)
    facts = {"edition": row.key, "number": row.number, "passage": passage}
    write_down(actor, Act.CORE_RELEASED, lifted, at, facts, tree=NETWORK)


def _locked(edition: Edition) -> Edition:
    """The edition, while nobody else locks or lifts anything in its text."""
    Text.objects.select_for_update().get(key=edition.text_id)
    return Edition.objects.select_related("text__body", "revision").defer("record").get(key=edition.key)
