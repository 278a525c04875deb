"""How persons fall into groups, one case at a time."""

from __future__ import annotations

from itertools import product

import pytest

from tejido.engine.disclosure import (
    Corrected,
    Join,
    Leaf,
    Partition,
    Reached,
    corrected,
    joined,
    partition,
    reached,
    total,
)

PROVINCES = {"province": ("PY-7", "PY-12", "PY-19")}


def of(**values: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(several.split("|")) for name, several in values.items()}


def test_values_that_enough_persons_have_stand_alone() -> None:
    found = partition({("f",): 5, ("m",): 9}, ["sex"], {}, 5)
    assert found == Partition((Leaf(of(sex="f"), 5), Leaf(of(sex="m"), 9)))


def test_values_that_few_have_are_joined_with_each_other_first() -> None:
    found = partition({("a",): 4, ("b",): 3, ("c",): 20}, ["cadre"], {}, 5)
    assert found.leaves == (Leaf(of(cadre="a|b"), 7), Leaf(of(cadre="c"), 20))
    assert found.joins == (Join({}, "cadre", ("a", "b"), ("a", "b")),)


def test_where_these_are_too_few_the_next_of_the_others_joins_them() -> None:
    found = partition({("a",): 20, ("b",): 2, ("c",): 30}, ["cadre"], {}, 5)
    assert found.leaves == (Leaf(of(cadre="a"), 20), Leaf(of(cadre="b|c"), 32))
    assert found.joins == (Join({}, "cadre", ("b", "c"), ("b",)),)
    last = partition({("a",): 20, ("b",): 30, ("c",): 2}, ["cadre"], {}, 5)
    assert last.leaves == (Leaf(of(cadre="a|c"), 22), Leaf(of(cadre="b"), 30))


def test_a_value_that_nobody_had_is_named_with_the_joined_ones() -> None:
    """Otherwise five values and five persons would say that each has one."""
    found = partition({("PY-7",): 9, ("PY-12",): 4, ("PY-1",): 1}, ["province"], PROVINCES, 5)
    assert found.leaves == (Leaf(of(province="PY-1|PY-12|PY-19"), 5), Leaf(of(province="PY-7"), 9))


def test_where_nothing_is_left_beside_them_the_group_is_not_divided() -> None:
    found = partition({("a", "f"): 2, ("a", "m"): 6, ("b", "m"): 3}, ["cadre", "sex"], {}, 5)
    assert found.leaves == (Leaf({}, 11),)
    assert [join.dimension for join in found.joins] == ["cadre", "sex"]


def test_the_next_dimension_divides_what_the_one_before_left_whole() -> None:
    found = partition({("a", "f"): 5, ("a", "m"): 6, ("b", "m"): 3, ("b", "f"): 4}, ["cadre", "sex"], {}, 5)
    assert found.leaves == (Leaf(of(cadre="a", sex="f"), 5), Leaf(of(cadre="a", sex="m"), 6), Leaf(of(cadre="b"), 7))
    assert found.joins == (Join(of(cadre="b"), "sex", ("f", "m"), ("f", "m")),)


def test_values_that_all_just_miss_the_least_are_joined_by_one_more() -> None:
    """Two values with eight persons that nobody else joined would be four and four."""
    cells = {("a",): 9, ("b",): 4, ("c",): 4, ("d",): 20}
    assert partition(cells, ["v"], {}, 5).leaves == (Leaf(of(v="a"), 9), Leaf(of(v="b|c|d"), 28))
    assert partition(cells, ["v"], {"v": "abcde"}, 5).leaves[1] == Leaf(of(v="b|c|e"), 8)


def test_too_few_in_all_are_withheld() -> None:
    assert partition({("f",): 4}, ["sex"], {}, 5) == Partition(withheld=4)
    assert partition({}, ["sex"], {}, 5) == Partition()


@pytest.mark.parametrize(("cells", "k"), [({("f",): 5}, 1), ({("f",): -1}, 5)])
def test_no_group_of_one_and_no_negative_count(cells: dict[tuple[str, ...], int], k: int) -> None:
    with pytest.raises(ValueError, match="fewer"):
        partition(cells, ["sex"], {}, k)


def test_a_margin_is_made_of_whole_groups_and_says_what_is_not_divided() -> None:
    leaves = (Leaf(of(cadre="a", sex="f"), 5), Leaf(of(cadre="a", sex="m"), 6), Leaf(of(cadre="b"), 7))
    assert joined(leaves, ["sex"]) == (Leaf({}, 7), Leaf(of(sex="f"), 5), Leaf(of(sex="m"), 6))
    assert joined(leaves, ["cadre"]) == (Leaf(of(cadre="a"), 11), Leaf(of(cadre="b"), 7))
    assert joined(leaves, []) == (Leaf({}, total(leaves)),) == (Leaf({}, 18),)
    assert joined([], ["sex"]) == ()


