"""What clashes and what moves: sessions laid beside one another."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.programme import Clashing, Slot, blocks, clashes, exchanged, pushed, swapped

DAY = datetime(2027, 5, 3, tzinfo=UTC)


def at(begin: float, end: float, id: str = "a", **more: object) -> Slot:
    return Slot(id, DAY + timedelta(hours=begin), DAY + timedelta(hours=end), **more)  # type: ignore[arg-type]


def hours(spans):
    return {
        id: ((starts - DAY) / timedelta(hours=1), (ends - DAY) / timedelta(hours=1))
        for id, (starts, ends) in spans.items()
    }


def kinds(*slots):
    return [(clash.kind, clash.what) for clash in clashes(slots)]


def test_a_session_ends_after_it_begins():
    with pytest.raises(ValueError, match="does not end"):
        at(9, 9)


def test_who_is_for_everybody_clashes_with_every_group_and_groups_do_not_clash_with_one_another():
    assert kinds(at(9, 10), at(9, 10, "b")) == [(Clashing.GROUP, "")]
    assert kinds(at(9, 10, group="A"), at(9.5, 10, "b")) == [(Clashing.GROUP, "")]
    assert kinds(at(9, 10, group="A"), at(9.5, 10, "b", group="A")) == [(Clashing.GROUP, "A")]
    assert kinds(at(9, 10, group="A"), at(9, 10, "b", group="B")) == []
    assert kinds(at(9, 10), at(10, 11, "b")) == []


def test_a_room_a_speaker_and_the_interpreters_of_a_language_are_in_one_place():
    one = at(9, 10, group="A", room="r", speakers=("s", "t"), into=("pt", "en"))
    other = at(9.5, 11, "b", group="B", room="r", speakers=("t",), into=("en",))
    found = clashes([other, one])
    assert [(clash.kind, clash.what) for clash in found] == [
        (Clashing.ROOM, "r"), (Clashing.SPEAKER, "t"), (Clashing.INTERPRETATION, "en"),
    ]  # fmt: skip  # one answer, read as one
    assert [(clash.first, clash.second) for clash in found] == [("a", "b")] * 3
    assert [clash.is_impossible for clash in found] == [True, True, False]


def test_what_is_moved_changes_places_and_the_pause_stays():
    day = [at(9, 10), at(10.25, 12, "b"), at(13, 14, "c")]
    assert hours(exchanged(day, "b", is_earlier=True)) == {"b": (9, 10.75), "a": (11, 12)}
    assert exchanged(day, "a", is_earlier=False) == exchanged(day, "b", is_earlier=True)
    assert exchanged(day, "a", is_earlier=True) is None
    assert exchanged(day, "c", is_earlier=False) is None


def test_what_runs_side_by_side_moves_together():
    day = [at(9, 10), at(10, 11, "b", group="A"), at(10, 12, "c", group="B"), at(12, 13, "d")]
    assert hours(exchanged(day, "c", is_earlier=True)) == {"b": (9, 10), "c": (9, 11), "a": (11, 12)}


def test_two_sessions_take_each_other_s_time():
    assert hours(swapped(at(9, 10), at(14, 16, "b"))) == {"a": (14, 16), "b": (9, 10)}


def test_the_rest_of_a_day_is_shifted_and_what_was_before_is_not():
    day = [at(9, 10), at(10, 11, "b"), at(10, 12, "c")]
    assert hours(pushed(day, DAY + timedelta(hours=10), timedelta(minutes=30))) == {
        "b": (10.5, 11.5),
        "c": (10.5, 12.5),
    }


@st.composite
def days(draw):
    """Sessions one after the other with pauses, some of them with others beside them."""
    found: list[Slot] = []
    begin = 0
    for number in range(draw(st.integers(2, 6))):
        begin += draw(st.integers(0, 3))
        length = draw(st.integers(1, 4))
        letters = "AB"[: draw(st.integers(1, 2))]
        found += [at(begin, begin + length, f"{number}{letter}", group=letter) for letter in letters]
        begin += length
    return found


@given(days(), st.data())
def test_moving_keeps_every_length_and_makes_no_clash_where_there_was_none(day, data):
    chosen = data.draw(st.sampled_from(day)).id
    moved = exchanged(day, chosen, is_earlier=data.draw(st.booleans())) or {}
    after = [Slot(s.id, *moved.get(s.id, s.span), group=s.group) for s in day]
    assert [s.ends - s.starts for s in after] == [s.ends - s.starts for s in day]
    assert clashes(after) == clashes(day) == ()
    assert (min(s.starts for s in after), max(s.ends for s in after)) == (
        min(s.starts for s in day),
        max(s.ends for s in day),
    )
    assert len(blocks(after)) == len(blocks(day))
