"""Who has completed a seminar is reckoned from what was entered, by a rule that everybody can read."""

from datetime import UTC, datetime, timedelta

import pytest

from tejido.presence.imports import Wrong, read_numbers
from tejido.presence.names import Fault
from tejido.presence.rules import Reckoned, reckon, slots_of
from tejido.timetable.models import Session

FIRST = datetime(2027, 5, 3, 14, 0, tzinfo=UTC)


def session(number: int, hour: int | None = None, **fields: object) -> Session:
    starts_at = FIRST + timedelta(hours=number if hour is None else hour)
    return Session(key=f"s{number}", number=number, starts_at=starts_at, **fields)


def come(share: int, obligatory: tuple[str, ...] = (), several: tuple[Session, ...] = (), **marks: str):
    slots = slots_of(several or tuple(session(number) for number in (1, 2, 3, 4)), obligatory)
    return reckon(slots, marks, share)


def test_the_share_is_of_the_counted_sessions_and_rounded_down():
    found = come(75, s1="present", s2="present", s3="present")
    assert (found.attended, found.counted, found.percent, found.is_met) == (3, 4, 75, True)
    assert not come(76, s1="present", s2="present", s3="present").is_met
    two_of_three = come(67, several=(session(1), session(2), session(3)), s1="present", s2="present")
    assert (two_of_three.percent, two_of_three.is_met) == (66, False)


def test_whoever_is_excused_is_asked_for_less_but_not_for_nothing():
    found = come(100, s1="present", s2="excused", s3="excused", s4="excused")
    assert (found.attended, found.counted, found.excused, found.is_met) == (1, 1, 3, True)
    assert not come(1, s1="excused", s2="excused", s3="excused", s4="excused").is_met


def test_an_obligatory_session_has_to_be_attended_whatever_the_share():
    found = come(25, ("s4",), s1="present", s2="present", s3="present", s4="excused")
    assert (found.missing, found.is_met) == ((4,), False)
    assert come(25, ("s4",), s4="present").is_met


def test_what_does_not_count_is_asked_for_only_where_it_is_obligatory():
    several = (session(1), session(2, is_counted=False), session(3, is_counted=False))
    assert come(100, several=several, s1="present").is_met
    found = come(100, ("s2",), several, s1="present")
    assert (found.counted, found.missing) == (1, (2,))
    assert come(100, ("s2",), several, s1="present", s2="present").is_met


def test_of_sessions_held_in_parallel_one_is_enough():
    several = (session(1), session(2, 2, parallel="a"), session(3, 2, parallel="b"))
    found = come(100, several=several, s1="present", s3="present")
    assert (found.attended, found.counted, found.is_met) == (2, 2, True)
    assert come(50, ("s2",), several, s1="present").missing == (2, 3)


def test_without_a_session_nobody_has_completed_anything():
    assert reckon([], {}, 1) == Reckoned(0, 0, 0, (), 0, is_met=False)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("", ()), ("3", (3,)), ("3 7, 12-14;1.", (3, 7, 12, 13, 14, 1)), ("1 - 3\n5", (1, 2, 3, 5)), ("2–4", (2, 3, 4))],
)
def test_numbers_are_typed_in_any_order_and_as_rows(typed, numbers):
    assert read_numbers(typed, range(1, 20)) == read_numbers(" ".join(map(str, numbers)), range(1, 20))
    assert read_numbers(typed, range(1, 20)).numbers == numbers


def test_what_is_wrong_is_said_of_each_number():
    found = read_numbers("3 3 99 x7 12-10 1-900 ３", range(1, 20))
    assert found.numbers == (3,)
    assert found.wrong == (
        Wrong("3", Fault.TWICE),
        Wrong("99", Fault.UNKNOWN),
        Wrong("x7", Fault.NO_NUMBER),
        Wrong("12-10", Fault.TOO_LONG),
        Wrong("1-900", Fault.TOO_LONG),
        Wrong("３", Fault.NO_NUMBER),
    )
