"""Which breakdowns may be shown so that nobody is recognised by what is shown.

**The attack.** The attacker holds every figure of every page and every file of a questionnaire, and knows of each
person who answered to which sex, grade and branch they belong; what they do not know is what anybody answered. Each
figure, a count of an option in a group, is then one linear equation over the unknown answers. The attacker adds and
subtracts equations: totals less groups, groups of one breakdown less those of another.

**What holds.** No combination of the equations gives the count of an option in a group that has fewer persons than
`threshold`, or of which fewer answered the question; nor in a group of fewer than `alike` who all answered alike.

**How.** Every breakdown parts those who answered by one attribute; there are no crossed ones. Within a breakdown,
groups below the threshold are put together, with the smallest of the others where that is still too small, so that no
total less groups gives one. Between breakdowns a difference can still cut out a few: all women but those who teach.
The persons are grouped into cells that no figure parts; a group that some combination gives is a union of cells whose
indicator lies in the row space of the figures. With the rows in reduced echelon form such a combination is fixed by the
pivots that lie in the union, each taken once: trying the subsets of pivots finds every such union, without a bound on
its size. What leaks is made coarser, and left out at last.

**What does not hold.** Bounds: where nearly everybody in a group said the same, the attacker is nearly sure. Somebody
who knows four answers of a group of five knows the fifth. What people write in open answers is theirs to guard, and is
read before it is released.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A group of a breakdown: the values of the attribute that are put together in it, and how many persons it has."""

    values: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Union:
    """A group that the figures give: its size, and by how much each published group is taken for it."""

    size: int
    taken: tuple[Fraction, ...]


Parts = tuple[Part, ...]


def breakdowns(
    cells: Mapping[Cell, int], dimensions: Sequence[str], threshold: int, unsaid: str = ""
) -> dict[str, Parts]:
    """The groups of each dimension that may be shown, by dimension in the order given; one that cannot be shown is
    missing. `cells` counts the persons with each combination of values, one value per dimension. `unsaid` is the value
    of those of whom it is not known: they fill up no small group, for whoever put them in can take them out again."""
    shown: dict[str, Parts] = {}
    for place, dimension in enumerate(dimensions):
        parts = _merged(_sizes(cells, place), threshold, unsaid)
        while len(parts) > 1 and _isolates(cells, dimensions, {**shown, dimension: parts}, threshold):
            parts = _coarser(parts)
        if len(parts) > 1:
            shown[dimension] = parts
    return shown


def unions(cells: Mapping[Cell, int], dimensions: Sequence[str], shown: Mapping[str, Parts]) -> list[Union]:
    """Every group of persons that some combination of the whole and of the groups shown gives. `taken` has the whole
    first, then the groups in the order of `shown`."""
    counts = _signatures(cells, dimensions, shown)
    rows = _echelon([[*map(Fraction, column)] for column in zip(*counts, strict=True)])
    sizes = list(counts.values())
    return list(_walk(rows, sizes))


def _isolates(cells: Mapping[Cell, int], dimensions: Sequence[str], shown: Mapping[str, Parts], threshold: int) -> bool:
    return any(union.size < threshold for union in unions(cells, dimensions, shown))


def _sizes(cells: Mapping[Cell, int], place: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell, count in cells.items():
        found[cell[place]] = found.get(cell[place], 0) + count
    return {value: size for value, size in found.items() if size}


def _merged(sizes: Mapping[str, int], threshold: int, unsaid: str) -> Parts:
    """Groups that are large enough, and those that are not put together with as many of the others as it takes."""
    whole = sorted((Part((value,), size) for value, size in sizes.items()), key=_order)
    small = [part for part in whole if part.size < threshold]
    if not small:
        return tuple(whole)
    large = whole[len(small) :]
    while large and sum(part.size for part in small if part.values != (unsaid,)) < threshold:
        small.append(large.pop(0))
    return tuple(sorted([*large, _joined(small)], key=_order))


def _coarser(parts: Parts) -> Parts:
    """The two smallest groups as one."""
    return tuple(sorted([_joined(parts[:2]), *parts[2:]], key=_order))


def _joined(parts: Sequence[Part]) -> Part:
    return Part(tuple(sorted(value for part in parts for value in part.values)), sum(part.size for part in parts))


def _order(part: Part) -> tuple[int, tuple[str, ...]]:
    return part.size, part.values


def _signatures(
    cells: Mapping[Cell, int], dimensions: Sequence[str], shown: Mapping[str, Parts]
) -> dict[tuple[int, ...], int]:
    """How many persons are in the same groups, by which those are: 1 or 0 for the whole and for every group shown."""
    found: dict[tuple[int, ...], int] = {}
    for cell, count in cells.items():
        if count:
            inside = (
                int(cell[dimensions.index(dimension)] in part.values)
                for dimension, parts in shown.items() for part in parts
            )  # fmt: skip  # one row of a table, read as one
            signature = (1, *inside)
            found[signature] = found.get(signature, 0) + count
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in reduced echelon form, and of which figures it is made."""

    values: tuple[Fraction, ...]
    taken: tuple[Fraction, ...]


def _echelon(rows: Sequence[Sequence[Fraction]]) -> list[_Row]:
    """The rows in reduced echelon form, without those that say nothing new."""
    width, height = len(rows[0]), len(rows)
    table = [[*row, *(Fraction(int(at == place)) for at in range(height))] for place, row in enumerate(rows)]
    done = 0
    for column in range(width):
        found = next((at for at in range(done, height) if table[at][column]), None)
        if found is None:
            continue
        table[done], table[found] = table[found], table[done]
        pivot = table[done][column]
        table[done] = [value / pivot for value in table[done]]
        for at in range(height):
            if at != done and (factor := table[at][column]):
                table[at] = [a - factor * b for a, b in zip(table[at], table[done], strict=True)]
        done += 1
    return [_Row(tuple(row[:width]), tuple(row[width:])) for row in table[:done]]


def _walk(rows: Sequence[_Row], sizes: Sequence[int]) -> Iterator[Union]:
    """Every subset of the rows whose sum is nothing but ones and noughts. In the column of a pivot only its own row has
    something, so a sum of ones and noughts takes each row whole or not at all."""
    sums = [(tuple([Fraction(0)] * len(sizes)), tuple([Fraction(0)] * len(rows[0].taken)))]
    for row in rows:
        sums += [(_plus(values, row.values), _plus(taken, row.taken)) for values, taken in sums]
    for values, taken in sums[1:]:
        if all(value in {0, 1} for value in values):
            yield Union(sum(size for value, size in zip(values, sizes, strict=True) if value), taken)


def _plus(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))
