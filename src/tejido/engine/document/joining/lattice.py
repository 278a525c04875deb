"""Every way to lay two sequences beside each other, weighed at once."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import exp

SMALL = 10_000  # pairs up to which each is looked at
MARGIN = 32  # beyond that, how far off its proportional place an element is looked for, and the difference in length
MOST = 250  # the farthest

# The odds of element i with each of the other sequence from j to before k.
Odds = Callable[[int, int, int], list[float]]
Band = tuple[int, int]
Weights = list[float]


def certain_pairs(count: int, other_count: int, odds: Odds, certainty: float) -> list[tuple[int, int]]:
    """The pairs (i, j) that are right with at least this probability (above one half), both rising.

    `odds` is the logarithm of how much likelier it is that two elements are a pair than that neither has a partner.
    Method: a pair hidden Markov model read by its posteriors (Durbin, Eddy, Krogh and Mitchison 1998, chapter 4): the
    probability of a pair is the share of all layings that hold it. So a pair with a nearly as good rival is not
    certain, however good the best laying is. Of two pairs that exclude each other never both are above one half, so
    nothing is left to choose. Cost: the number of pairs looked at.
    """
    bands = _bands(count, other_count)
    weights = [
        _weights(odds(i, low, min(high + 1, other_count)), high + 1 - low) for i, (low, high) in enumerate(bands[:-1])
    ]
    beginnings = _beginnings(bands, weights)
    found: list[tuple[int, int]] = []
    for i, ahead, skipped in _endings(bands, weights):
        paired, gapped = beginnings[i]
        pairs = [(p + g) * w * a for p, g, w, a in zip(paired, gapped, weights[i], ahead, strict=True)]
        alone = sum(p * s for p, s in zip(paired, skipped, strict=True))
        least = certainty * (sum(pairs) + alone)
        found += [(i, bands[i][0] + place) for place, weight in enumerate(pairs) if weight >= least > 0]
    found.reverse()
    return found


def _weights(odds: list[float], length: int) -> Weights:
    """Behind the last element nothing is left to pair with."""
    return [*map(exp, odds), *[0.0] * (length - len(odds))]


def _bands(count: int, other_count: int) -> list[Band]:
    """For each row the first and the last column that is looked at."""
    if count * other_count <= SMALL:
        return [(0, other_count)] * (count + 1)
    reach = min(MOST, abs(count - other_count) + MARGIN) + other_count // count
    middles = [i * other_count // count for i in range(count + 1)]
    return [(max(0, middle - reach), min(other_count, middle + reach)) for middle in middles]


def _beginnings(bands: Sequence[Band], weights: Sequence[Weights]) -> list[tuple[Weights, Weights]]:
    """The weight of all that may lie before each place, row by row, each row scaled by its greatest.

    Two sums a place: what ends in a pair or a gap of the first sequence, and what ends in a gap of the second. Gaps of
    the first come before gaps of the second, so that every laying is counted once.
    """
    low, high = bands[0]
    paired = [1.0] + [0.0] * (high - low)
    rows = [(paired, _gapped(paired))]
    for i, (low, high) in enumerate(bands[1:]):
        paired, gapped = rows[i]
        steps = [(p + g) * w for p, g, w in zip(paired, gapped, weights[i], strict=True)]
        arrived = _window(steps, bands[i][0] + 1, low, high)
        stayed = _window(paired, bands[i][0], low, high)
        paired = _scaled([a + s for a, s in zip(arrived, stayed, strict=True)])
        rows.append((paired, _gapped(paired)))
    return rows


def _gapped(paired: Weights) -> Weights:
    return [0.0, *accumulate(paired[:-1])]


def _endings(bands: Sequence[Band], weights: Sequence[Weights]) -> Iterator[tuple[int, Weights, Weights]]:
    """From the last row to the first: the row, and for each place in it the weight of all that may follow a pair there,
    and of all that may follow a gap."""
    low, high = bands[-1]
    following = [1.0] * (high + 1 - low)
    for i in range(len(bands) - 2, -1, -1):
        start, (low, high) = bands[i + 1][0], bands[i]
        ahead, skipped = _window(following, start - 1, low, high), _window(following, start, low, high)
        yield i, ahead, skipped
        steps = [w * a for w, a in zip(weights[i], ahead, strict=True)]
        rest = [*accumulate(reversed(steps))][::-1]
        following = _scaled([r + s for r, s in zip(rest, skipped, strict=True)])


def _window(values: Weights, start: int, low: int, high: int) -> Weights:
    """What `values`, which begin at column `start`, have in the columns from low to high; 0 where they have nothing."""
    missing = min(max(0, start - low), high + 1 - low)
    held = values[max(0, low - start) : max(0, high + 1 - start)]
    return [0.0] * missing + held + [0.0] * (high + 1 - low - missing - len(held))


def _scaled(row: Weights) -> Weights:
    greatest = max(row)
    return [weight / greatest for weight in row] if greatest else row
