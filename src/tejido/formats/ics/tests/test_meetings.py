"""Meetings in a calendar: the hour on the clock of the place, versions that rise, and what is taken back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.formats.ics import Event, Meeting, Standing, meetings_calendar
from tejido.formats.ics.zones import timezone

STARTS = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
CHANGED = datetime(2026, 11, 1, 9, tzinfo=UTC)
BY = ("Secretaría Técnica", "red@example.org")


def meeting(**changed: object) -> Meeting:
    values: dict[str, object] = {
        "uid": "m1@tejido", "sequence": 3, "title": "Reunión de Puntos Focales", "description": "1. Apertura\n2. Texto",
        "place": "Asunción", "starts": STARTS, "ends": STARTS + timedelta(hours=8), "zone": "America/Santiago",
        "url": "https://red.example/meetings/m1/", "language": "es", "changed_at": CHANGED,
        "alarms": (timedelta(days=7),),
    }  # fmt: skip  # one table, read as one
    return Meeting(**{**values, **changed})  # type: ignore[arg-type]


def made(*meetings: Meeting, **more: object) -> icalendar.Calendar:
    raw = meetings_calendar(meetings, "Reuniones", organizer=BY, **more)  # type: ignore[arg-type]
    return icalendar.Calendar.from_ical(raw)


def test_a_meeting_is_an_hour_on_the_clock_of_its_place() -> None:
    raw = meetings_calendar([meeting()], "Reuniones", organizer=BY).decode()
    assert "DTSTART;TZID=America/Santiago:20261130T090000" in raw
    assert "BEGIN:VTIMEZONE\r\nTZID:America/Santiago" in raw
    assert "SUMMARY;LANGUAGE=es:Reunión de Puntos Focales" in raw
    assert 'ORGANIZER;CN="Secretaría Técnica":mailto:red@example.org' in raw
    (event,) = made(meeting()).events
    assert event["DTSTART"].dt == STARTS
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=8)
    assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt, event["TRANSP"]) == (3, CHANGED, "OPAQUE")
    assert [part["TRIGGER"].dt for part in event.walk("VALARM")] == [timedelta(days=-7)]


def test_a_meeting_that_is_alone_and_off_is_taken_back() -> None:
    off = meeting(standing=Standing.CANCELLED)
    taken_back = made(off)
    assert taken_back["METHOD"] == "CANCEL"
    (event,) = taken_back.events
    assert (event["STATUS"], event["TRANSP"], event.walk("VALARM")) == ("CANCELLED", "TRANSPARENT", [])
    assert made(off, meeting(uid="m2@tejido"))["METHOD"] == "PUBLISH"


def test_a_feed_holds_deadlines_beside_meetings() -> None:
    due = Event("r1@tejido", "Posición", "", STARTS, "America/Bogota", "https://red.example/rounds/r1/")
    feed = made(meeting(), deadlines=[due], made_at=CHANGED)
    assert [str(event["UID"]) for event in feed.events] == ["m1@tejido", "r1@tejido"]
    assert feed["METHOD"] == "PUBLISH"
    assert made(meeting(standing=Standing.CANCELLED), is_feed=True)["METHOD"] == "PUBLISH"


def test_what_a_meeting_does_not_say_is_not_there() -> None:
    (event,) = made(meeting(place="", description="", alarms=())).events
    assert not {"LOCATION", "DESCRIPTION"} & {*event}


def test_words_cannot_break_out_of_their_line() -> None:
    hostile = meeting(title="a\r\nBEGIN:VALARM", place="b\x00\nEND:VEVENT", description="c\r\nEND:VCALENDAR")
    (event,) = made(hostile).events
    assert event["SUMMARY"] == "a BEGIN:VALARM"
    assert len(event.walk("VALARM")) == 1


def test_a_time_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="no instant"):
        made(meeting(starts=STARTS.replace(tzinfo=None)))


ZONES = [
    "America/Santiago", "America/Asuncion", "Europe/Warsaw", "America/Havana", "Africa/Casablanca", "Europe/Dublin",
    "America/Argentina/Buenos_Aires", "America/New_York", "Antarctica/Troll", "Asia/Kolkata", "UTC",
]  # fmt: skip  # one table, read as one


@given(
    st.sampled_from(ZONES), st.integers(946771200, 2145830400).map(lambda second: datetime.fromtimestamp(second, UTC))
)
@settings(max_examples=150, deadline=None)
def test_the_rules_in_the_file_show_the_clock_of_the_zone(zone: str, moment: datetime) -> None:
    """Read as RFC 5545 says: of all observances the last that had begun, by the offset that was right until then."""
    begun = [
        (part["DTSTART"].dt.replace(tzinfo=UTC) - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in timezone(zone, [moment]).subcomponents
    ]
    (_, offset) = max(found for found in begun if found[0] <= moment)
    assert offset == moment.astimezone(ZoneInfo(zone)).utcoffset()


def test_a_meeting_in_the_last_year_of_all_is_told_and_costs_no_more_than_another() -> None:
    far = meeting(
        uid="m2@tejido", starts=datetime(9999, 12, 30, 12, tzinfo=UTC), ends=datetime(9999, 12, 30, 20, tzinfo=UTC)
    )
    found = made(meeting(), far)
    assert [event["DTSTART"].dt.year for event in found.events] == [2026, 9999]
    (rules,) = found.walk("VTIMEZONE")
    assert {part["DTSTART"].dt.year for part in rules.subcomponents} == {2026, 9999}
