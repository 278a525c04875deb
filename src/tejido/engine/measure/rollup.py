"""One figure of several members, only where it can be told. What is missing is named and never estimated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .parts import sum_of_part
from .values import Countable, Number, Share, Step, Value, YesNo, added


class NoTotal(StrEnum):
    """Why there is no total."""

    NOBODY = "nobody"
    KINDS_DIFFER = "kinds_differ"
    UNITS_DIFFER = "units_differ"
    NOT_ADDED = "not_added"


@dataclass(frozen=True, slots=True)
class Report:
    """What one member reported, and in which unit."""

    value: Value
    unit: str = ""
    parts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartTotal:
    """The sum of one part over the members that told it, and how many did."""

    total: Countable
    of: int


@dataclass(frozen=True, slots=True)
class RollUp:
    """`reported` and `missing` are all that were asked. `total` is of those who reported alone; where it is None,
    `why` says so. `counts` tells how often each answer was given, by "yes", "no" or the step."""

    reported: tuple[str, ...]
    missing: tuple[str, ...]
    total: Countable | None
    why: NoTotal | None
    counts: Mapping[str, int]
    parts: Mapping[str, PartTotal]

    @property
    def is_whole(self) -> bool:
        return not self.missing


def roll_up(reports: Mapping[str, Report | None], *, is_added: bool = True) -> RollUp:
    """The figure of all members asked, by their codes; None for who did not report. `is_added` tells whether amounts of
    several members make one: days of delay do not."""
    given = {code: report for code, report in reports.items() if report is not None}
    missing = tuple(code for code in reports if code not in given)
    why = _why_not(given, is_added=is_added)
    total = None if why else added(v for r in given.values() if isinstance(v := r.value, Number | Share))
    parts = {} if why else _parts(given)
    is_one = why in {None, NoTotal.NOT_ADDED}
    counts = Counter(a for r in given.values() if (a := _answer(r.value))) if is_one else Counter[str]()
    return RollUp(tuple(given), missing, total, why, dict(counts), parts)


def _why_not(given: Mapping[str, Report], *, is_added: bool) -> NoTotal | None:
    if not given:
        return NoTotal.NOBODY
    kinds = {report.value.kind for report in given.values()}
    if len(kinds) > 1:
        return NoTotal.KINDS_DIFFER
    if len({report.unit for report in given.values()}) > 1:
        return NoTotal.UNITS_DIFFER
    is_countable = all(isinstance(report.value, Number | Share) for report in given.values())
    return None if is_added and is_countable else NoTotal.NOT_ADDED


def _answer(value: Value) -> str:
    match value:
        case YesNo(holds):
            return "yes" if holds else "no"
        case Step(place):
            return str(place)
    return ""


def _parts(given: Mapping[str, Report]) -> dict[str, PartTotal]:
    several = [report.parts for report in given.values()]
    keys = dict.fromkeys(key for parts in several for key in parts)
    sums = {key: sum_of_part(key, several) for key in keys}
    return {key: PartTotal(total, of) for key, (total, of) in sums.items() if total is not None}