def test_of_a_population_is_told_how_many_at_least_and_how_many_at_most() -> None:
    leaves = (Leaf(of(cadre="a", sex="f"), 5), Leaf(of(cadre="a"), 6), Leaf(of(cadre="a|b", sex="f"), 7))
    assert reached(leaves, {"cadre": "a", "sex": "f"}) == Reached(5, 18)
    assert reached(leaves, {"cadre": "b"}) == Reached(0, 7)
    assert reached(leaves, {}) == Reached(18, 18)


def test_who_knows_the_method_finds_the_size_of_no_joined_value() -> None:
    """Along one dimension: of every value that is joined, at least two sizes give what was published."""
    k, values = 4, ("a", "b", "c")
    possible: dict[str, list[tuple[int, ...]]] = {}
    for sizes in product(range(16), repeat=len(values)):
        if sum(sizes) > 15:  # so that every count that gives the same is among these
            continue
        cells = {(value,): size for value, size in zip(values, sizes, strict=True)}
        possible.setdefault(repr(partition(cells, ["v"], {"v": values}, k).leaves), []).append(sizes)
    for shown, several in possible.items():
        hidden = [at for at, value in enumerate(values) if f"('{value}',)" not in shown]
        assert not [
            at for at in hidden if {0} != {sizes[at] for sizes in several} and len({s[at] for s in several}) < 2
        ]


## Corrections

BEFORE = (Leaf(of(sex="f", cadre="a"), 5), Leaf(of(sex="f", cadre="b"), 6), Leaf(of(sex="m"), 7))
NAMES = ("sex", "cadre")


def counted(fa: int, fb: int, m: int, **more: int) -> dict[tuple[str, ...], int]:
    return {("f", "a"): fa, ("f", "b"): fb, ("m", "a"): m, **{("x", name): n for name, n in more.items()}}


def again(cells: dict[tuple[str, ...], int], before: tuple[Leaf, ...] = BEFORE) -> tuple[Leaf, ...] | None:
    found = corrected(before, cells, NAMES, 5)
    return None if found is None else tuple(group.leaf for group in found)


def test_nothing_changed() -> None:
    assert again(counted(5, 6, 7)) == again(counted(5, 6, 7, a=0)) == BEFORE


def test_enough_came_and_the_groups_stay_as_they_are() -> None:
    assert again(counted(5, 6, 12)) == (*BEFORE[:2], Leaf(of(sex="m"), 12))


def test_one_who_came_changes_nothing_that_is_published() -> None:
    assert again(counted(5, 6, 8)) is None


def test_one_who_moved_joins_the_two_groups() -> None:
    found = corrected(BEFORE, counted(6, 5, 7), NAMES, 5)
    joint = Corrected(Leaf(of(sex="f", cadre="a|b"), 11), (0, 1))
    assert found == (joint, Corrected(BEFORE[2], (2,)))


def test_who_moved_between_unlike_groups_is_told_by_what_both_are() -> None:
    assert again(counted(5, 7, 6)) == (Leaf({"sex": ("f", "m")}, 18),)


def test_a_group_may_lose_everybody_and_not_all_but_one() -> None:
    assert again(counted(0, 6, 7)) == BEFORE[1:]
    assert again(counted(1, 10, 7)) == (Leaf(of(sex="f", cadre="a|b"), 11), Leaf(of(sex="m"), 7))
    assert again(counted(1, 6, 12)) is None


def test_who_came_where_a_group_vanished_beside_is_not_told_by_the_rest() -> None:
    """Joined, the two would have changed by three; but of the first the former count is known by itself."""
    before = (Leaf(of(cadre="a"), 5), Leaf(of(cadre="b"), 6))
    assert again({("f", "a"): 6}, before) is None


def test_changes_that_together_are_small_are_joined() -> None:
    """Six came to one group and seven left another: of all, one is missing."""
    before = (Leaf(of(sex="f"), 20), Leaf(of(sex="m"), 20), Leaf(of(sex="x"), 20))
    cells = {("f", ""): 26, ("m", ""): 13, ("x", ""): 20}
    assert again(cells, before) is None
    assert again({**cells, ("x", ""): 15}, before) == (Leaf(of(sex="f|m|x"), 54),)


def test_who_has_what_nobody_had_is_a_group_of_its_own_or_joined() -> None:
    found = corrected(BEFORE, counted(5, 6, 7, a=5), NAMES, 5)
    assert found is not None
    assert found[3] == Corrected(Leaf(of(sex="x", cadre="a"), 5), (), has_newcomers=True)
    after = again(counted(5, 6, 12, a=4))
    assert after is not None
    assert total(after) == 27
    assert again(counted(5, 6, 7, a=4)) is None
