"""Nobody is recognised by what is published: an attacker with every figure solves their equations and finds no group
under five."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.survey import Counted, Figures, Limits, Part, Tally, breakdowns, publish, unions

DIMENSIONS = ("sex", "grade", "branch")
PRIME = 2**31 - 1
LIMITS = Limits()


def counted(people, answers, options=3):
    """What the urn holds of one question. `people` are values per dimension, `answers` options or None."""
    whole, groups = Tally.empty(options), {dimension: {} for dimension in DIMENSIONS}
    for person, answer in zip(people, answers, strict=True):
        chosen = set() if answer is None else {answer}
        whole = whole.and_one(chosen)
        for dimension, value in zip(DIMENSIONS, person, strict=True):
            groups[dimension][value] = groups[dimension].get(value, Tally.empty(options)).and_one(chosen)
    return Counted(whole, groups)


def cells_of(people):
    return {person: people.count(person) for person in people}


def equations(people, figures: Figures):
    """The groups of persons of which the attacker reads a figure: a row of ones and noughts over the persons."""
    if figures.whole is None:
        return []
    rows = [[1] * len(people)]
    for dimension, parts in figures.groups.items():
        at = DIMENSIONS.index(dimension)
        rows += [[int(person[at] in part.values) for person in people] for part, _tally in parts]
    return rows


def reduced(rows):
    """In echelon form over a large prime field."""
    kept = []
    for row in rows:
        left = remainder(kept, row)
        if any(left):
            pivot = next(place for place, value in enumerate(left) if value)
            inverse = pow(left[pivot], -1, PRIME)
            kept.append((pivot, [value * inverse % PRIME for value in left]))
    return kept


def remainder(kept, row):
    row = [value % PRIME for value in row]
    for pivot, known in kept:
        if factor := row[pivot]:
            row = [(a - factor * b) % PRIME for a, b in zip(row, known, strict=True)]
    return row


def isolated(people, figures, most=4):
    """The first group of at most four persons whose answers the attacker can count; persons that no figure parts are
    the same to them, so groups are tried with each of them in turn."""
    kept = reduced(equations(people, figures))
    if not kept:
        return None
    for size in range(1, most + 1):
        for group in combinations(range(len(people)), size):
            if not any(remainder(kept, [int(place in group) for place in range(len(people))])):
                return group
    return None


PERSON = st.tuples(st.sampled_from("fmou"), st.sampled_from("dmot"), st.sampled_from("elj"))
SKEWED = st.tuples(st.sampled_from("ffffm"), st.sampled_from("dddmm"), st.sampled_from("eeej"))


@st.composite
def populations(draw):
    people = draw(st.lists(draw(st.sampled_from([PERSON, SKEWED])), min_size=1, max_size=16))
    answer = st.sampled_from([0, 1, 2, None])
    return people, draw(st.lists(answer, min_size=len(people), max_size=len(people)))


def test_those_of_whom_it_is_not_known_fill_up_no_small_group():
    """Whoever typed them in could subtract them, and see the answers of the two."""
    cells = {("d",): 2, ("unsaid",): 4, ("m",): 6, ("t",): 7}
    assert [part.values for part in breakdowns(cells, ["x"], 5)["x"]] == [("d", "unsaid"), ("m",), ("t",)]
    found = breakdowns(cells, ["x"], 5, "unsaid")["x"]
    assert [part.values for part in found] == [("t",), ("d", "m", "unsaid")]


@given(populations())
@settings(max_examples=60, deadline=None)
def test_no_combination_of_figures_isolates_a_group_under_five(population):
    people, answers = population
    found = publish(cells_of(people), DIMENSIONS, {"q": counted(people, answers)}, LIMITS)
    if len(people) < LIMITS.threshold:
        assert found.answered is None
        assert not found.figures
        return
    figures = found.figures["q"]
    assert isolated(people, figures) is None
    for parts in figures.groups.values():
        for part, tally in parts:
            assert part.size == tally.size >= LIMITS.threshold
            assert tally.n >= LIMITS.threshold
            assert not (tally.is_alike and tally.n < LIMITS.alike)
        assert sum((tally.n for _part, tally in parts)) == figures.whole.n


@given(populations())
@settings(max_examples=30, deadline=None)
def test_the_engine_finds_every_group_that_the_attacker_finds(population):
    """Of breakdowns that nobody made safe: what the brute attacker isolates is among the unions, and no more."""
    people, _answers = population
    cells = cells_of(people)
    naked = {
        name: tuple(
            Part((value,), sum(person[at] == value for person in people))
            for value in sorted({person[at] for person in people})
        )
        for at, name in enumerate(DIMENSIONS)
    }
    figures = Figures(
        Tally.empty(1), {name: tuple((part, Tally.empty(1)) for part in parts) for name, parts in naked.items()}
    )
    smallest = min(union.size for union in unions(cells, DIMENSIONS, naked))
    assert (isolated(people, figures) is not None) == (smallest < 5)


def test_the_attacker_of_these_tests_can_attack():
    """All women but those who teach are two: without the check between breakdowns they would be cut out."""
    people = [("f", "t", "e")] * 8 + [("f", "m", "e")] * 2 + [("m", "m", "e")] * 8
    two = {"sex": (("f", 10), ("m", 8)), "grade": (("t", 8), ("m", 10))}
    naked = Figures(
        Tally.empty(1),
        {name: tuple((Part((value,), size), Tally.empty(1)) for value, size in parts) for name, parts in two.items()},
    )
    assert isolated(people, naked) == (8, 9)
    assert list(breakdowns(cells_of(people), DIMENSIONS, 5)) == ["sex"]


def test_what_is_large_enough_is_shown_as_it_is():
    cells = {("f", "d", "e"): 6, ("m", "d", "e"): 6, ("f", "m", "e"): 5, ("m", "m", "e"): 7}
    found = breakdowns(cells, DIMENSIONS, 5)
    assert found == {
        "sex": (Part(("f",), 11), Part(("m",), 13)),
        "grade": (Part(("d",), 12), Part(("m",), 12)),
    }


def test_small_groups_are_put_together_and_take_the_smallest_other_along():
    cells = {("f", "d", "e"): 9, ("m", "d", "e"): 12, ("o", "d", "e"): 1, ("u", "d", "e"): 2, ("x", "d", "e"): 0}
    assert breakdowns(cells, DIMENSIONS, 5) == {"sex": (Part(("f", "o", "u"), 12), Part(("m",), 12))}
    few = {("f", "d", "e"): 3, ("m", "d", "e"): 6}
    assert breakdowns(few, DIMENSIONS, 5) == {}


def test_a_breakdown_is_made_coarser_before_it_is_given_up():
    """Those who teach are all women but two: grade is shown in two groups instead of three."""
    people = [("f", "t", "e")] * 8 + [("f", "d", "e")] * 2 + [("m", "d", "e")] * 8 + [("m", "m", "e")] * 9
    found = breakdowns(cells_of(people), DIMENSIONS, 5)
    assert [part.values for part in found["sex"]] == [("f",), ("m",)]
    assert "grade" not in found or len(found["grade"]) == 2


def test_nothing_of_a_question_that_few_answered_or_all_alike():
    people = [("f", "d", "e")] * 6 + [("m", "d", "e")] * 6
    questions = {
        "few": counted(people, [0, 1] * 2 + [None] * 8),
        "alike": counted(people, [1] * 9 + [None] * 3),
        "all": counted(people, [1] * 12),
        "women": counted(people, [1] * 6 + [0, 1, 2] * 2),
        "plain": counted(people, [0, 1] * 6),
        "left": counted(people, [0, 1] * 3 + [0, 1, None, None, None, None]),
    }
    found = publish(cells_of(people), DIMENSIONS, questions, LIMITS).figures
    assert found["few"] == found["alike"] == Figures()
    assert found["all"].whole == Tally(12, 0, (0, 12, 0))
    assert not found["all"].groups  # six women who all said so are fewer than ten
    assert found["women"].whole.n == 12
    assert not found["women"].groups
    assert list(found["plain"].groups) == ["sex"]
    assert not found["left"].groups  # two men answered


def test_one_of_several_choices_that_a_small_group_makes_to_the_last_is_not_shown_of_it():
    """All six women ticked the first choice, whatever else they ticked."""
    people = [("f", "d", "e")] * 6 + [("m", "d", "e")] * 6
    whole, groups = Tally.empty(2), {name: {} for name in DIMENSIONS}
    for place, person in enumerate(people):
        chosen = {0, 1} if place % 2 else {0} if person[0] == "f" else {1}
        whole = whole.and_one(chosen)
        for name, value in zip(DIMENSIONS, person, strict=True):
            groups[name][value] = groups[name].get(value, Tally.empty(2)).and_one(chosen)
    found = publish(cells_of(people), DIMENSIONS, {"q": Counted(whole, groups)}, LIMITS).figures["q"]
    assert found.whole == Tally(12, 0, (9, 9))
    assert not found.groups


@pytest.mark.parametrize("n", [0, 1, 4])
def test_fewer_than_five_are_not_even_counted(n):
    people = [("f", "d", "e")] * n
    found = publish(cells_of(people), DIMENSIONS, {"q": counted(people, [0] * n)}, LIMITS)
    assert (found.answered, found.figures) == (None, {})
