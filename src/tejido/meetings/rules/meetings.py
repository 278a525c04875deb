"""When a meeting may be prepared, convened, moved, opened and closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tejido.ledger.refusals import Refusal
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Meeting
from ..names import No, Reply, State
from .seats import may_facilitate, may_lead, must_be

ALTERABLE = (State.PREPARING, State.CONVENED, State.POSTPONED, State.OPENED)
TOO_FAR = datetime(2200, 1, 1, tzinfo=UTC)
TOLD = (State.CONVENED, State.POSTPONED, State.OPENED)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a meeting is to be: everything that is written down before it is convened. Times are instants."""

    kind: str
    number: int | None
    name: Mapping[str, str]
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    room_url: str
    languages: Sequence[str]


def is_whole(plan: Plan) -> Refusal | None:
    """Somebody who reads it can tell which meeting it is, and when."""
    if plan.number is None and not any(plan.name.values()):
        return Refusal(No.NO_NAME)
    if not plan.languages:
        return Refusal(No.NO_LANGUAGE)
    return ends_later(plan.starts_at, plan.ends_at)


def ends_later(starts_at: datetime, ends_at: datetime) -> Refusal | None:
    """It ends after it begins, and in years that every clock and calendar can tell."""
    if ends_at >= TOO_FAR:
        return Refusal(No.TOO_FAR, {"year": str(TOO_FAR.year)})
    return None if starts_at < ends_at else Refusal(No.ENDS_FIRST)


def is_ahead(starts_at: datetime, zone: str, at: datetime) -> Refusal | None:
    return None if starts_at > at else Refusal(No.TIME_PAST, {"local": in_zone(starts_at, zone)})


def may_convene(capacity: Capacity, meeting: Meeting, items: int, parties: int, at: datetime) -> Refusal | None:
    """A meeting is convened once, ahead of time, somewhere, about something, and for somebody."""
    refusal = may_facilitate(capacity) or must_be(meeting, (State.PREPARING,))
    if refusal is not None:
        return refusal
    if not items:
        return Refusal(No.NO_AGENDA)
    if not parties:
        return Refusal(No.NOBODY_TO_INVITE)
    return is_somewhere(meeting.place, meeting.room_url) or is_ahead(meeting.starts_at, meeting.zone, at)


def is_somewhere(place: str, room_url: str) -> Refusal | None:
    return None if place or room_url else Refusal(No.NO_PLACE)


def may_change_plan(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    """Before the convocation everything can be changed; afterwards only by acts that the invited are told of."""
    return may_facilitate(capacity) or must_be(meeting, (State.PREPARING,))


def may_move(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    return may_facilitate(capacity) or must_be(meeting, (State.CONVENED, State.POSTPONED))


def may_cancel(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    states = (State.PREPARING, State.CONVENED, State.POSTPONED)
    return may_facilitate(capacity) or must_be(meeting, states)


def may_open(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    return may_lead(capacity) or must_be(meeting, (State.CONVENED,))


def may_close(capacity: Capacity, meeting: Meeting) -> Refusal | None:
    return may_lead(capacity) or must_be(meeting, (State.OPENED,))


def may_answer(meeting: Meeting, seat: str, invited: set[str]) -> Refusal | None:
    """A seat answers its own invitation, to a time that is known."""
    if seat not in invited:
        return Refusal(No.NOT_INVITED)
    return must_be(meeting, (State.CONVENED, State.OPENED))


def can_stand_in(seat: str, invited: set[str], says: str, represented_by: str) -> Refusal | None:
    """Who stands in for a seat must be invited too."""
    if says != Reply.REPRESENTED:
        return None
    if represented_by == seat:
        return Refusal(No.REPRESENTED_BY_SELF)
    return None if represented_by in invited else Refusal(No.REPRESENTED_BY_NOBODY)


def has_reason(reason: str) -> Refusal | None:
    return None if reason.strip() else Refusal(No.REASON_NEEDED)
