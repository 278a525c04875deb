"""Pairs between two sure pairs: repeated texts by their place, reworded ones by their words, all in order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...document import walk_back
from ..sequences import Peaks
from .candidates import Index
from .context import LIKE
from .pairing import Pairing

SMALL = 64  # pairs that are simply all compared

Pair = tuple[int, int]


def fill(pairing: Pairing) -> None:
    """Pairs what the backbone encloses, gap by gap.

    Method: in each gap the likely pairs are gathered (all of them in a small gap, by rare words and by rank among
    equals in a large one), and the heaviest chain that keeps the order is taken. A pair weighs more when the pair
    before it is in the chain too, by how firmly the two passages hold together; so of two equal items the one beside
    its old neighbour is taken, and a heading stays with what stands under it rather than with its number. Cost: k log
    k for k likely pairs, and k is linear.
    """
    index: Index | None = None
    for olds, news in list(_gaps(pairing)):
        if len(olds) == len(news) and all(_same(pairing, i, j) for i, j in zip(olds, news, strict=True)):
            pairing.pair_all(zip(olds, news, strict=True))
            continue
        if index is None and len(olds) * len(news) > SMALL:
            index = Index(pairing, pairing.free_old())
        likely = _likely(pairing, index, olds, news)
        pairing.pair_all(_chain(pairing, likely))


def _gaps(pairing: Pairing) -> Iterator[tuple[list[int], list[int]]]:
    """The unpaired positions between one pair of the backbone and the next, where both sides have some."""
    last_i = last_j = -1
    for i, j in [*pairing.backbone(), (len(pairing.old), len(pairing.new))]:
        if i - last_i > 1 and j - last_j > 1:
            olds = [at for at in range(last_i + 1, i) if pairing.new_of[at] < 0 and pairing.old.texts[at]]
            news = [at for at in range(last_j + 1, j) if pairing.old_of[at] < 0 and pairing.new.texts[at]]
            if olds and news:
                yield olds, news
        last_i, last_j = i, j


def _same(pairing: Pairing, i: int, j: int) -> bool:
    return pairing.old.kind(i) is pairing.new.kind(j) and pairing.old.key(i) == pairing.new.key(j)


def _likely(pairing: Pairing, index: Index | None, olds: list[int], news: list[int]) -> dict[Pair, float]:
    """Pairs in a gap with their likeness, where it is enough."""
    pairs: Iterable[Pair]
    if len(olds) * len(news) <= SMALL or index is None:
        pairs = [(i, j) for i in olds for j in news]
    else:
        pairs = _by_words(pairing, index, olds, news) | _by_rank(pairing, olds, news)
    scored = {(i, j): pairing.likeness(i, j) for i, j in pairs}
    return {pair: likeness for pair, likeness in scored.items() if likeness >= LIKE}


def _by_words(pairing: Pairing, index: Index, olds: list[int], news: list[int]) -> set[Pair]:
    """Pairs that share rare words but are not equal, looked for around the place that an even spread of the edits
    gives."""
    found: set[Pair] = set()
    equal = {pairing.old.key(i) for i in olds}
    for at, j in enumerate(news):
        if pairing.new.key(j) in equal:
            continue
        around = olds[at * len(olds) // len(news)]
        found.update((i, j) for i in index.nearest(j, around) if olds[0] <= i <= olds[-1])
    return found


def _by_rank(pairing: Pairing, olds: list[int], news: list[int]) -> set[Pair]:
    """Pairs of equal texts: all where they are few, else the nth with the nth, counted from either end."""
    mine: dict[str, list[int]] = defaultdict(list)
    yours: dict[str, list[int]] = defaultdict(list)
    for i in olds:
        mine[pairing.old.loose(i)].append(i)
    for j in news:
        yours[pairing.new.loose(j)].append(j)
    found: set[Pair] = set()
    for key, positions in mine.items():
        others = yours.get(key, [])
        if len(positions) * len(others) <= SMALL:
            found.update((i, j) for i in positions for j in others)
        else:
            found.update(zip(positions, others, strict=False))
            found.update(zip(reversed(positions), reversed(others), strict=False))
    return found


def _chain(pairing: Pairing, likely: dict[Pair, float]) -> list[Pair]:
    """The heaviest chain of pairs that increases on both sides, neighbours in the chain counting more.

    Sparse dynamic programming: pairs are taken by old position, and new positions of one old one from the right, so
    that the tree never holds a pair of the same row.
    """
    ordered = sorted(likely, key=lambda pair: (pair[0], -pair[1]))
    columns = sorted({j for _, j in ordered})
    tree = Peaks(len(columns))
    best: dict[Pair, float] = {}
    before: list[int] = []
    number = {pair: at for at, pair in enumerate(ordered)}
    for at, (i, j) in enumerate(ordered):
        place = bisect_left(columns, j)
        total, previous = tree.best(place)
        beside = best.get((i - 1, j - 1), -1.0) + pairing.bond(i)
        if (i - 1, j - 1) in best and beside >= total:
            total, previous = beside, number[i - 1, j - 1]
        best[i, j] = total + _weight(pairing, i, j, likely[i, j])
        before.append(previous)
        tree.raise_to(place + 1, best[i, j], at)
    return [ordered[at] for at in walk_back(tree.best(len(columns))[1], before)]


def _weight(pairing: Pairing, i: int, j: int, likeness: float) -> float:
    length = min(len(pairing.old.texts[i]), len(pairing.new.texts[j]), 200)
    kind = 0.05 if pairing.old.passages[i].kind is pairing.new.passages[j].kind else 0.0
    level = 0.05 if pairing.old.passages[i].level == pairing.new.passages[j].level else 0.0
    return likeness * (1 + length / 100) + pairing.context(i, j) + kind + level
