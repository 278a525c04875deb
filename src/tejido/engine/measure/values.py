"""What an indicator can be reported as: a number, a share with both of its numbers, yes or no, a step of a scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

HUNDRED = Decimal(100)


class Kind(StrEnum):
    NUMBER = "number"
    SHARE = "share"
    YES_NO = "yes_no"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Number:
    """So many of a unit."""

    amount: Decimal

    @property
    def kind(self) -> Kind:
        return Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. ValueError unless 0 <= part <= whole."""

    part: Decimal
    whole: Decimal

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole:
            raise ValueError("a share is a part of a whole")

    @property
    def kind(self) -> Kind:
        return Kind.SHARE

    @property
    def percent(self) -> Decimal | None:
        """None of nothing: nobody can say how many per cent that is."""
        return self.part * HUNDRED / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class YesNo:
    holds: bool

    @property
    def kind(self) -> Kind:
        return Kind.YES_NO


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an ordered scale, the lowest is 1. How far one step is from the next nobody can say."""

    place: int

    def __post_init__(self) -> None:
        if self.place < 1:
            raise ValueError("the lowest step is 1")

    @property
    def kind(self) -> Kind:
        return Kind.SCALE


Value = Number | Share | YesNo | Step
Countable = Number | Share  # what can be added, and divided into parts


def height(value: Value) -> Decimal | None:
    """Where a value stands on an axis: the amount, the per cent, 1 or 0, the step. None for a share of nothing."""
    match value:
        case Number(amount):
            return amount
        case Share():
            return value.percent
        case YesNo(holds):
            return Decimal(int(holds))
    return Decimal(value.place)


def added(values: Iterable[Countable]) -> Countable | None:
    """The sum of numbers, or of shares by both of their numbers: never a mean of percentages. None of no values;
    ValueError for numbers and shares together."""
    several = list(values)
    shares = [value for value in several if isinstance(value, Share)]
    numbers = [value for value in several if isinstance(value, Number)]
    if shares and numbers:
        raise ValueError("numbers and shares are not added")
    if shares:
        return Share(sum((s.part for s in shares), Decimal()), sum((s.whole for s in shares), Decimal()))
    return Number(sum((n.amount for n in numbers), Decimal())) if numbers else None


def to_data(value: Value) -> dict[str, Any]:
    """The value for JSON, the amounts as decimal texts, so that nothing of them is lost."""
    match value:
        case Number(amount):
            return {"number": plain(amount)}
        case Share(part, whole):
            return {"part": plain(part), "whole": plain(whole)}
        case YesNo(holds):
            return {"holds": holds}
    return {"step": value.place}


def from_data(data: Mapping[str, Any]) -> Value:
    """What `to_data` wrote. ValueError for anything else."""
    try:
        match dict(data):
            case {"number": str(amount)}:
                return Number(_finite(amount))
            case {"part": str(part), "whole": str(whole)}:
                return Share(_finite(part), _finite(whole))
            case {"holds": bool(holds)}:
                return YesNo(holds)
            case {"step": int(place)}:
                return Step(place)
    except InvalidOperation as problem:
        raise ValueError("not an amount") from problem
    raise ValueError("not a value")


def _finite(text: str) -> Decimal:
    amount = Decimal(text)
    if not amount.is_finite():
        raise ValueError("not an amount")
    return amount


def plain(amount: Decimal) -> str:
    """The amount in one form: no exponent, no zeros that say nothing, "0" for every zero."""
    text = f"{amount:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text
