"""The lineage reckoned: generations, the tree, and groups that are large enough to be told of."""

from datetime import date

from tejido.lineage.lines import Step, counted, generations, leaves_of, tree_of


def by_seminar(trainer, seminar="s", year=2026):
    return Step(trainer, "curso/1", date(year, 3, 1), is_course=False, source=seminar)


def by_cohort(trainer, cohort, year=2026):
    return Step(trainer, "curso/1", date(year, 9, 1), is_course=True, source=cohort)


def test_a_generation_is_one_more_than_that_of_the_nearest_trainer_before():
    steps = [by_seminar("a"), by_cohort("b", "C"), by_cohort("c", "D"), by_cohort("c", "C")]
    taught = {"C": {"a"}, "D": {"b"}}
    assert generations(steps, taught) == {"a": 1, "b": 2, "c": 2}


def test_a_seminar_makes_a_root_of_whoever_also_came_from_a_cohort():
    steps = [by_seminar("a"), by_cohort("b", "C"), by_seminar("b", "t")]
    assert generations(steps, {"C": {"a"}}) == {"a": 1, "b": 1}


def test_a_cohort_without_trainers_and_a_circle_begin_anew():
    steps = [by_cohort("x", "nobody"), by_cohort("a", "B"), by_cohort("b", "A"), by_cohort("c", "own")]
    taught = {"A": {"a"}, "B": {"b"}, "own": {"c"}}
    assert generations(steps, taught) == {"x": 1, "a": 1, "b": 2, "c": 1}


def test_the_tree_has_every_trainer_and_whoever_stands_again_without_what_is_below():
    steps = [by_seminar("a"), by_seminar("b"), by_cohort("c", "C")]
    (seminar,) = tree_of(steps, {"C": {"a", "b"}})
    first, second = seminar.trainers
    assert (seminar.source, first.trainer, second.trainer) == ("s", "a", "b")
    assert [node.trainer for node in first.cohorts[0].trainers] == ["c"]
    assert [(node.trainer, node.is_again) for node in second.cohorts[0].trainers] == [("c", True)]


def test_everybody_counts_once_in_the_year_of_the_first_authorisation():
    steps = [by_seminar("a", year=2025), by_seminar("a", year=2026), by_seminar("b"), by_cohort("c", "C")]
    taught = {"C": {"b"}}
    assert counted(steps, taught, 2025) == {("curso/1", "1"): 1}
    assert counted(steps, taught, 2026) == {("curso/1", "1"): 1, ("curso/1", "2"): 1}


def test_groups_below_five_are_joined_or_not_told_of():
    assert leaves_of({("curso/1", "1"): 4}) == []
    both = {("curso/1", "1"): 4, ("curso/1", "2"): 3}
    assert leaves_of(both) == [{"editions": ["curso/1"], "generations": ["1", "2"], "persons": 7}]
    apart = leaves_of({("curso/1", "1"): 6, ("curso/1", "2"): 5})
    assert [(leaf["generations"], leaf["persons"]) for leaf in apart] == [(["1"], 6), (["2"], 5)]
