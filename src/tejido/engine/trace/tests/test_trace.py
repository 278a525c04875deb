"""A trace case by case: what is there, what lacks, and what has come in between."""

from dataclasses import replace

import pytest

from tejido.engine.document import Document
from tejido.engine.trace import (
    Comment,
    Gap,
    Item,
    ItemState,
    Outcome,
    State,
    Step,
    Teaching,
    Verdict,
    What,
    chain,
    changes,
    history,
)

from .made import FIRST, h, line, p, said

SECOND = Document.of([h("one"), p("a", "a, otherwise"), p("b"), h("two"), p("c"), p("d")])


def traced(matter, text, *teachings):
    return chain(matter, text, history(text.states) if text else {}, teachings)


def gaps(found):
    return {stage.step: stage.gap for stage in found.stages if stage.gap}


def told(matter, text):
    return [(c.passage, c.what, c.made) for c in changes(matter, text, history(text.states))]


def test_an_observation_goes_all_the_way_to_the_next_seminar():
    found = traced(said("a"), line(FIRST, SECOND, editions=((1, 2),)), Teaching("s", 2))
    assert not gaps(found)
    assert [stage.links for stage in found.stages] == [
        ("observations",), ("i",), ("outcome",), ("2",), ("1",), ("s",),
    ]  # fmt: skip  # one way
    change = found.changes[0]
    assert (change.before, change.after, change.what) == (p("a"), p("a", "a, otherwise"), What.CHANGED)
    assert (found.end, found.waits_for, found.is_discussed, found.has_changed_the_text) == (None, None, True, True)


def test_what_has_not_come_yet_is_said_step_by_step():
    text = line(FIRST)
    bare = said("a", items=(), outcome=None)
    assert gaps(traced(bare, text)) == {Step.DISCUSSED: Gap.NOT_ON_AGENDA, Step.ANSWERED: Gap.NOT_ANSWERED}
    assert traced(bare, text).waits_for is Gap.NOT_ON_AGENDA
    ahead = replace(bare, items=(Item("i", ItemState.CANCELLED), Item("j", ItemState.AHEAD)))
    assert gaps(traced(ahead, text))[Step.DISCUSSED] is Gap.NOT_HELD
    off = replace(bare, items=(Item("i", ItemState.CANCELLED),))
    assert gaps(traced(off, text))[Step.DISCUSSED] is Gap.MEETING_CANCELLED
    assert gaps(traced(said("a", number=None), text)) == {Step.CHANGED: Gap.NO_REVISION}


def test_where_some_of_it_is_answered_the_rest_is_said_to_wait():
    comments = (Comment("x", verdict=Verdict.TAKEN, carried=2), Comment("y"))
    found = traced(said("a", comments=comments, outcome=None), line(FIRST, SECOND))
    assert found.at(Step.ANSWERED).links == ("x",)
    assert gaps(found)[Step.ANSWERED] is Gap.PARTLY_ANSWERED
    assert found.has_changed_the_text


@pytest.mark.parametrize(
    ("verdict", "gap"),
    [(Verdict.NOT_TAKEN, Gap.NOT_TAKEN), (Verdict.NOTED, Gap.NOT_TAKEN), (Verdict.ELSEWHERE, Gap.ELSEWHERE)],
)
def test_a_way_that_ends_with_its_answer_waits_for_nothing(verdict, gap):
    found = traced(said("a", outcome=Outcome(verdict)), line(FIRST, SECOND))
    assert (found.end, found.waits_for) == (gap, None)
    assert not found.at(Step.ADOPTED).gap
    assert not found.at(Step.TAUGHT).gap


def test_what_is_about_no_text_ends_where_it_was_taken():
    assert traced(said(), None).end is Gap.NO_TEXT
    assert traced(said(outcome=Outcome(Verdict.NOT_TAKEN)), None).end is Gap.NOT_TAKEN


def test_withdrawn_comments_ask_for_nothing_any_more():
    gone = Comment("x", is_withdrawn=True, verdict=Verdict.TAKEN, carried=2)
    found = traced(said("a", observations=0, comments=(gone,), outcome=None), line(FIRST, SECOND))
    assert (found.end, found.has_changed_the_text) == (Gap.WITHDRAWN, False)


def test_what_nobody_said_is_raised_by_who_puts_matters_together():
    found = traced(said("a", observations=0), line(FIRST, SECOND))
    assert (found.at(Step.SAID).links, found.has_changed_the_text) == (("raised",), True)


def test_a_revision_that_left_the_passage_as_it_was_is_found_out():
    assert gaps(traced(said("b"), line(FIRST, SECOND)))[Step.CHANGED] is Gap.UNTOUCHED
    assert gaps(traced(said("b", number=9), line(FIRST, SECOND)))[Step.CHANGED] is Gap.UNTOUCHED
    assert told(said("a", taught=7), line(FIRST, SECOND)) == []


