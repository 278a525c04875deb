"""Pairs that only their place tells: what stands between the same neighbours and has no rival was reworded."""

from collections.abc import Iterator

from ...document import Kind
from .pairing import Pairing
from .pieces import Pieces
from .traits import Side

STRETCH = 6  # how many times longer or shorter a rewording may be
LONG = 60  # letters from which on a rewording keeps at least one telling word
STEM = 4  # letters by which such a word is known


def pin(pairing: Pairing, pieces: Pieces) -> None:
    """Pairs the only unpaired passage of its kind between two pairs with the only one on the other side.

    Both gaps must hold the same kinds in the same order, each kind once, and a heading only alone: a heading with a
    text under it that share no word with what stood there are another section. Pieces of splits and joins are passed
    over. Linear.
    """
    olds = [i for i, text in enumerate(pairing.old.texts) if text and i not in pieces.whole]
    news = [j for j, text in enumerate(pairing.new.texts) if text and j not in pieces.origin]
    for gap_old, gap_new in list(_gaps(pairing, olds, news)):
        kinds_old = [pairing.old.kind(i) for i in gap_old]
        kinds_new = [pairing.new.kind(j) for j in gap_new]
        lone = len(kinds_old) == 1 or (Kind.HEADING not in kinds_old and len(set(kinds_old)) == len(kinds_old))
        if kinds_old == kinds_new and lone:
            pairing.pair_all((i, j) for i, j in zip(gap_old, gap_new, strict=True) if _plausible(pairing, i, j))


def _gaps(pairing: Pairing, olds: list[int], news: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Unpaired runs on both sides that lie between the same two pairs (or the ends of the texts)."""
    place = {i: at for at, i in enumerate(olds)}
    at = 0
    while at < len(news):
        if pairing.old_of[news[at]] >= 0:
            at += 1
            continue
        stop = at
        while stop < len(news) and pairing.old_of[news[stop]] < 0:
            stop += 1
        before = place[pairing.old_of[news[at - 1]]] if at else -1
        after = place[pairing.old_of[news[stop]]] if stop < len(news) else len(olds)
        between = olds[before + 1 : after]
        if between and len(between) == stop - at and all(pairing.new_of[i] < 0 for i in between):
            yield between, news[at:stop]
        at = stop


def _plausible(pairing: Pairing, i: int, j: int) -> bool:
    """Of the same order of length, and long texts with a stem in common: else one was removed and another written."""
    mine, yours = len(pairing.old.texts[i]), len(pairing.new.texts[j])
    if min(mine, yours) > LONG and not _stems(pairing.old, i) & _stems(pairing.new, j):
        return False
    return max(mine, yours) <= STRETCH * min(mine, yours)


def _stems(side: Side, at: int) -> set[str]:
    """How the telling words begin: whoever rewrites a sentence changes the endings but keeps the subject."""
    return {word[:STEM] for word in side.bag(at) if len(word) > STEM}
