"""Groups of persons, and what is published of them: sums of whole groups, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A group that nothing divides: how many persons, and what is told of each of them, by dimension. Several values
    are joined: each of these persons has one of them. A dimension that is not named does not divide the group."""

    of: Mapping[str, Values]
    persons: int


def joined(leaves: Iterable[Leaf], keep: Sequence[str]) -> tuple[Leaf, ...]:
    """The same persons, told by these dimensions alone: groups of which the same is told become one. The margin of a
    dimension, a table of two, and what a level above publishes of what it was given are all made in this way. In the
    order of the values; the persons of all parts are those of all leaves."""
    found: dict[tuple[Values, ...], int] = {}
    for leaf in leaves:
        key = tuple(leaf.of.get(dimension, ()) for dimension in keep)
        found[key] = found.get(key, 0) + leaf.persons
    return tuple(Leaf(_named(keep, key), persons) for key, persons in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Reached:
    """How many persons have given values: at least those of the groups of which it is told, at most also those of
    groups of which it may be so."""

    least: int
    most: int


def reached(leaves: Iterable[Leaf], of: Mapping[str, str]) -> Reached:
    """The persons who have these values, as far as whole groups tell. Both numbers are sums of whole groups."""
    least = most = 0
    for leaf in leaves:
        told = [leaf.of.get(dimension) for dimension in of]
        if all(values is None or value in values for values, value in zip(told, of.values(), strict=True)):
            most += leaf.persons
            if all(values is not None and len(values) == 1 for values in told):
                least += leaf.persons
    return Reached(least, most)


def total(leaves: Iterable[Leaf]) -> int:
    return sum(leaf.persons for leaf in leaves)


def _named(keep: Sequence[str], key: Sequence[Values]) -> dict[str, Values]:
    return {dimension: values for dimension, values in zip(keep, key, strict=True) if values}
