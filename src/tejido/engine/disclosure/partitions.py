"""Persons counted in fine cells, put together into groups that are large enough. Method, proof and sources stand in the
docstring of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .sums import Leaf, Values

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Values that were joined among the persons of `within`, and which of them alone have too few. `values` are all
    that somebody has where the persons are not divided by the dimension at all. For who releases, never for readers."""

    within: Mapping[str, Values]
    dimension: str
    values: Values
    small: Values


@dataclass(frozen=True, slots=True)
class Partition:
    """`leaves` in the order of the values; empty where all persons together are too few, `withheld` says how many these
    are."""

    leaves: tuple[Leaf, ...] = ()
    joins: tuple[Join, ...] = ()
    withheld: int = 0


def partition(
    cells: Mapping[Cell, int], dimensions: Sequence[str], domains: Mapping[str, Sequence[str]], k: int
) -> Partition:
    """The groups of at least `k` persons into which the persons of `cells` fall.

    `cells`: persons by their value in each dimension. The first dimension is divided best: what comes later divides
    what is left whole by what came before. `domains`: the values that a dimension has, whoever has them; a value that
    is in no cell is named with the joined ones. ValueError for a negative count or `k` below two. The same arguments
    give the same groups.
    """
    if k < 2 or any(count < 0 for count in cells.values()):
        raise ValueError("no groups of fewer than two, and no fewer persons than none")
    known = {cell: count for cell, count in cells.items() if count}
    persons = sum(known.values())
    if persons < k:
        return Partition(withheld=persons)
    tree = _Tree(tuple(dimensions), domains, k)
    return Partition(tuple(tree.leaves(known, {})), tuple(tree.joins))


@dataclass(slots=True)
class _Tree:
    dimensions: tuple[str, ...]
    domains: Mapping[str, Sequence[str]]
    k: int
    joins: list[Join] = field(default_factory=list)

    def leaves(self, cells: Mapping[Cell, int], of: Mapping[str, Values], place: int = 0) -> Iterator[Leaf]:
        """The groups of these persons, who are divided by all dimensions before `place`."""
        if place == len(self.dimensions):
            yield Leaf(of, sum(cells.values()))
            return
        parts = self._parts(_sizes(cells, place), of, self.dimensions[place])
        if len(parts) == 1 and not parts[0]:
            yield from self.leaves(cells, of, place + 1)
            return
        for values in parts:
            inside = {cell: count for cell, count in cells.items() if cell[place] in values}
            yield from self.leaves(inside, {**of, self.dimensions[place]: values}, place + 1)

    def _parts(self, sizes: Mapping[str, int], within: Mapping[str, Values], dimension: str) -> list[Values]:
        """The values that stand together; one empty part where nothing is divided."""
        small = sorted(value for value, size in sizes.items() if size < self.k)
        if not small:
            return [(value,) for value in sorted(sizes)]
        unseen = set(self.domains.get(dimension, ())) - sizes.keys()
        together = {*small, *self._filling(small, sizes, is_told=not unseen)}
        self.joins.append(Join(within, dimension, tuple(sorted(together)), tuple(small)))
        if not (alone := sizes.keys() - together):
            return [()]
        return sorted([tuple(sorted(together | unseen)), *((value,) for value in alone)])

    def _filling(self, small: Sequence[str], sizes: Mapping[str, int], *, is_told: bool) -> tuple[str, ...]:
        """The value that joins the small ones where it has to: the first of the others behind them, whatever its size,
        for if it were the smallest, a neighbour that stands alone would bound it, and the small ones with it. It also
        joins values that all just miss `k`, which their sum alone would tell (`is_told`: no value that nobody has is
        named with them)."""
        persons = sum(sizes[value] for value in small)
        if persons >= self.k and not (is_told and persons == (self.k - 1) * len(small)):
            return ()
        others = sorted(sizes.keys() - set(small), key=lambda value: (value < small[0], value))
        return tuple(others[:1])


def _sizes(cells: Mapping[Cell, int], place: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell, count in cells.items():
        found[cell[place]] = found.get(cell[place], 0) + count
    return found
