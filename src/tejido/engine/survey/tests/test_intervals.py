"""Intervals against published tables and worked examples."""

import pytest

from tejido.engine.survey import Interval, Tally, difference, mean_interval, t_quantile, wilson

# The table of t that every textbook prints: degrees of freedom, 0.95, 0.975, 0.995.
TABLE = [
    (1, 6.314, 12.706, 63.657),
    (2, 2.920, 4.303, 9.925),
    (3, 2.353, 3.182, 5.841),
    (5, 2.015, 2.571, 4.032),
    (10, 1.812, 2.228, 3.169),
    (24, 1.711, 2.064, 2.797),
    (30, 1.697, 2.042, 2.750),
    (60, 1.671, 2.000, 2.660),
    (120, 1.658, 1.980, 2.617),
    (100_000, 1.645, 1.960, 2.576),
]


@pytest.mark.parametrize("row", TABLE)
def test_the_quantiles_are_those_of_the_printed_table(row):
    freedom, *expected = row
    assert [round(t_quantile(p, freedom), 3) for p in (0.95, 0.975, 0.995)] == expected


def test_half_of_the_distribution_lies_below_nought():
    assert t_quantile(0.5, 7) == pytest.approx(0, abs=1e-9)


def test_the_degrees_of_freedom_need_not_be_whole():
    assert t_quantile(0.975, 10) < t_quantile(0.975, 9.5) < t_quantile(0.975, 9)


# Newcombe (1998), Statistics in Medicine 17, table I, the score method without continuity correction.
@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_shares_have_the_interval_of_wilson(count, n, low, high):
    found = wilson(count, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)
    assert found.value == count / n


def test_a_share_of_all_ends_at_one():
    assert wilson(20, 20).high == 1.0
    assert round(wilson(20, 20).low, 4) == 0.8389


def test_the_mean_of_a_scale_has_the_interval_of_student():
    tally = Tally(10, 0, (0, 1, 3, 4, 2))  # mean 3.7, deviation 0.9487, t 2.262
    found = mean_interval(tally)
    assert found.value == pytest.approx(3.7)
    assert found.low == pytest.approx(3.7 - 2.2622 * 0.94868 / 10**0.5, abs=1e-3)
    assert found.high == pytest.approx(3.7 + 2.2622 * 0.94868 / 10**0.5, abs=1e-3)


def test_the_bounds_of_a_mean_stay_on_the_scale():
    found = mean_interval(Tally(2, 0, (1, 0, 0, 0, 1)))
    assert (found.low, found.high) == (1.0, 5.0)


def test_a_mean_without_spread_or_of_one_answer_has_no_bounds():
    assert mean_interval(Tally(6, 0, (0, 0, 0, 6, 0))) == Interval(4.0)
    assert mean_interval(Tally(1, 3, (0, 1, 0))) == Interval(2.0)


def test_a_difference_has_the_interval_of_welch():
    """By hand: means 2.5 and 4, variances 5/3 and 2/3 over 4 and 4: spread 7/12, freedom 4.97 from Satterthwaite."""
    before, after = Tally(4, 0, (1, 1, 1, 1, 0)), Tally(4, 0, (0, 0, 1, 2, 1))
    found = difference(before, after)
    spread, freedom = 7 / 12, (7 / 12) ** 2 / ((5 / 12) ** 2 / 3 + (1 / 6) ** 2 / 3)
    half = t_quantile(0.975, freedom) * spread**0.5
    assert found.value == 1.5
    assert (found.low, found.high) == (pytest.approx(1.5 - half), pytest.approx(1.5 + half))


def test_a_difference_of_too_little_has_no_bounds():
    assert difference(Tally(1, 0, (1, 0)), Tally(9, 0, (4, 5))).low is None
    assert difference(Tally(5, 0, (5, 0)), Tally(5, 0, (0, 5))) == Interval(1.0)


def test_ballots_are_counted_one_by_one():
    tally = Tally.empty(3).and_one({0, 2}).and_one(set()).and_one({2})
    assert tally == Tally(2, 1, (1, 0, 2))
    assert tally.size == 3
    assert tally.together(tally) == Tally(4, 2, (2, 0, 4))
