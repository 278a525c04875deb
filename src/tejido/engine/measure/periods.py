"""The periods that values are reported for."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONCE = "once"
MOST = 600  # periods of one indicator: fifty years of months
_CODE = re.compile(r"([12][0-9]{3})(?:-([MQH])([0-9]{1,2}))?")


class Frequency(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    ONCE = "once"


_MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF: 6, Frequency.YEAR: 12}
_SIGNS = {Frequency.MONTH: "M", Frequency.QUARTER: "Q", Frequency.HALF: "H"}
_OF_SIGN = {sign: frequency for frequency, sign in _SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last. `code` is "2026-M03", "2026-Q1", "2026-H1", "2026" or "once"."""

    code: str
    first: date
    last: date


def period_on(frequency: Frequency, day: date) -> Period:
    """The period of a calendar that a day is in. KeyError for ONCE, which no calendar has."""
    return _nth(frequency, day.year, (day.month - 1) // _MONTHS[frequency])


def periods(frequency: Frequency, since: date, until: date) -> tuple[Period, ...]:
    """The periods that have a day from `since` to `until`, in their order; at most MOST of them. What is reported once
    has one period, from the one day to the other."""
    if until < since:
        return ()
    if frequency is Frequency.ONCE:
        return (Period(ONCE, since, until),)
    found: list[Period] = []
    day = since
    while day <= until and len(found) < MOST:
        found.append(period_on(frequency, day))
        day = found[-1].last + timedelta(days=1)
    return tuple(found)


def period_of(code: str) -> Period:
    """The period with this code. ValueError for a code that no calendar has."""
    found = _CODE.fullmatch(code)
    if not found:
        raise ValueError("not a period")
    year, sign, place = int(found[1]), found[2], int(found[3] or 1)
    frequency = _OF_SIGN[sign] if sign else Frequency.YEAR
    if not 1 <= place <= 12 // _MONTHS[frequency]:
        raise ValueError("not a period")
    period = _nth(frequency, year, place - 1)
    if period.code != code:
        raise ValueError("not a period")
    return period


def ended(several: Iterable[Period], day: date) -> tuple[Period, ...]:
    """Those that are over on a day: only of these a value can be missing."""
    return tuple(period for period in several if period.last < day)


def _nth(frequency: Frequency, year: int, place: int) -> Period:
    months = _MONTHS[frequency]
    last = (place + 1) * months
    days = monthrange(year, last)[1]
    return Period(_code(frequency, year, place), date(year, place * months + 1, 1), date(year, last, days))


def _code(frequency: Frequency, year: int, place: int) -> str:
    if frequency is Frequency.YEAR:
        return str(year)
    number = f"{place + 1:02d}" if frequency is Frequency.MONTH else str(place + 1)
    return f"{year}-{_SIGNS[frequency]}{number}"
