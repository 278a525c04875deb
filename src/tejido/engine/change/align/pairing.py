"""The state of an alignment while it is being found: who is paired with whom, and how alike two passages are."""

from collections.abc import Iterable

from ...document import Kind
from ..sequences import heaviest_increasing
from .traits import Side, Weights

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION})
CONTAINED = 0.8  # a passage of which this share stands in another may be a piece of it

# How firmly a passage holds to the one before it, between 0 and 1.
FIRM, USUAL, WEAK = 0.4, 0.3, 0.1


class Pairing:
    """Two sides and the pairs found so far. Invariant: `old_of` and `new_of` are inverse; a pair is never taken back
    here."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.new_of: list[int] = [-1] * len(old)
        self.old_of: list[int] = [-1] * len(new)
        self._weights: Weights | None = None
        self._sizes: tuple[dict[int, int], dict[int, int]] = {}, {}

    @property
    def weights(self) -> Weights:
        if self._weights is None:
            self._weights = Weights(self.old)
        return self._weights

    def pair(self, i: int, j: int) -> None:
        self.new_of[i] = j
        self.old_of[j] = i

    def part(self, i: int, j: int) -> None:
        self.new_of[i] = self.old_of[j] = -1

    def is_free(self, i: int, j: int) -> bool:
        """Both positions exist and neither has a partner."""
        return 0 <= i < len(self.new_of) and 0 <= j < len(self.old_of) and self.new_of[i] < 0 and self.old_of[j] < 0

    def is_pair(self, i: int, j: int) -> bool:
        """Paired; the ends of the two texts count as a pair."""
        if 0 <= i < len(self.new_of) and 0 <= j < len(self.old_of):
            return self.new_of[i] == j
        return (i < 0) == (j < 0) and (i >= len(self.new_of)) == (j >= len(self.old_of))

    def free_old(self) -> list[int]:
        return [i for i, j in enumerate(self.new_of) if j < 0 and self.old.texts[i]]

    def free_new(self) -> list[int]:
        return [j for j, i in enumerate(self.old_of) if i < 0 and self.new.texts[j]]

    def backbone(self) -> list[tuple[int, int]]:
        """The heaviest run of pairs that stand in the same order on both sides. Long texts weigh more: they are
        surer."""
        pairs = [(i, j) for j, i in enumerate(self.old_of) if i >= 0]
        weights = [1.0 + min(len(self.new.texts[j]), 240) / 12 for _, j in pairs]
        return [pairs[at] for at in heaviest_increasing([i for i, _ in pairs], weights)]

    def likeness(self, i: int, j: int) -> float:
        """How alike an old and a new passage are, 0 to 1: the same words 1, the same but for the number 0.8, else by
        words."""
        if self.old.texts[i] == self.new.texts[j] or self.old.key(i) == self.new.key(j):
            score = 1.0
        elif self.old.loose(i) == self.new.loose(j):
            score = 0.8
        else:
            score = self.share(i, j)
        return score * _related(self.old.kind(i), self.new.kind(j))

    def share(self, i: int, j: int) -> float:
        """The weighted share of words in common (Dice, each word once); or that one holds nearly all of the other,
        which counts half."""
        mine, yours = self.old.bag(i), self.new.bag(j)
        common = self.weights.of(mine.keys() & yours.keys())
        if not common:
            return 0.0
        sizes = self._size(self.old, i), self._size(self.new, j)
        dice = 2 * common / sum(sizes)
        contained = common / min(sizes)
        is_piece = contained >= CONTAINED and min(len(mine), len(yours)) >= 4
        return max(dice, 0.55 * contained) if is_piece else dice

    def _size(self, side: Side, at: int) -> int:
        known = self._sizes[side is self.new]
        if at not in known:
            known[at] = self.weights.of(side.bag(at))
        return known[at]

    def bond(self, i: int) -> float:
        """How firmly the old passage i holds to the one before it: under its heading, in running text, or opening a
        section."""
        if i <= 0 or i >= len(self.old) or self.old.is_heading(i):
            return WEAK
        return FIRM if self.old.is_heading(i - 1) else USUAL

    def context(self, i: int, j: int) -> float:
        """What paired neighbours on either side say for this pair."""
        before = self.bond(i) if self.is_pair(i - 1, j - 1) else 0.0
        after = self.bond(i + 1) if self.is_pair(i + 1, j + 1) else 0.0
        return before + after

    def pair_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            self.pair(i, j)


def _related(one: Kind, other: Kind) -> float:
    """What a change of kind takes from the likeness: nothing between running kinds, much between text and table."""
    if one is other or {one, other} <= _RUNNING:
        return 1.0
    if Kind.HEADING in {one, other} and ({one, other} & _RUNNING):
        return 0.85
    return 0.7
