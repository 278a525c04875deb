"""Intervals of confidence for shares, means and differences of means.

Shares have the score interval of Wilson (1927), which holds for small groups and near 0 and 1. Means of a scale have
the interval of Student's t, differences that of Welch (1947) with the degrees of freedom of Satterthwaite. The quantile
of t is found by halving on its distribution function, an incomplete beta function, read off its continued fraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

from .tallies import Tally

LEVEL = 0.95
_HALVINGS = 60
_CLOSE = 1e-13
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with the bounds between which it lies at the level asked for; without bounds where the answers do not
    tell any: fewer than two, or no spread at all."""

    value: float
    low: float | None = None
    high: float | None = None


def wilson(count: int, n: int, level: float = LEVEL) -> Interval:
    """The share of `count` among `n`, which is not zero."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, weight = count / n, z * z / n
    middle = (share + weight / 2) / (1 + weight)
    half = z * sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def mean_interval(tally: Tally, level: float = LEVEL) -> Interval:
    """The mean of a scale, its bounds kept on the scale; somebody answered."""
    if tally.n == 1 or tally.is_alike:
        return Interval(tally.mean)
    half = t_quantile((1 + level) / 2, tally.n - 1) * tally.deviation / sqrt(tally.n)
    return Interval(tally.mean, max(1.0, tally.mean - half), min(float(len(tally.counts)), tally.mean + half))


def difference(before: Tally, after: Tally, level: float = LEVEL) -> Interval:
    """How much the mean of `after` is over that of `before`, as of two groups that have nothing to do with each other.
    Of the same persons before and after it is wider than need be, never narrower as long as who says more before says
    more after."""
    value = after.mean - before.mean
    if min(before.n, after.n) == 1:
        return Interval(value)
    parts = [tally.deviation**2 / tally.n for tally in (before, after)]
    spread = sum(parts)
    if not spread:
        return Interval(value)
    freedom = spread**2 / sum(part**2 / (tally.n - 1) for part, tally in zip(parts, (before, after), strict=True))
    half = t_quantile((1 + level) / 2, freedom) * sqrt(spread)
    return Interval(value, value - half, value + half)


@lru_cache(maxsize=1024)
def t_quantile(p: float, freedom: float) -> float:
    """The value below which a share `p` of Student's distribution lies, 0.5 <= p < 1; `freedom` is one or more and
    need not be whole."""
    low, high = 0.0, 1.0
    while _below(high, freedom) < p:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < p else (low, middle)
    return (low + high) / 2


def _below(t: float, freedom: float) -> float:
    return 1 - _beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function; from whichever end its fraction comes close sooner."""
    if x in {0.0, 1.0}:
        return x
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by the method of Lentz."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value, change, m = d, 0.0, 0
    while abs(change - 1) > _CLOSE:
        m, change = m + 1, 1.0
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            change *= c * d
            value *= c * d
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