def test_a_heading_stands_for_its_section():
    assert told(said("one"), line(FIRST, SECOND)) == [("a", What.CHANGED, 2)]
    assert told(said("two"), line(FIRST, SECOND)) == []
    assert told(said("one", is_narrow=True), line(FIRST, SECOND)) == []


def test_a_matter_on_the_whole_text_is_answered_by_what_its_revision_touched():
    third = Document.of([*SECOND.passages[:-1], p("d", "d, otherwise")])
    assert told(said(number=3), line(FIRST, SECOND, third)) == [("d", What.CHANGED, 3)]


def test_a_passage_that_is_removed_moved_or_split_is_followed():
    removed = Document.of([h("one"), p("a"), h("two"), p("c"), p("d")])
    assert told(said("b"), line(FIRST, removed)) == [("b", What.REMOVED, 2)]
    moved = Document.of([h("one"), p("b"), p("a"), h("two"), p("c"), p("d")])
    assert told(said("a", "b"), line(FIRST, moved)) in ([("a", What.MOVED, 2)], [("b", What.MOVED, 2)])
    split = Document.of([h("one"), p("a", "half"), p("new", "other half"), p("b"), h("two"), p("c"), p("d")])
    assert told(said("a"), line(FIRST, split)) == [("a", What.CHANGED, 2), ("new", What.ADDED, 2)]
    replaced = Document.of([h("one"), p("new"), p("b"), h("two"), p("c"), p("d")])
    assert told(said("a"), line(FIRST, replaced)) == [("a", What.REMOVED, 2), ("new", What.ADDED, 2)]
    assert history(line(FIRST, replaced).states)["a"][-1].beside == ("new",)
    both = Document.of([h("one"), p("b"), p("a", "elsewhere"), h("two"), p("c"), p("d")])
    assert ("a", What.CHANGED, 2) in told(said("a"), line(FIRST, both))


def test_a_change_in_between_by_others_and_one_afterwards_are_told():
    third = Document.of([h("one"), p("a", "third"), *FIRST.passages[2:]])
    fourth = Document.of([h("one"), p("a", "fourth"), *FIRST.passages[2:]])
    change = changes(said("a", number=3), text := line(FIRST, SECOND, third, fourth), history(text.states))[0]
    assert (change.made, change.between, change.since, change.stands) == (3, (2,), (4,), False)


def test_what_comes_back_to_what_was_taught_is_no_change_and_neither_is_what_came_and_went():
    assert told(said("a", number=3), line(FIRST, SECOND, FIRST)) == []
    more = Document.of([*FIRST.passages, p("new")])
    assert told(said("d", number=3), line(FIRST, more, FIRST)) == []


def test_a_change_made_before_the_revision_that_carries_it_is_told_once_though_two_name_it():
    comments = (Comment("x", verdict=Verdict.PARTLY, carried=2), Comment("y", verdict=Verdict.TAKEN, carried=3))
    matter = said("a", comments=comments, outcome=None)
    assert told(matter, line(FIRST, SECOND, SECOND)) == [("a", What.CHANGED, 2)]


def test_until_it_is_adopted_it_is_said_how_far_the_adoption_has_come():
    def gap(**more):
        return gaps(traced(said("a"), line(FIRST, SECOND, **more)))[Step.ADOPTED]

    assert gap() is Gap.NOT_ADOPTED
    assert gap(editions=((1, 1),), lapsed=(1,)) is Gap.NOT_ADOPTED
    assert gap(lapsed=(2,)) is Gap.LAPSED
    assert gap(lapsed=(2,), proposed=(2,)) is Gap.PROPOSED
    found = traced(said("a"), line(FIRST, SECOND, editions=((2, 2), (1, 1))))
    assert found.at(Step.ADOPTED).links == ("2",)


def test_until_a_later_seminar_teaches_it_it_is_said_why_not():
    def gap(*teachings):
        return gaps(traced(said("a"), line(FIRST, SECOND), *teachings))[Step.TAUGHT]

    assert gap() is Gap.NO_LATER
    assert gap(Teaching("s", 2, is_cancelled=True)) is Gap.LATER_CANCELLED
    assert gap(Teaching("s", None)) is Gap.NOTHING_CHOSEN
    assert gap(Teaching("s", 1)) is Gap.OLDER_TAUGHT


def test_revisions_out_of_order_are_refused():
    with pytest.raises(ValueError, match="order"):
        history([State(2, FIRST), State(1, FIRST)])


def test_a_text_without_revisions_has_no_history():
    assert history([]) == {}
    assert traced(said("a"), line()).has_changed_the_text is False
