"""Two classical sequence problems that aligning and comparing rest on: common and heaviest increasing subsequences."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from ..document import walk_back

# Bits kept for the way back: 400 million are 50 MB. Beyond that the middle counts as replaced as a whole.
MAX_CELLS = 400_000_000


@dataclass(frozen=True, slots=True)
class Hunk:
    """`old[old_start:old_end]` gave way to `new[new_start:new_end]`; one of the two may be empty, never both."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Hunk]:
    """The smallest difference of two sequences, in order: what lies between the elements of a longest common
    subsequence.

    Method: what both begin and end with is set aside; the rest goes through the bit-parallel recurrence of Crochemore,
    Iliopoulos, Pinzon and Reid (2001) in Hyyrö's form (2004). A row holds one bit per element of `old`, and zero at i
    says that the element i makes the common subsequence longer. Every row is kept, so that the way back finds the
    pairs. Invariant: hunks are disjoint, in order, and separated by at least one equal element. Cost: len(old) *
    len(new) / word size for the middle, whatever it holds, so that a passage rewritten from end to end costs no more
    than a touched one.
    """
    start = _common_prefix(old, new)
    end = _common_suffix(old, new, start)
    old_end, new_end = len(old) - end, len(new) - end
    middle = _pairs(old[start:old_end], new[start:new_end])
    found = []
    last_old, last_new = start, start
    for i, j in [(start + i, start + j) for i, j in middle] + [(old_end, new_end)]:
        if i > last_old or j > last_new:
            found.append(Hunk(last_old, i, last_new, j))
        last_old, last_new = i + 1, j + 1
    return found


def _common_prefix(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    most = min(len(old), len(new))
    return next((at for at in range(most) if old[at] != new[at]), most)


def _common_suffix(old: Sequence[Hashable], new: Sequence[Hashable], start: int) -> int:
    most = min(len(old), len(new)) - start
    return next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The positions of a longest common subsequence, in order; none where the two are too long to compare."""
    if not old or not new or len(old) * len(new) > MAX_CELLS:
        return []
    rows = _rows(old, new)
    found = []
    i, j = len(old) - 1, len(new)
    while i >= 0 and j > 0:
        if rows[j] >> i & 1:
            i -= 1
        elif not rows[j - 1] >> i & 1:
            j -= 1
        else:
            found.append((i, j - 1))
            i, j = i - 1, j - 1
    found.reverse()
    return found


def _rows(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    places: dict[Hashable, int] = {}
    for at, element in enumerate(old):
        places[element] = places.get(element, 0) | 1 << at
    full = (1 << len(old)) - 1
    rows = [full]
    for element in new:
        row = rows[-1]
        hit = row & places.get(element, 0)
        rows.append((row + hit | row - hit) & full)
    return rows


def common_length(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """The length of a longest common subsequence."""
    start = _common_prefix(old, new)
    end = _common_suffix(old, new, start)
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if not middle_old or not middle_new or len(middle_old) * len(middle_new) > MAX_CELLS:
        return start + end
    return start + end + len(middle_old) - _rows(middle_old, middle_new)[-1].bit_count()


def heaviest_increasing(numbers: Sequence[int], weights: Sequence[float]) -> list[int]:
    """The positions of a strictly increasing subsequence of the greatest total weight (weights are positive).

    Method: dynamic programming over a Fenwick tree that answers "the heaviest chain that ends below this number". Cost:
    n log n; linear where the numbers increase already.
    """
    if all(numbers[at] < numbers[at + 1] for at in range(len(numbers) - 1)):
        return list(range(len(numbers)))
    rank = {number: place for place, number in enumerate(sorted(set(numbers)), 1)}
    tree = Peaks(len(rank))
    before: list[int] = []
    for at, number in enumerate(numbers):
        weight, previous = tree.best(rank[number] - 1)
        before.append(previous)
        tree.raise_to(rank[number], weight + weights[at], at)
    return walk_back(tree.best(len(rank))[1], before)


class Peaks:
    """A Fenwick tree of maxima: the greatest value so far among the places 1 to k, and who holds it. Cost: log n a
    step."""

    __slots__ = ("_holders", "_values")

    def __init__(self, size: int) -> None:
        self._values = [0.0] * (size + 1)
        self._holders = [-1] * (size + 1)

    def best(self, place: int) -> tuple[float, int]:
        """The greatest value at or below the place and its holder; (0, -1) where there is none."""
        value, holder = 0.0, -1
        while place > 0:
            if self._values[place] > value:
                value, holder = self._values[place], self._holders[place]
            place &= place - 1
        return value, holder

    def raise_to(self, place: int, value: float, holder: int) -> None:
        while place < len(self._values):
            if value > self._values[place]:
                self._values[place], self._holders[place] = value, holder
            place += place & -place
