"""The pairs that are certain, against all layings counted one by one."""

from itertools import combinations
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document.joining import lattice
from tejido.engine.document.joining.lattice import certain_pairs

Table = list[list[float]]


def counted(odds: Table, count: int, other_count: int) -> dict[tuple[int, int], float]:
    """The probability of every pair from the sum over all layings."""
    whole, found = 0.0, dict.fromkeys(((i, j) for i in range(count) for j in range(other_count)), 0.0)
    for size in range(min(count, other_count) + 1):
        for rows in combinations(range(count), size):
            for columns in combinations(range(other_count), size):
                laid = list(zip(rows, columns, strict=True))
                weight = exp(sum(odds[i][j] for i, j in laid))
                whole += weight
                for pair in laid:
                    found[pair] += weight
    return {pair: weight / whole for pair, weight in found.items()}


def certain(odds: Table, other_count: int, certainty: float) -> list[tuple[int, int]]:
    return certain_pairs(len(odds), other_count, lambda i, j, k: odds[i][j:k], certainty)


@given(st.integers(0, 5), st.integers(0, 5), st.data())
@settings(deadline=None)
def test_the_certain_pairs_are_those_that_nearly_all_layings_hold(
    count: int, other_count: int, data: st.DataObject
) -> None:
    row = st.lists(st.integers(-6, 6).map(float), min_size=other_count, max_size=other_count)
    odds = data.draw(st.lists(row, min_size=count, max_size=count))
    certainty = data.draw(st.sampled_from([0.5001, 0.8, 0.95]))
    expected = [pair for pair, chance in counted(odds, count, other_count).items() if chance >= certainty]
    assert certain(odds, other_count, certainty) == expected


def test_of_two_equal_rivals_neither_is_certain() -> None:
    assert certain([[9.0, 9.0]], 2, 0.51) == []
    assert certain([[9.0, 5.0]], 2, 0.9) == [(0, 0)]


def test_what_has_no_likeness_is_left_alone_and_the_rest_keeps_its_order() -> None:
    odds = [[-9.0, 9.0, -9.0], [-9.0, -9.0, -9.0], [-9.0, -9.0, 9.0]]
    assert certain(odds, 3, 0.9) == [(0, 1), (2, 2)]


@pytest.mark.parametrize(("count", "other_count"), [(0, 0), (0, 3), (3, 0)])
def test_nothing_pairs_with_nothing(count: int, other_count: int) -> None:
    assert certain_pairs(count, other_count, lambda _, j, k: [9.0] * (k - j), 0.9) == []


@pytest.mark.parametrize(
    ("count", "other_count"), [(400, 400), (400, 390), (390, 400), (5, 4000), (4000, 5), (1, 20_000)]
)
def test_in_long_sequences_what_lies_near_its_place_is_found(count: int, other_count: int) -> None:
    """Every element of the shorter sequence has its partner at the proportional place of the longer one."""
    short, long = min(count, other_count), max(count, other_count)
    partner = {n: n * long // short for n in range(short)}

    def row(i: int, start: int, stop: int) -> list[float]:
        pairs = [(i, j) if count <= other_count else (j, i) for j in range(start, stop)]
        return [8.0 if partner.get(one) == other else -8.0 for one, other in pairs]

    expected = [(n, at) if count <= other_count else (at, n) for n, at in partner.items()]
    assert certain_pairs(count, other_count, row, 0.9) == expected


def test_the_number_of_pairs_looked_at_grows_with_the_length_and_not_with_its_square() -> None:
    def looked_at(length: int) -> int:
        seen = 0

        def row(i: int, start: int, stop: int) -> list[float]:
            nonlocal seen
            seen += stop - start
            return [8.0 if i == j else -8.0 for j in range(start, stop)]

        assert len(certain_pairs(length, length, row, 0.9)) == length
        return seen

    assert looked_at(4000) <= 2.1 * looked_at(2000)


@given(st.integers(2, 40), st.integers(0, 10**6))
@settings(deadline=None)
def test_a_band_that_is_wide_enough_changes_nothing(length: int, seed: int) -> None:
    odds = [[float((seed * (i + 3) * (j + 7) + (i == j) * 11) % 13 - 6) for j in range(length)] for i in range(length)]
    whole = certain(odds, length, 0.8)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lattice, "SMALL", 0)
        patched.setattr(lattice, "MARGIN", length)
        assert certain(odds, length, 0.8) == whole
