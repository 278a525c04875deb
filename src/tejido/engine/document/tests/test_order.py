"""The most that stayed in its place."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import longest_increasing


@given(st.lists(st.integers(0, 7), max_size=9))
@settings(deadline=None)
def test_nothing_longer_rises(numbers: list[int]) -> None:
    found = longest_increasing(numbers)
    assert found == sorted(set(found))
    assert _rises([numbers[at] for at in found])
    longer = combinations(numbers, len(found) + 1)
    assert not any(map(_rises, longer))


def _rises(numbers: list[int] | tuple[int, ...]) -> bool:
    return all(a < b for a, b in pairwise(numbers))
