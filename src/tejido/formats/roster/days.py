"""Days as people and their programs write them, and in which order a column writes day and month.

Nothing is guessed for one value alone: 03/04/2026 is a day only once the order is known. It is decided from all values
of the column: one with 25/03 settles it for the rest. Where no value settles it, or two contradict each other, it is
asked for. A value that contradicts a decided order is no day: a spreadsheet that took half of a column for days of
another country has turned the others round already, and only a person can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from enum import StrEnum

from ..comments.columns import folded

_EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar, as counted since March 1900
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_PIVOT = 70  # of years in two figures: 69 is 2069, 70 is 1970
_FIGURES = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})(?:[T, ]+\d{1,2}[:.h].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_DAY_WORD = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})(?:º|o|er|\.|st|nd|rd|th)?,? (?:de |d')?([a-z]{3,12})\.?,?(?: del?)? (\d{4})\b"
)
_WORD_DAY = re.compile(r"(?:[a-z]+, )?([a-z]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_MONTHS = (
    ("enero", "janeiro", "january", "janvier", "ene", "jan", "janv"),
    ("febrero", "fevereiro", "february", "fevrier", "feb", "fev", "fevr"),
    ("marzo", "marco", "march", "mars", "mar"),
    ("abril", "april", "avril", "abr", "apr", "avr"),
    ("mayo", "maio", "may", "mai"),
    ("junio", "junho", "june", "juin", "jun"),
    ("julio", "julho", "july", "juillet", "jul", "juil"),
    ("agosto", "august", "aout", "ago", "aug"),
    ("septiembre", "setiembre", "setembro", "september", "septembre", "sep", "sept", "set"),
    ("octubre", "outubro", "october", "octobre", "oct", "out"),
    ("noviembre", "novembro", "november", "novembre", "nov"),
    ("diciembre", "dezembro", "december", "decembre", "dic", "dez", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


class Order(StrEnum):
    """Which comes first where a day is written in figures with the year at its end."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNDECIDED = "undecided"


def order_of(values: Iterable[object]) -> Order:
    """The order in which the column writes days. UNDECIDED where no value settles it, or where two contradict."""
    day_first = month_first = False
    for value in values:
        pair = _pair(value)
        if pair is not None:
            day_first |= pair[0] > 12
            month_first |= pair[1] > 12
    if day_first == month_first:
        return Order.UNDECIDED
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def is_ambiguous(value: object) -> bool:
    """Whether the value is one day in one order and another day in the other."""
    pair = _pair(value)
    return pair is not None and pair[0] <= 12 and pair[1] <= 12 and pair[0] != pair[1]


def _pair(value: object) -> tuple[int, int] | None:
    """The two numbers before a year, where the value is written so."""
    found = _FIGURES.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or len(found[1]) > 2:
        return None
    return int(found[1]), int(found[2])


def day_of(value: object, order: Order) -> date | None:
    """The day that a cell names; nothing where it names none, or where it takes the order to know it. Of an instant it
    is the day as it is written, whatever its zone."""
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case bool():
            return None
        case int() | float():
            return _serial(value)
        case str():
            return _written(value.strip(), order)
    return None


def _serial(number: float) -> date | None:
    is_one = _SERIALS.start <= number < _SERIALS.stop  # which no number is that is not finite
    return _EPOCH + timedelta(days=int(number)) if is_one else None


def _written(text: str, order: Order) -> date | None:
    if found := _FIGURES.fullmatch(text):
        return _in_figures(found[1], found[2], found[3], order)
    if found := _COMPACT.fullmatch(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if _SERIAL.fullmatch(text):
        return _serial(float(text.replace(",", ".")))
    return _in_words(" ".join(folded(text).split()))


def _in_figures(first: str, second: str, third: str, order: Order) -> date | None:
    if len(first) == 4:
        return _made(int(first), int(second), int(third)) if len(third) <= 2 else None
    one, two, year = int(first), int(second), _year(third)
    if len(first) > 2 or year is None:
        return None
    if order == Order.UNDECIDED and one <= 12 and two <= 12 and one != two:
        return None
    is_month_first = order == Order.MONTH_FIRST or (order == Order.UNDECIDED and two > 12)
    return _made(year, one, two) if is_month_first else _made(year, two, one)


def _year(figures: str) -> int | None:
    if len(figures) == 4:
        return int(figures)
    if len(figures) != 2:
        return None
    return int(figures) + (2000 if int(figures) < _PIVOT else 1900)


def _in_words(text: str) -> date | None:
    if found := _DAY_WORD.match(text):
        day, month, year = found[1], found[2], found[3]
    elif found := _WORD_DAY.match(text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    number = _MONTH.get(month)
    return None if number is None else _made(int(year), number, int(day))


def _made(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None
