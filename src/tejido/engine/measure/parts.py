"""A value divided into parts: by sex, by institution, by province ... Each way of dividing is a dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .values import Countable, Number, Share, Value, added


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of dividing. Where it is exhaustive the categories exclude each other and leave nothing out, so that
    they add up to the whole. Otherwise they may overlap or leave something out, and each is only at most the whole."""

    code: str
    categories: tuple[str, ...]
    is_exhaustive: bool = True

    def key(self, category: str) -> str:
        """How a part is called among all parts of a value: "sex:women"."""
        return f"{self.code}:{category}"

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.key(category) for category in self.categories)


class Wrong(StrEnum):
    """What is wrong with a part or with a division."""

    UNKNOWN = "unknown_part"
    OF_ANOTHER_KIND = "part_of_another_kind"
    NOT_DIVISIBLE = "not_divisible"
    BELOW_ZERO = "part_below_zero"
    MORE_THAN_WHOLE = "more_than_whole"
    LESS_THAN_WHOLE = "less_than_whole"


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is the key of a part, or the code of a dimension for what concerns all of it."""

    why: Wrong
    where: str


def problems(whole: Value, parts: Mapping[str, Value], dimensions: Iterable[Dimension]) -> tuple[Problem, ...]:
    """What does not fit between a value and its parts. A part that is missing is missing: an exhaustive dimension has
    to reach the whole only when every category was reported."""
    if not parts:
        return ()
    if not isinstance(whole, Number | Share):
        return (Problem(Wrong.NOT_DIVISIBLE, next(iter(parts))),)
    several = tuple(dimensions)
    known = {key for dimension in several for key in dimension.keys}
    single = [found for key, part in parts.items() if (found := _of_part(whole, key, part, known))]
    if single:
        return tuple(single)
    return tuple(found for dimension in several if (found := _of_dimension(whole, parts, dimension)))


def _of_part(whole: Countable, key: str, part: Value, known: set[str]) -> Problem | None:
    if key not in known:
        return Problem(Wrong.UNKNOWN, key)
    if not isinstance(part, Number | Share) or part.kind != whole.kind:
        return Problem(Wrong.OF_ANOTHER_KIND, key)
    amounts = _amounts(part)
    if min(amounts) < 0:
        return Problem(Wrong.BELOW_ZERO, key)
    return Problem(Wrong.MORE_THAN_WHOLE, key) if _exceeds(amounts, _amounts(whole)) else None


def _of_dimension(whole: Countable, parts: Mapping[str, Value], dimension: Dimension) -> Problem | None:
    given = [part for key in dimension.keys if isinstance(part := parts.get(key), Number | Share)]
    if not dimension.is_exhaustive or not given:
        return None
    together, all_of_it = [sum(each) for each in zip(*map(_amounts, given), strict=True)], _amounts(whole)
    if _exceeds(together, all_of_it):
        return Problem(Wrong.MORE_THAN_WHOLE, dimension.code)
    is_complete = len(given) == len(dimension.categories)
    return Problem(Wrong.LESS_THAN_WHOLE, dimension.code) if is_complete and together != all_of_it else None


def _amounts(value: Countable) -> list[Decimal]:
    """Both numbers of a share are divided with it."""
    return [value.part, value.whole] if isinstance(value, Share) else [value.amount]


def _exceeds(some: Sequence[Decimal | int], all_of_it: Sequence[Decimal]) -> bool:
    return any(one > whole for one, whole in zip(some, all_of_it, strict=True))


def sum_of_part(key: str, several: Iterable[Mapping[str, Value]]) -> tuple[Countable | None, int]:
    """The sum of one part over several values, and how many of them had it."""
    given = [part for parts in several if isinstance(part := parts.get(key), Number | Share)]
    return added(given), len(given)
