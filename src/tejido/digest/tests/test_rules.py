"""When a weekly letter is due: in the morning of its day on the clocks of the reader, whatever these do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.digest.names import AT_MOST, MORNING
from tejido.digest.rules import next_due, on_present_clocks, told_since, week_of
from tejido.web.instants import clocks

ZONES = ("America/Asuncion", "America/Santiago", "Europe/Lisbon", "Asia/Kolkata", "Pacific/Kiritimati", "UTC")
instants = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # bounds


@given(st.integers(0, 6), st.sampled_from(ZONES), instants)
def test_it_is_the_first_such_morning_after_an_instant(day, zone, at):
    due = next_due(day, zone, at)
    assert (due.weekday(), due.time()) == (day, MORNING)
    assert timedelta(0) < due - at <= timedelta(days=7, hours=1)  # a week in which clocks are put back is longer
    assert due.tzinfo == clocks(zone)


@given(st.integers(0, 6), st.sampled_from(ZONES), st.sampled_from(ZONES), instants)
def test_who_moves_gets_it_in_the_morning_of_the_new_place_or_at_once(day, old, new, at):
    due = next_due(day, old, at)
    present = on_present_clocks(day, new, due)
    assert old != new or present == due
    assert present == due or (present.astimezone(clocks(new)).weekday(), present.time()) == (day, MORNING)
    assert abs(present - due) < timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "zone", "week"),
    [
        (datetime(2027, 3, 1, 12, tzinfo=UTC), "America/Asuncion", "2027-W09"),
        (datetime(2027, 1, 4, 2, tzinfo=UTC), "America/Asuncion", "2026-W53"),
        (datetime(2027, 1, 4, 2, tzinfo=UTC), "UTC", "2027-W01"),
    ],
)
def test_a_week_is_that_of_the_reader_s_clocks(at, zone, week):
    assert week_of(zone, at) == week


def test_of_a_long_time_only_the_last_two_weeks_are_told():
    at = datetime(2027, 3, 1, tzinfo=UTC)
    assert told_since(at - timedelta(days=3), at) == at - timedelta(days=3)
    assert told_since(at - timedelta(days=90), at) == at - AT_MOST
