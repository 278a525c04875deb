"""Passages that were moved and reworded, found anywhere in the text; and short ones that were only moved."""

from collections import Counter, defaultdict

from .candidates import BEST, Index
from .pairing import Pairing

MOVED = 0.6  # likeness that is needed where nothing but the words speaks for a pair
MARGIN = 0.12  # by which it must exceed every other pair of either passage
WORDS = 4  # a shorter text may be found anywhere by accident


def pair_moved(pairing: Pairing) -> None:
    """Pairs unpaired passages across the whole text where the words leave no doubt, the likeliest first.

    A pair is taken only where no other unpaired passage on either side is nearly as like: a doubtful match becomes
    new. Cost: linear in the unpaired passages, because only those that share rare words are compared.
    """
    index = Index(pairing, [i for i in pairing.free_old() if len(pairing.old.bag(i)) >= WORDS])
    scores: dict[tuple[int, int], float] = {}
    by_old: dict[int, list[float]] = defaultdict(list)
    by_new: dict[int, list[float]] = defaultdict(list)
    for j in pairing.free_new():
        for i in index.nearest(j)[:BEST] if len(pairing.new.bag(j)) >= WORDS else ():
            scores[i, j] = score = pairing.likeness(i, j)
            by_old[i].append(score)
            by_new[j].append(score)
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        alone = _stands_out(by_old[i], score) and _stands_out(by_new[j], score)
        if score >= MOVED and alone and pairing.is_free(i, j):
            pairing.pair(i, j)


def _stands_out(scores: list[float], score: float) -> bool:
    return sum(other > score - MARGIN for other in scores) == 1


def pair_short(pairing: Pairing) -> None:
    """Pairs what is left of the texts of several words that stand once in both: short ones that were moved.

    Last, because for a short text its neighbours tell more than its words.
    """
    counts = Counter(pairing.old.texts), Counter(pairing.new.texts)
    place = {text: i for i, text in enumerate(pairing.old.texts)}
    loose = Counter(pairing.old.loose(i) for i in pairing.free_old())
    for j in pairing.free_new():
        text = pairing.new.texts[j]
        if " " in text and counts[0].get(text) == 1 and counts[1][text] == 1:
            i = place[text]
            if pairing.is_free(i, j) and loose[pairing.old.loose(i)] == 1:
                pairing.pair(i, j)
