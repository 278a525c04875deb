"""What people are told of a programme that changed since they read it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.programme import Change, Changing, Told, changes

ONE = Told("a", 1, "2027-05-03T12:00", "2027-05-03T13:00", "seminar", "", "Sala 1", ("p",), (("es", "Uno"),))
TWO = replace(ONE, id="b", number=2, starts="2027-05-03T11:00")


def kinds(before, after):
    return [(change.session.id, *change.kinds) for change in changes(before, after)]


def test_a_session_is_new_cancelled_or_different_in_what_matters():
    assert kinds([ONE], [ONE, TWO]) == [("b", Changing.ADDED)]
    assert kinds([ONE, TWO], [TWO]) == [("a", Changing.CANCELLED)]
    for name, value, kind in (
        ("starts", "2027-05-03T12:15", Changing.MOVED),
        ("ends", "2027-05-03T13:15", Changing.MOVED),
        ("room", "Sala 2", Changing.ROOM),
        ("group", "A", Changing.GROUP),
        ("kind", "lecture", Changing.WORDS),
        ("words", (("es", "Dos"),), Changing.WORDS),
        ("people", ("p", "q"), Changing.PEOPLE),
    ):
        assert kinds([ONE], [replace(ONE, **{name: value})]) == [("a", kind)], name


def test_the_same_instant_on_other_clocks_is_another_time_where_both_are_known():
    here, there = replace(ONE, zone="America/Asuncion"), replace(ONE, zone="America/Lima")
    assert kinds([here], [there]) == [("a", Changing.MOVED)]
    assert kinds([here], [here]) == kinds([ONE], [here]) == []


def test_what_concerns_a_group_concerns_the_group_that_it_was_for_too():
    found = changes([replace(ONE, group="A")], [replace(ONE, group="B", room="")])
    assert [change.groups for change in found] == [{"A", "B"}]
    assert found[0].kinds == (Changing.ROOM, Changing.GROUP)


def test_there_is_no_change_of_nothing():
    with pytest.raises(ValueError, match="of nothing"):
        _ = Change((), None, None).session


sessions = st.lists(
    st.builds(
        Told, st.sampled_from("abcd"), st.just(1), st.sampled_from("xy"), st.just("z"), room=st.sampled_from("rs")
    ),
    unique_by=lambda told: told.id,
)


@given(sessions, sessions)
def test_changes_lead_from_what_was_told_to_what_is_and_back(before, after):
    found = changes(before, after)
    gone = {change.before for change in found if change.before}
    come = {change.after for change in found if change.after}
    assert set(before) - gone | come == set(after)
    assert {(change.after, change.before) for change in found} == {
        (change.before, change.after) for change in changes(after, before)
    }
    assert changes(before, before) == ()
