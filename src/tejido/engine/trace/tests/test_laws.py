"""The laws of a trace, for any text and anything said about it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.document import Document
from tejido.engine.trace import ItemState, Step, Teaching, Verdict, chain, changes, history, origins
from tejido.engine.trace.values import Item

from .made import lines, matters

teachings = st.lists(
    st.builds(Teaching, st.sampled_from("stu"), st.one_of(st.none(), st.integers(1, 5)), st.booleans()), max_size=3
)


@given(lines)
def test_whoever_follows_the_events_of_a_passage_reads_it_in_every_revision(line):
    for id, events in history(line.states).items():
        standing = None
        told = {event.revision: event for event in events}
        for state in line.states:
            if state.number in told:
                assert told[state.number].before == standing
                standing = told[state.number].after
            assert standing == (state.document.passage(id) if id in state.document else None)


@given(lines, st.lists(matters, max_size=4), teachings)
def test_forwards_and_backwards_say_the_same(line, several, later):
    chains = [chain(each, line, history(line.states), later) for each in several]
    back = origins(chains)
    forwards = [(change.passage, change.made, found.matter) for found in chains for change in found.changes]
    backwards = [(passage, made, matter) for (passage, made), whose in back.items() for matter in whose]
    assert sorted(forwards) == sorted(backwards)


@given(lines, matters, teachings)
def test_every_step_is_told_once_and_in_order(line, matter, later):
    found = chain(matter, line, history(line.states), later)
    assert tuple(stage.step for stage in found.stages) == tuple(Step)
    assert found.has_changed_the_text == found.at(Step.CHANGED).is_there
    assert not (found.end and found.waits_for)


@given(lines, matters, teachings, st.booleans())
def test_one_more_link_takes_none_away(line, matter, later, is_earlier):
    before = chain(matter, line, history(line.states), later)
    item = Item("new", ItemState.HELD)
    items = (item, *matter.items) if is_earlier else (*matter.items, item)
    more = replace(matter, observations=matter.observations + 1, items=items)
    after = chain(more, line, history(line.states), [*later, Teaching("new", len(line.states))])
    for was, now in zip(before.stages, after.stages, strict=True):
        assert set(was.links) - {"raised"} <= set(now.links)


@given(lines, matters)
def test_a_change_tells_what_was_taught_and_what_stood_once_it_was_made(line, matter):
    states = {state.number: state.document for state in line.states}
    for change in changes(matter, line, history(line.states)):
        assert matter.taught < change.made <= change.revision
        assert change.revision in matter.carried
        assert change.before == _passage(states[matter.taught], change.passage)
        assert change.after == _passage(states[change.made], change.passage)
        assert change.stands == (_passage(line.states[-1].document, change.passage) == change.after)
        assert all(number < change.made for number in change.between)
        assert all(number > change.made for number in change.since)


def _passage(document: Document, id: str):
    return document.passage(id) if id in document else None


@given(lines, matters)
def test_what_was_refused_changes_nothing(line, matter):
    refused = replace(
        matter,
        comments=tuple(replace(comment, verdict=Verdict.NOTED) for comment in matter.comments),
        outcome=replace(matter.outcome, verdict=Verdict.NOT_TAKEN) if matter.outcome else None,
    )
    assert changes(refused, line, history(line.states)) == ()
