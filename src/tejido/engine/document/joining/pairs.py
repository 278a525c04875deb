"""Which passages of two languages are translations of one another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from .lattice import certain_pairs
from .lexicon import Lexicon, learn
from .likeness import AT_PLACE, Likeness
from .marks import Marks, together

ROUNDS = 3  # the second knows words, the third has not learned them from the errors of the first
CERTAIN = 0.9  # a pair below is left to a person
ANCHORED = 0.95  # a pair of sections below does not bind what stands in them

Pair = tuple[int, int]


def pairs_of(ones: Sequence[Marks], others: Sequence[Marks], pinned: Mapping[int, int]) -> list[Pair]:
    """The certain pairs of positions, both rising. `pinned` are those known beforehand, which need not rise.

    Method: sections first, each with all that stands in it; then, between those that are certain, passage by passage.
    The pairs so found teach which words answer to which, and all is done again with them, until nothing changes.
    """
    found: list[Pair] = []
    for _ in range(ROUNDS if ones and others else 0):
        before = found
        found = _pairs(ones, others, learn([(ones[i], others[j]) for i, j in before]), pinned)
        if found == before:
            break
    return found


def _pairs(ones: Sequence[Marks], others: Sequence[Marks], lexicon: Lexicon, pinned: Mapping[int, int]) -> list[Pair]:
    likeness = Likeness(ones, others, lexicon, pinned)
    anchors = list(_anchors(ones, others, lexicon, pinned))
    found = list(anchors)
    for (i, j), (stop, other_stop) in pairwise([(-1, -1), *anchors, (len(ones), len(others))]):
        found += _between(likeness, i + 1, stop, j + 1, other_stop)
    return sorted(found)


def _between(likeness: Likeness, start: int, stop: int, other_start: int, other_stop: int) -> list[Pair]:
    def row(i: int, low: int, high: int) -> list[float]:
        return likeness.row(start + i, other_start + low, other_start + high)

    inner = certain_pairs(stop - start, other_stop - other_start, row, CERTAIN)
    return [(start + i, other_start + j) for i, j in inner]


def _anchors(
    ones: Sequence[Marks], others: Sequence[Marks], lexicon: Lexicon, pinned: Mapping[int, int]
) -> Iterator[Pair]:
    """The headings of sections that are certainly the same section, and whose own words do not speak against it."""
    starts, other_starts = _starts(ones), _starts(others)
    if not starts or not other_starts:
        return
    place = {start: at for at, start in enumerate(other_starts)}
    pins = {at: place[pinned[start]] for at, start in enumerate(starts) if pinned.get(start) in place}
    heads = Likeness([ones[at] for at in starts], [others[at] for at in other_starts], lexicon, pins)
    whole = Likeness(_sections(ones, starts), _sections(others, other_starts), lexicon, pins)

    def row(a: int, low: int, high: int) -> list[float]:
        both = zip(heads.row(a, low, high), whole.row(a, low, high), strict=True)
        return [of_head + of_whole - AT_PLACE for of_head, of_whole in both]

    for a, b in certain_pairs(len(starts), len(other_starts), row, ANCHORED):
        if heads.row(a, b, b + 1)[0] > AT_PLACE:
            yield starts[a], other_starts[b]


def _starts(passages: Sequence[Marks]) -> list[int]:
    return [at for at, marks in enumerate(passages) if marks.is_heading]


def _sections(passages: Sequence[Marks], starts: list[int]) -> list[Marks]:
    return [together(passages[start:stop]) for start, stop in pairwise([*starts, len(passages)])]
