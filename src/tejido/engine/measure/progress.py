"""How far a value came from where it began to where it should be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .values import Number, Share, Value, YesNo, height


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"


class Why(StrEnum):
    """Why nobody can say."""

    NO_VALUE = "no_value"
    NO_TARGET = "no_target"
    OTHER_KIND = "other_kind"
    NO_RATIO = "no_ratio"


@dataclass(frozen=True, slots=True)
class Unknown:
    why: Why


@dataclass(frozen=True, slots=True)
class Progress:
    """`share` is 0 at the baseline and 1 at the target; it may be below and above. None where no baseline is known, and
    for yes and no and steps, between which there is no distance."""

    is_reached: bool
    share: Decimal | None = None


def progress(
    baseline: Value | None, target: Value | None, now: Value | None, direction: Direction
) -> Progress | Unknown:
    """How far it is, or why nobody can say."""
    if now is None:
        return Unknown(Why.NO_VALUE)
    if target is None:
        return Unknown(Why.NO_TARGET)
    if now.kind != target.kind or (baseline is not None and baseline.kind != target.kind):
        return Unknown(Why.OTHER_KIND)
    here, there = height(now), height(target)
    if here is None or there is None:
        return Unknown(Why.NO_RATIO)
    if isinstance(now, YesNo):
        return Progress(here == there)
    is_reached = here >= there if direction is Direction.UP else here <= there
    begun = height(baseline) if baseline is not None and isinstance(now, Number | Share) else None
    return Progress(is_reached, None if begun is None or begun == there else (here - begun) / (there - begun))
