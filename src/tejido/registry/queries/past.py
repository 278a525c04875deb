"""What is known of the network's past, and what is not: gaps are computed from what was entered, and never filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..models import Event
from ..names import EventKind

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class PastLine:
    """One known event, with the entries that it corrects, the latest first."""

    event: Event
    earlier: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """What this register does not know: the meetings from one number to another, or the years since the last one."""

    first: str
    last: str
    is_years: bool = False


def past() -> list[PastLine]:
    """The dated events of the network as their entries stand, the oldest first. One query."""
    rows = list(Event.objects.all())
    by_key, corrected = {row.key: row for row in rows}, {row.corrects_id for row in rows}
    return [PastLine(row, tuple(_before(row, by_key))) for row in rows if row.key not in corrected]


def _before(row: Event, by_key: dict[str, Event]) -> Iterator[Event]:
    while row.corrects_id:
        row = by_key[row.corrects_id]
        yield row


def past_meetings(lines: Sequence[PastLine], today: date) -> list[PastLine | Unknown]:
    """The known meetings in their order with the unknown ones between them, up to this year."""
    known = [line for line in lines if line.event.kind == EventKind.MEETING]
    found: list[PastLine | Unknown] = []
    next_number = 1
    for line in known:
        number = number_of(line.event.number)
        found.extend(_gap(next_number, number - 1))
        found.append(line)
        next_number = max(next_number, number + 1)
    return [*found, *_since(known, today)]


def _gap(first: int, last: int) -> Iterator[Unknown]:
    if first <= last:
        yield Unknown(roman(first), roman(last))


def _since(known: Sequence[PastLine], today: date) -> Iterator[Unknown]:
    """The years after the last known meeting."""
    first = int(known[-1].event.since[:4]) + 1 if known else today.year
    if first <= today.year and known:
        yield Unknown(str(first), str(today.year), is_years=True)


def roman(number: int) -> str:
    """The numeral of a meeting; none of them will ever see the fortieth."""
    said = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        said += numeral * times
    return said


def number_of(numeral: str) -> int:
    """The inverse of `roman`; 0 for what is no numeral, or none of this register."""
    return next((n for n in range(1, 40) if roman(n) == numeral), 0)


def event_for(key: str) -> Event:
    """An entry of the past, which is public. Event.DoesNotExist otherwise."""
    return Event.objects.get(key=key)


def is_corrected(event: Event) -> bool:
    """Whether a later entry took its place."""
    return Event.objects.filter(corrects=event).exists()
