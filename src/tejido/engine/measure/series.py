"""Values over time. A period without a value is a gap: never zero, never a guess between its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .periods import Period
from .values import Number, Share, Value, added


class Counting(StrEnum):
    """How the values of several periods belong together."""

    EACH = "each"  # each period stands by itself
    RUNNING = "running"  # each value includes everything before it
    ADDING = "adding"  # the periods add up


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    value: Value | None


@dataclass(frozen=True, slots=True)
class Series:
    points: tuple[Point, ...]

    @property
    def reported(self) -> tuple[tuple[Period, Value], ...]:
        return tuple((point.period, point.value) for point in self.points if point.value is not None)

    @property
    def missing(self) -> tuple[Period, ...]:
        return tuple(point.period for point in self.points if point.value is None)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an indicator stands. `until` is the code of the last period with a value. `missing` are the periods that
    the value lacks: of what adds up every gap, otherwise what came after the last value."""

    value: Value
    until: str
    missing: tuple[str, ...]


def series(expected: Sequence[Period], values: Mapping[str, Value]) -> Series:
    """A point for every expected period, by its code; a gap where nothing was reported."""
    return Series(tuple(Point(period, values.get(period.code)) for period in expected))


def standing(of: Series, counting: Counting) -> Standing | None:
    """The latest value, or the sum of those that add up; None where nothing was reported."""
    if not of.reported:
        return None
    last, value = of.reported[-1]
    if counting is not Counting.ADDING:
        return Standing(value, last.code, tuple(period.code for period in of.missing if period.first > last.last))
    total = added(value for _period, value in of.reported if isinstance(value, Number | Share))
    return Standing(total, last.code, tuple(period.code for period in of.missing)) if total else None


def may_be(kind: str, counting: Counting) -> bool:
    """Yes, no and steps neither add up nor include what was before."""
    return counting is Counting.EACH or kind in {"number", "share"}
