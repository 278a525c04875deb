"""Which old passages are worth comparing with a new one, found by rare words so that not all pairs need be looked
at."""

from bisect import bisect_left
from collections import defaultdict
from heapq import nsmallest

from .pairing import Pairing

RAREST = 8  # words of a passage that are looked up
CROWDED = 48  # a word in more passages than this tells nothing
NEAR = 24  # of a crowded word, this many places around the expected one are looked at
BEST = 4  # passages that are compared in full


class Index:
    """The unpaired old passages by word. Postings are in reading order."""

    def __init__(self, pairing: Pairing, positions: list[int]) -> None:
        self._pairing = pairing
        self._postings: dict[str, list[int]] = defaultdict(list)
        for i in positions:
            for word in pairing.old.bag(i):
                self._postings[word].append(i)

    def nearest(self, j: int, around: int | None = None) -> list[int]:
        """The old positions that share the most telling rare words with the new passage j, best first.

        `around` is where the passage is expected; of a common word only the places nearest to it are then looked at.
        Cost: RAREST * CROWDED at most, whatever the length of the text.
        """
        votes: dict[int, float] = defaultdict(float)
        for word, hits in self._rarest(j, around):
            weight = self._pairing.weights[word] / len(hits)
            for i in hits:
                votes[i] += weight
        return [i for _, i in nsmallest(BEST, [(-vote, i) for i, vote in votes.items()])]

    def _rarest(self, j: int, around: int | None) -> list[tuple[str, list[int]]]:
        found = []
        for word in self._pairing.new.bag(j):
            hits = self._postings.get(word)
            if hits and (len(hits) <= CROWDED or around is not None):
                found.append((word, hits))
        rarest = sorted(found, key=lambda item: (len(item[1]), item[0]))[:RAREST]
        return [(word, _window(hits, around)) for word, hits in rarest]


def _window(hits: list[int], around: int | None) -> list[int]:
    if around is None or len(hits) <= CROWDED:
        return hits
    start = max(0, bisect_left(hits, around) - NEAR // 2)
    return hits[start : start + NEAR]
