"""The laws of adapting and taking up, over edit histories of real texts.

The number of examples is that of the hypothesis profile: `pytest --hypothesis-profile=histories` tries thousands.
"""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.adaptation import (
    Choice,
    How,
    State,
    Way,
    compare,
    is_settled,
    offer,
    reverted,
    take_up,
)
from tejido.engine.adaptation.tests.texts import choices, histories
from tejido.engine.change import merge
from tejido.engine.change.tests.histories import pairs, triples
from tejido.engine.document import Document

Three = tuple[Document, Document, Document]
SOME = settings(deadline=None, max_examples=settings.default.max_examples // 2)
EVERY = st.one_of(histories(), triples())


def words(document: Document, id: str, language: str) -> list[str]:
    return document.passage(id).text(language).split() if id in document else []


@SOME
@given(EVERY)
def test_where_nothing_is_chosen_nothing_changes_and_all_is_offered_again(three: Three) -> None:
    base, ours, theirs = three
    done = take_up(base, ours, theirs, {})
    assert done.document == ours
    assert done.outstanding == offer(base, ours, theirs).ids
    again = offer(done.base, done.document, theirs)
    assert {id for id in again.ids if id in theirs or id in base} >= {c.id for c in again.changes if c.clashes}
    assert merge(base, ours, reverted(theirs, base, {*theirs.index, *base.index})).document == ours


@SOME
@given(EVERY)
def test_no_conflict_is_silent(three: Three) -> None:
    """What the merge could not decide is a clash of a change; and left alone it leaves our passage as it was."""
    base, ours, theirs = three
    offered = {change.id: change for change in offer(base, ours, theirs).changes}
    named = {getattr(c, "id", "") for c in merge(base, ours, theirs).conflicts} - {""}
    assert named <= {id for id, change in offered.items() if change.clashes}
    all_clean = {id: Choice(Way.JOIN) for id in offered}
    done = take_up(base, ours, theirs, all_clean)
    for id in named:
        assert id in done.outstanding
        assert (id in done.document) == (id in ours)
        if id in ours:
            assert done.document.passage(id) == ours.passage(id)


@SOME
@given(EVERY, st.data())
def test_no_local_word_is_lost_unless_a_choice_of_its_own_passage_gave_it_away(three: Three, data: Any) -> None:
    base, ours, theirs = three
    chosen = data.draw(choices(base, ours, theirs))
    done = take_up(base, ours, theirs, chosen)
    for passage in ours:
        given_away = _given_away(chosen.get(passage.id))
        is_common = passage.id in base and base.passage(passage.id) == passage
        if given_away or (is_common and passage.id not in done.document):
            continue
        for language, text in passage.texts:
            local = set(text.split()) - set(words(base, passage.id, language))
            assert local <= set(words(done.document, passage.id, language)), (passage.id, language)


def _given_away(choice: Choice | None) -> bool:
    return choice is not None and bool({How.TAKE, How.COMBINE} & set(choice.clashes.values()))


@SOME
@given(EVERY, st.data())
def test_what_is_declined_or_left_stays_as_it_is(three: Three, data: Any) -> None:
    base, ours, theirs = three
    done = take_up(base, ours, theirs, data.draw(choices(base, ours, theirs)))
    for id in done.declined | (done.outstanding - offer(base, ours, theirs).ids.symmetric_difference(done.outstanding)):
        change = next(c for c in offer(base, ours, theirs).changes if c.id == id)
        if not change.is_moved:
            assert (id in done.document) == (id in ours)
            assert id not in ours or done.document.passage(id) == ours.passage(id)


@SOME
@given(EVERY, st.data())
def test_every_change_is_taken_declined_or_outstanding_and_only_what_was_left_is_offered_again(
    three: Three, data: Any
) -> None:
    base, ours, theirs = three
    chosen = data.draw(choices(base, ours, theirs))
    offered = offer(base, ours, theirs)
    done = take_up(base, ours, theirs, chosen)
    assert done.taken | done.declined | done.outstanding >= offered.ids
    assert not done.taken & done.outstanding
    assert not done.declined & (done.taken | done.outstanding)
    unsettled = {c.id for c in offered.changes if not is_settled(c, chosen.get(c.id))}
    assert unsettled <= done.outstanding
    again = offer(done.base, done.document, theirs)
    content = {c.id for c in again.changes if c.base != c.theirs}
    assert content <= done.outstanding


@SOME
@given(EVERY, st.sampled_from([How.TAKE, How.KEEP]))
def test_with_everything_settled_the_version_is_up_to_date(three: Three, how: How) -> None:
    base, ours, theirs = three
    offered = offer(base, ours, theirs)
    chosen = {c.id: Choice(Way.JOIN, {clash.key: how for clash in c.clashes}) for c in offered.changes}
    done = take_up(base, ours, theirs, chosen)
    if not done.outstanding:
        assert done.base == theirs
        assert offer(done.base, done.document, theirs).changes == ()
    for id in done.taken:
        change = next(c for c in offered.changes if c.id == id)
        if how is How.TAKE and change.theirs is not None and change.is_ours_as_it_was:
            assert done.document.passage(id) == change.theirs


@SOME
@given(EVERY, st.data())
def test_undoing_at_once_gives_back_the_version_and_later_words_survive_it(three: Three, data: Any) -> None:
    base, ours, theirs = three
    after = take_up(base, ours, theirs, data.draw(choices(base, ours, theirs))).document
    assert merge(after, after, ours).document == ours
    if len(after):
        first = after.passages[0]
        later = Document.of([first.with_text("es", f"{first.text('es')} local"), *after.passages[1:]])
        undone = merge(after, later, ours)
        assert "local" in words(undone.document, first.id, "es")


@SOME
@given(EVERY)
def test_the_base_of_an_offer_offers_nothing(three: Three) -> None:
    base, ours, _ = three
    assert offer(base, ours, base).changes == ()
    assert offer(base, ours, ours).changes == ()


@SOME
@given(pairs())
def test_what_is_put_back_wholly_is_the_base_and_the_rest_is_left_alone(pair: tuple[Document, Document]) -> None:
    base, other = pair
    assert reverted(other, base, {*base.index, *other.index}) == base
    assert reverted(other, base, ()) == other


@SOME
@given(pairs())
def test_a_survey_lists_every_departure_once_and_nothing_else(pair: tuple[Document, Document]) -> None:
    source, version = pair
    survey = compare(source, version)
    listed = [each.id for each in survey.departing]
    assert len(listed) == len(set(listed))
    states = {each.id: each.state for each in survey.departing}
    assert {id for id, state in states.items() if state is State.ADDED} == {*version.index} - {*source.index}
    assert {id for id, state in states.items() if state is State.OMITTED} == {*source.index} - {*version.index}
    for id in {*source.index} & {*version.index} - {*listed}:
        assert source.passage(id).kind is version.passage(id).kind
    assert compare(source, source).departing == ()
    for section, several in survey.by_section.items():
        assert section in survey.sizes
        assert survey.state(section) is not State.VERBATIM
        assert several
