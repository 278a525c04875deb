"""What moves when one session moves. Every function answers with the new times of exactly the sessions that move."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from .values import Slot, Span


def blocks(slots: Sequence[Slot]) -> list[list[Slot]]:
    """The sessions of a day in their order, those that run beside one another together."""
    found: list[list[Slot]] = []
    for slot in sorted(slots, key=lambda slot: (slot.starts, slot.ends, slot.id)):
        if found and slot.starts < _end(found[-1]):
            found[-1].append(slot)
        else:
            found.append([slot])
    return found


def _end(block: Sequence[Slot]) -> datetime:
    return max(slot.ends for slot in block)


def exchanged(day: Sequence[Slot], id: str, *, is_earlier: bool) -> Mapping[str, Span] | None:
    """The session, with what runs beside it, changes places with what is before or behind it; None where nothing is.

    Invariants: how long each session lasts, the pause between the two, and when the earlier begins and the later ends
    all stay, so that nothing else of the day moves.
    """
    several = blocks(day)
    at = next(place for place, block in enumerate(several) if any(slot.id == id for slot in block))
    first = at - 1 if is_earlier else at
    if first < 0 or first + 1 == len(several):
        return None
    before, behind = several[first], several[first + 1]
    begins, begins_behind = before[0].starts, behind[0].starts
    earlier = begins - begins_behind
    later = _end(behind) - _end(before)
    return {slot.id: _by(slot, earlier) for slot in behind} | {slot.id: _by(slot, later) for slot in before}


def swapped(one: Slot, other: Slot) -> Mapping[str, Span]:
    """Each takes the time of the other, and lasts as long as that: nothing overlaps that did not before."""
    return {one.id: other.span, other.id: one.span}


def pushed(day: Sequence[Slot], since: datetime, by: timedelta) -> Mapping[str, Span]:
    """Every session of the day that begins then or later moves by so much."""
    return {slot.id: _by(slot, by) for slot in day if slot.starts >= since}


def _by(slot: Slot, by: timedelta) -> Span:
    return slot.starts + by, slot.ends + by
