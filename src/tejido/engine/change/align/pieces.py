"""Splits and joins: one passage became several, several became one."""

from collections import Counter
from collections.abc import Callable, Iterator

from .pairing import Pairing

WORDS = 3  # a piece of fewer words is not told from a new passage
CONTAINED = 0.65  # of a piece's words; the rest is what joins the sentences


class Pieces:
    """Which new passages are pieces of an old one that kept its id, and which old passages went into another.

    Method: an unpaired passage is compared with what stands next to its place: it is a piece where nearly all its
    words stand in the neighbour's other version and are not already accounted for there, by the neighbour itself or
    by another piece. Of all pieces the longest keeps the id. Cost: linear in the unpaired passages.
    """

    def __init__(self, pairing: Pairing) -> None:
        self._pairing = pairing
        self.origin: dict[int, int] = {}  # new piece -> the old passage it comes from
        self.whole: dict[int, int] = {}  # old passage -> the new one it went into

    def find(self) -> None:
        self._find_splits()
        self._find_joins()

    def _find_splits(self) -> None:
        pairing = self._pairing
        left_over: dict[int, Counter[str]] = {}
        for j in pairing.free_new():
            for beside in _paired_neighbours(pairing.old_of, j, self.origin):
                i = pairing.old_of[beside]
                if i not in left_over:
                    left_over[i] = pairing.old.bag(i) - pairing.new.bag(beside)
                if self._take(left_over[i], pairing.new.bag(j)):
                    self.origin[j] = i
                    break
        for i in sorted(set(self.origin.values())):
            self._keep_longest_piece(i)

    def _keep_longest_piece(self, i: int) -> None:
        """The id goes to the longest piece: the one that has most of the old words."""
        pairing = self._pairing
        holder = pairing.new_of[i]
        pieces = [holder, *(j for j, origin in self.origin.items() if origin == i)]
        longest = max(pieces, key=lambda j: (_letters(pairing.old.bag(i) & pairing.new.bag(j)), -j))
        if longest != holder:
            pairing.part(i, holder)
            pairing.pair(i, longest)
            del self.origin[longest]
            self.origin[holder] = i

    def _find_joins(self) -> None:
        pairing = self._pairing
        left_over: dict[int, Counter[str]] = {}
        for i in pairing.free_old():
            for beside in _paired_neighbours(pairing.new_of, i, self.whole):
                j = pairing.new_of[beside]
                if j not in left_over:
                    left_over[j] = pairing.new.bag(j) - pairing.old.bag(beside)
                if self._take(left_over[j], pairing.old.bag(i)):
                    self.whole[i] = j
                    break
        for j in sorted(set(self.whole.values())):
            self._keep_longest_part(j)

    def _keep_longest_part(self, j: int) -> None:
        pairing = self._pairing
        holder = pairing.old_of[j]
        parts = [holder, *(i for i, whole in self.whole.items() if whole == j)]
        longest = max(parts, key=lambda i: (_letters(pairing.old.bag(i) & pairing.new.bag(j)), -i))
        if longest != holder:
            pairing.part(holder, j)
            pairing.pair(longest, j)
            del self.whole[longest]
            self.whole[holder] = j

    def _take(self, left: Counter[str], bag: Counter[str]) -> bool:
        """Takes the words of a piece out of what is left of the whole, if they are nearly all there."""
        if bag.total() < WORDS or not left:
            return False
        weights = self._pairing.weights
        if weights.of_bag(left & bag) < CONTAINED * weights.of_bag(bag):
            return False
        left -= bag
        return True


def _letters(bag: Counter[str]) -> int:
    return sum(len(word) * count for word, count in bag.items())


def _paired_neighbours(partner: list[int], at: int, pieces: dict[int, int]) -> Iterator[int]:
    """The nearest paired position before and the nearest after, with nothing but unpaired ones in between."""
    step: Callable[[int], int]
    for step in (lambda place: place - 1, lambda place: place + 1):
        beside = step(at)
        while 0 <= beside < len(partner) and partner[beside] < 0 and (beside in pieces or abs(beside - at) < 8):
            beside = step(beside)
        if 0 <= beside < len(partner) and partner[beside] >= 0:
            yield beside
