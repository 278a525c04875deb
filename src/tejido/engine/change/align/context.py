"""Pairs that follow from other pairs: a heading from what stands under it, a passage from its neighbours."""

from collections import defaultdict
from collections.abc import Set
from heapq import heapify, heappop, heappush

from .pairing import FIRM, USUAL, Pairing

LIKE = 0.34  # likeness that is enough where a neighbour speaks for the pair as well
_ROUNDS = 6  # headings have six levels


def pair_headings(pairing: Pairing) -> None:
    """Pairs headings by what stands under them, from the innermost sections outwards.

    Method: each pair of passages votes, by its length, for the pair of headings above it. A pair of headings is taken
    where its votes make up most of either section and its words agree, or nearly all where they do not (a new title).
    Repeated until nothing changes, because a heading votes for the one above it. Cost: linear per round.
    """
    for _ in range(_ROUNDS):
        free = [j for j in pairing.free_new() if pairing.new.is_heading(j)]
        if not free or not any(pairing.old.is_heading(i) for i in pairing.free_old()):
            return
        if not _pair_round(pairing):
            return


def _pair_round(pairing: Pairing) -> bool:
    votes, old_size, new_size = _votes(pairing)
    ranked = []
    for (i, j), shared in votes.items():
        if pairing.is_free(i, j):
            likeness = pairing.likeness(i, j)
            part = shared / max(old_size[i], new_size[j])
            most = shared / min(old_size[i], new_size[j])
            if likeness >= LIKE or (part >= 0.6 and most >= 0.8):
                ranked.append(((part + most) / 2 + likeness / 2 + pairing.context(i, j), -j, -i))
    found = False
    for score, j, i in sorted(ranked, reverse=True):
        if pairing.is_free(-i, -j) and score >= 0.75:
            pairing.pair(-i, -j)
            found = True
    return found


def _votes(pairing: Pairing) -> tuple[dict[tuple[int, int], float], dict[int, float], dict[int, float]]:
    """Shared length by pair of headings, and the length of what stands directly under each heading."""
    votes: dict[tuple[int, int], float] = defaultdict(float)
    old_size: dict[int, float] = defaultdict(float)
    new_size: dict[int, float] = defaultdict(float)
    for i, owner in enumerate(pairing.old.owners):
        old_size[owner] += len(pairing.old.texts[i])
    for j, owner in enumerate(pairing.new.owners):
        new_size[owner] += len(pairing.new.texts[j])
        i = pairing.old_of[j]
        if i >= 0 and owner >= 0 and pairing.old.owners[i] >= 0:
            votes[pairing.old.owners[i], owner] += len(pairing.new.texts[j])
    return votes, old_size, new_size


def spread(pairing: Pairing, *, exact: bool, beside: Set[int] | None = None) -> None:
    """Pairs the neighbours of pairs, the likeliest first, and their neighbours in turn.

    `beside` limits the pairs to start from, by new position. With `exact` only the same words (but for numbers) are
    taken, and only across a firm or usual bond; so duplicates go to the passage they stand beside. Else likeness by
    words is enough. Cost: k log k for k unpaired passages beside pairs.
    """
    queue: list[tuple[float, int, int]] = []
    for j in pairing.free_new():
        for step in (1, -1):
            if beside is None or j - step in beside:
                _offer(pairing, queue, j, step, exact)
    heapify(queue)
    while queue:
        _, i, j = heappop(queue)
        if pairing.is_free(i, j):
            pairing.pair(i, j)
            _offer(pairing, queue, j + 1, 1, exact)
            _offer(pairing, queue, j - 1, -1, exact)


def _offer(pairing: Pairing, queue: list[tuple[float, int, int]], j: int, step: int, exact: bool) -> None:
    """Queues position j with the old neighbour of its neighbour's partner."""
    beside = j - step
    if not 0 <= beside < len(pairing.old_of) or pairing.old_of[beside] < 0:
        return
    i = pairing.old_of[beside] + step
    if not pairing.is_free(i, j) or not pairing.old.texts[i]:
        return
    bond = pairing.bond(i if step > 0 else i + 1)
    likeness = pairing.likeness(i, j)
    if (likeness >= 0.8 and bond >= USUAL) if exact else likeness >= _needed(bond):
        heappush(queue, (-(likeness + pairing.context(i, j)), i, j))


def _needed(bond: float) -> float:
    """A firm bond asks for less likeness, a weak one for more."""
    return {FIRM: LIKE, USUAL: LIKE}.get(bond, 0.5)


def pair_siblings(pairing: Pairing) -> None:
    """Pairs the same words under the same heading, where they are left once on either side: short items in another
    order."""
    olds, news = _left_under_headings(pairing)
    for place, positions in news.items():
        if len(positions) == 1 and len(olds.get(place, ())) == 1:
            pairing.pair(olds[place][0], positions[0])


def _left_under_headings(pairing: Pairing) -> tuple[dict[tuple[int, str], list[int]], dict[tuple[int, str], list[int]]]:
    """The unpaired positions of either side by the old heading they stand under and by their words."""
    olds: dict[tuple[int, str], list[int]] = defaultdict(list)
    news: dict[tuple[int, str], list[int]] = defaultdict(list)
    for i in pairing.free_old():
        olds[pairing.old.owners[i], pairing.old.key(i)].append(i)
    for j in pairing.free_new():
        owner = pairing.new.owners[j]
        heading = pairing.old_of[owner] if owner >= 0 else -1
        if heading >= 0 or owner < 0:
            news[heading, pairing.new.key(j)].append(j)
    return olds, news
