"""A promise belongs to who made it: only they say that it is kept."""

from datetime import date

from tejido.ledger.refusals import Refusal
from tejido.registry.models import Party
from tejido.registry.names import Task
from tejido.registry.rules import Capacity

from ..models import Commitment
from ..names import No, Report

_OF_FACILITATORS = frozenset({Report.RENEWED, Report.DROPPED})


def has_one_maker(party: str, seat: str) -> Refusal | None:
    return None if bool(party) != bool(seat) else Refusal(No.NOBODY_PROMISED)


def promised(capacity: Capacity, seat: str, commitment: Commitment) -> bool:
    """Whether the seat is the one that promised, or speaks for the party that did."""
    if commitment.seat_id:
        return commitment.seat_id == seat
    return capacity.may(Task.RELEASE) and _is_same(capacity.party, commitment.party)


def _is_same(party: Party | None, maker: Party | None) -> bool:
    """Who left a body and came back is another party there, and keeps what it had promised."""
    return party is not None and maker is not None and _who_it_is(party) == _who_it_is(maker)


def _who_it_is(party: Party) -> tuple[str, str | None, str | None]:
    return party.body_id, party.member_id, party.institution_id


def may_report(capacity: Capacity, seat: str, commitment: Commitment, kind: str) -> Refusal | None:
    """Who facilitates may renew or drop a promise, with the reason, where the meeting says so; never call it done."""
    is_facilitators = capacity.facilitates and kind in _OF_FACILITATORS
    if not is_facilitators and not promised(capacity, seat, commitment):
        return Refusal(No.NOT_WHO_PROMISED, {"who": _who(commitment)})
    return None if commitment.is_open else Refusal(No.COMMITMENT_ENDED)


def is_later(commitment: Commitment, kind: str, due: date | None) -> Refusal | None:
    if kind != Report.RENEWED:
        return None
    is_later = due is not None and (commitment.due is None or due > commitment.due)
    return None if is_later else Refusal(No.DAY_NEEDED, {"due": commitment.due or "—"})


def _who(commitment: Commitment) -> str:
    return commitment.party.code if commitment.party else commitment.seat.office if commitment.seat else ""


def may_carry(commitments: int) -> Refusal | None:
    return None if commitments else Refusal(No.NOTHING_TO_CARRY)
