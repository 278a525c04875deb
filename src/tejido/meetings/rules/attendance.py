"""Who says who was there."""

from collections.abc import Collection, Iterable, Mapping

from tejido.ledger.refusals import Refusal
from tejido.registry.models import Party
from tejido.registry.rules import Capacity

from ..models import Meeting
from ..names import No, Presence, State
from .seats import may_facilitate, must_be, speaks_for

HELD = (State.OPENED, State.CLOSED)


def may_enter_attendance(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    return may_facilitate(capacity) or must_be(meeting, HELD)


def is_party(code: str, parties: Mapping[str, Party]) -> Refusal | None:
    return None if code in parties else Refusal(No.NOT_PARTY, {"party": code})


def are_its_seats(code: str, seats: Iterable[str], its: Collection[str]) -> Refusal | None:
    """Who is said to have been there for a party holds a seat that was invited for it."""
    return None if all(seat in its for seat in seats) else Refusal(No.NOT_ITS_SEAT, {"party": code})


def is_represented(code: str, presence: str, by: str, presences: Mapping[str, str]) -> Refusal | None:
    """Who is represented is so by another party that is in the room. `presences` are all parties' by their codes."""
    if presence != Presence.REPRESENTED:
        return None
    is_there = by != code and presences.get(by) == Presence.PRESENT
    return None if is_there else Refusal(No.STANDS_FOR_ITSELF, {"party": code})


def arriving(capacity: Capacity, meeting: Meeting) -> Party | Refusal:
    """The party that the seat may declare present or excused, once the meeting is open."""
    found = speaks_for(capacity)
    if isinstance(found, Refusal):
        return found
    return must_be(meeting, (State.OPENED,)) or found
