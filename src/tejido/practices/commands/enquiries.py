"""Letters to the contact of a practice: the house passes them on, and neither side learns an address."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.people.commands import queue_letters
from tejido.registry.models import Mandate, Seat
from tejido.registry.queries import mandate_of

from .. import rules
from ..letters import relayed
from ..models import Enquiry, Practice, Version
from ..names import Act
from .writing import between


@transaction.atomic
def ask_contact(*, actor: Actor, version: Version, language: str, words: str, at: datetime) -> Enquiry:
    """A seat asks. Whoever holds the contact's seat now gets it as a letter, and every seat of both members reads it
    here."""
    practice = version.practice
    holder = _holder(version.content["contact"], at)
    ask(rules.may_enquire(actor, practice, is_manned=holder is not None))
    row = _write(actor, practice, actor.seat, language, words, at, is_answer=False)
    queue_letters(letters=relayed(row, holder, at))
    return row


@transaction.atomic
def answer_enquiry(*, actor: Actor, practice: Practice, seat: Seat, language: str, words: str, at: datetime) -> Enquiry:
    """The member answers the seat that asked."""
    ask(rules.may_answer_enquiry(actor, practice))
    row = _write(actor, practice, seat.key, language, words, at, is_answer=True)
    queue_letters(letters=relayed(row, _holder(seat.key, at), at))
    return row


def _write(
    actor: Actor, practice: Practice, seat: str, language: str, words: str, at: datetime, *, is_answer: bool
) -> Enquiry:
    row = Enquiry.objects.create(
        practice=practice, seat_id=seat, is_answer=is_answer, language=language, words=words, at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    act = Act.CONTACT_ANSWERED if is_answer else Act.CONTACT_ASKED
    member = Seat.objects.select_related("institution__member").get(key=seat).institution.member
    members = [practice.member.code, member.code if member else ""]
    between(actor, act, row, at, {"practice": practice.key}, members=members, details={"words": words})
    return row


def _holder(seat: str, at: datetime) -> Mandate | None:
    """Who holds the seat now, if anybody does."""
    found = Seat.objects.filter(key=seat).first()
    return mandate_of(found, at) if found is not None else None
