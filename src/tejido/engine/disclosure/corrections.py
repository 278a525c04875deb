"""A count that was published, counted again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .partitions import Cell
from .sums import Leaf, Values


@dataclass(frozen=True, slots=True)
class Corrected:
    """A group as it is now: `places` are those of the published groups that are joined in it, none for who has what
    nobody had, where these stand alone. What the leaf tells holds of all its persons; of others it may hold as well."""

    leaf: Leaf
    places: tuple[int, ...]
    has_newcomers: bool = False


def corrected(
    before: Sequence[Leaf], cells: Mapping[Cell, int], dimensions: Sequence[str], k: int
) -> tuple[Corrected, ...] | None:
    """The groups that were published, with the persons that are in `cells` now. None where no version of them may be
    published: the former one stands.

    Both versions are in the hands of the attacker, and their difference is who came and who went. Groups are joined,
    never divided anew, until every union of them has as many persons as before, or at least `k` more or fewer, and each
    has none or at least `k`.

    **What holds.** Take every old group, every new group and, for who is not counted, the outside as points, and each
    person as a step from where they were to where they are. A combination of figures gives each point a height and each
    person the difference of two of them. Where it is the indicator of a set of persons, every step goes up by 0 or by
    1, and the set is the sum, over the heights, of who steps over them: what is now in the points above less what was
    in them. Suppose that of each group of which anybody is left at least `k` stayed. A set that holds none of those
    who stayed never cuts between a group's two versions; so it is a sum of changes of unions of groups, where a group
    of which nobody is left stands with any union or with none. Each of these is 0 or at least `k`, and so is the set.
    This holds for two versions. With four, changes that overlap can leave a remainder of one: a count is corrected
    once.
    """
    groups = [_Group(leaf.of, leaf.persons, [place]) for place, leaf in enumerate(before)]
    rest: dict[Cell, int] = {}
    for cell, count in cells.items():
        found = next((group for group in groups if group.has(cell, dimensions)), None)
        if found is not None:
            found.after += count
        elif count:
            rest[cell] = count
    if rest:
        groups.append(_newcomers(rest, dimensions))
    for group in groups:
        group.settle()
    while (place := _offending(groups, k)) is not None:
        if len(groups) == 1:
            return None
        group = groups.pop(place)
        groups[_nearest(groups, group, dimensions)].take(group)
    return tuple(group.corrected for group in groups if group.after)


@dataclass(slots=True)
class _Group:
    """`gone`: the sizes of the groups among them of which nobody is left; `before` counts the others."""

    of: Mapping[str, Values]
    before: int
    places: list[int]
    after: int = 0
    has_newcomers: bool = False
    gone: tuple[int, ...] = ()

    @property
    def corrected(self) -> Corrected:
        return Corrected(Leaf(self.of, self.after), tuple(sorted(self.places)), self.has_newcomers)

    def settle(self) -> None:
        if self.before and not self.after:
            self.before, self.gone = 0, (self.before,)

    @property
    def change(self) -> int:
        return self.after - self.before

    def has(self, cell: Cell, dimensions: Sequence[str]) -> bool:
        return all(value in self.of[name] for name, value in zip(dimensions, cell, strict=True) if name in self.of)

    def take(self, other: _Group) -> None:
        """Of all of them is told what holds of each."""
        shared = self.of.keys() & other.of.keys()
        self.of = {name: tuple(sorted({*self.of[name], *other.of[name]})) for name in sorted(shared)}
        self.before += other.before
        self.after += other.after
        self.gone += other.gone
        self.places += other.places
        self.has_newcomers |= other.has_newcomers


def _newcomers(cells: Mapping[Cell, int], dimensions: Sequence[str]) -> _Group:
    """Who has values that nobody had."""
    values = {name: tuple(sorted({cell[place] for cell in cells})) for place, name in enumerate(dimensions)}
    return _Group(values, 0, [], sum(cells.values()), has_newcomers=True)


def _offending(groups: Sequence[_Group], k: int) -> int | None:
    """The group to join with another: one that is itself too small, or else, where changes are small or give a small
    one together, the one that changed least."""
    if small := [place for place, group in enumerate(groups) if 0 < group.after < k]:
        return small[0]
    if not _gives_few([*(group.change for group in groups), *(-one for group in groups for one in group.gone)], k):
        return None
    return min((abs(group.change), place) for place, group in enumerate(groups) if group.change)[1]


def _gives_few(changes: Sequence[int], k: int) -> bool:
    """Whether some of the changes add up to fewer than `k` and not to none. The sums that the rises can give, and those
    of the falls, are the bits of a number each."""
    up, down = _sums(change for change in changes if change > 0), _sums(-change for change in changes if change < 0)
    return any(up & (down << few) or down & (up << few) for few in range(1, k))


def _sums(amounts: Iterable[int]) -> int:
    bits = 1
    for amount in amounts:
        bits |= bits << amount
    return bits


def _nearest(groups: Sequence[_Group], group: _Group, dimensions: Sequence[str]) -> int:
    """The group of which most of the same is told, and of several the smallest."""

    def distance(place: int) -> tuple[int, int, int]:
        other = groups[place]
        alike = sum(other.of.get(name) == group.of.get(name) for name in dimensions)
        return -alike, other.before, place

    return min(range(len(groups)), key=distance)
