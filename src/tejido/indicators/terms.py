"""What an indicator asks for: its periods, its parts, and what of a text is a value of its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tejido.engine import measure
from tejido.engine.measure import Period, Value

from .models import Indicator
from .names import Due, Kind, Misread

GRACE = timedelta(days=30)  # after the end of a period; then a value is overdue
_YES = frozenset({"yes", "sí", "si", "sim", "oui", "true", "1"})
_NO = frozenset({"no", "não", "nao", "non", "false", "0"})


def expected(indicator: Indicator, today: date) -> tuple[Period, ...]:
    """The periods that have begun by a day, in order. What is reported once has its one period from the beginning."""
    frequency = measure.Frequency(indicator.frequency)
    if frequency is measure.Frequency.ONCE:
        return measure.periods(frequency, indicator.since, indicator.until or indicator.since)
    until = min(today, indicator.until) if indicator.until else today
    return measure.periods(frequency, indicator.since, until)


def period_for(indicator: Indicator, code: str, today: date) -> Period | None:
    """The period with this code, None for one that the indicator does not have or that has not begun."""
    return next((period for period in expected(indicator, today) if period.code == code), None)


def due(period: Period, today: date) -> Due:
    """How a period without a value stands."""
    if today <= period.last:
        return Due.RUNNING
    return Due.OVERDUE if today > period.last + GRACE else Due.DUE


@dataclass(frozen=True, slots=True)
class Unread:
    """Why something is no value; `values` fill the words of the code."""

    code: Misread
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return str(self.code.label) % dict(self.values)


def read(kind: str, steps: Sequence[Mapping[str, str]], first: object, second: object = "") -> Value | Unread:
    """The value of this kind that one cell says, or two for a share; the cells as typed or as a table holds them."""
    cell, other = _typed(first), _typed(second)
    if kind == Kind.SHARE:
        return _share(cell, other)
    if other != "":
        return Unread(Misread.EXTRA, {"text": other})
    match kind:
        case Kind.YES_NO:
            return _yes_no(_words(cell))
        case Kind.SCALE:
            return _step(_words(cell), steps)
    amount = _amount(cell)
    return amount if isinstance(amount, Unread) else measure.Number(amount)


Cell = str | Decimal


def _typed(cell: object) -> Cell:
    """A number that a table holds as one is exact already: it has no two readings."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return round(Decimal(str(cell)), 6)
    return str(cell if cell is not None else "").strip()


def _amount(cell: Cell) -> Decimal | Unread:
    found = cell if isinstance(cell, Decimal) else measure.read_number(cell)
    if isinstance(found, Decimal):
        return found
    one, other = found.readings or ("", "")
    return Unread(Misread(found.why.value), {"text": cell, "one": one, "other": other})


def _words(cell: Cell) -> str:
    return measure.plain(cell) if isinstance(cell, Decimal) else cell


def _share(cell: Cell, other: Cell) -> Value | Unread:
    if other == "":
        return Unread(Misread.NO_WHOLE)
    part, whole = _amount(cell), _amount(other)
    if isinstance(part, Unread):
        return part
    if isinstance(whole, Unread):
        return whole
    try:
        return measure.Share(part, whole)
    except ValueError:
        return Unread(Misread.NOT_A_SHARE, {"part": part, "whole": whole})


def _yes_no(text: str) -> Value | Unread:
    said = text.casefold()
    if said in _YES or said in _NO:
        return measure.YesNo(said in _YES)
    return Unread(Misread.NOT_YES_NO, {"text": text})


def _step(text: str, steps: Sequence[Mapping[str, str]]) -> Value | Unread:
    places = {word.casefold(): place for place, words in enumerate(steps, 1) for word in words.values()}
    places |= {str(place): place for place in range(1, len(steps) + 1)}
    place = places.get(text.casefold())
    return measure.Step(place) if place else Unread(Misread.NOT_A_STEP, {"text": text})
