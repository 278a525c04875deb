"""Calendar files: the exact instant through every change of the clocks, and texts that stay texts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tejido.formats.ics import Event, calendar

MADE = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)
AT = datetime(2026, 12, 5, 2, 59, tzinfo=UTC)


def event(at: datetime = AT, **changed: object) -> Event:
    values = {
        "uid": "r1-positions@tejido",
        "summary": "Posición: Módulo 1",
        "description": "4 de diciembre, 23:59 (Santiago)",
    }
    others = {
        "at": at,
        "zone": "America/Santiago",
        "url": "https://red.example/rounds/r1/",
        "alarms": (timedelta(days=2),),
    }
    return Event(**{**values, **others, **changed})  # type: ignore[arg-type]


def parsed(*events: Event, title: str = "Curso") -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(calendar(events, title, MADE))


def only(*events: Event) -> icalendar.Event:
    (found,) = parsed(*events).events
    return found


def test_a_file_is_read_back_as_it_was_meant() -> None:
    made = parsed(event(), title="Curso de prevención")
    assert {name: str(value) for name, value in made.items()} == {
        "METHOD": "PUBLISH", "VERSION": "2.0", "PRODID": "-//Tejido//Deadlines//EN", "NAME": "Curso de prevención",
        "X-WR-CALNAME": "Curso de prevención", "X-WR-TIMEZONE": "America/Santiago",
    }  # fmt: skip  # one table, read as one
    found = only(event())
    assert (found["UID"], found["SUMMARY"], found["URL"]) == (
        "r1-positions@tejido", "Posición: Módulo 1", "https://red.example/rounds/r1/",
    )  # fmt: skip  # one row, read as one
    assert found["DESCRIPTION"] == "4 de diciembre, 23:59 (Santiago)"
    assert (found["DTSTART"].dt, found["DTSTAMP"].dt) == (AT, MADE)


def test_a_deadline_takes_no_time_and_keeps_nobody_busy() -> None:
    found = only(event())
    assert "DTEND" not in found
    assert "DURATION" not in found
    assert (found["TRANSP"], found["STATUS"]) == ("TRANSPARENT", "CONFIRMED")


def test_each_alarm_warns_before_the_deadline() -> None:
    before = (timedelta(days=7), timedelta(days=1), timedelta(minutes=90))
    alarms = only(event(alarms=before)).walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in alarms] == [-span for span in before]
    assert {(alarm["ACTION"], alarm["DESCRIPTION"]) for alarm in alarms} == {("DISPLAY", "Posición: Módulo 1")}


# (zone, year, month, day, hour, minute) of local times that occur twice, and of the last minute before a gap.
FOLDS = [
    ("America/Santiago", 2027, 4, 3, 23, 30),
    ("America/Asuncion", 2024, 3, 23, 23, 30),
    ("Europe/Warsaw", 2027, 10, 31, 2, 30),
]
GAPS = [("America/Santiago", 2027, 9, 4, 23, 59), ("America/Asuncion", 2023, 9, 30, 23, 59)]


@pytest.mark.parametrize("case", FOLDS)
def test_the_hour_that_occurs_twice_is_two_instants(case: tuple[str, int, int, int, int, int]) -> None:
    zone, *local = case
    first = datetime(*local, tzinfo=ZoneInfo(zone), fold=0)  # type: ignore[misc,arg-type]
    second = first.replace(fold=1)
    written = [calendar([event(at, zone=zone)], "Curso", MADE) for at in (first, second)]
    found = [icalendar.Calendar.from_ical(raw).events[0]["DTSTART"].dt for raw in written]
    assert found == [first.astimezone(UTC), second.astimezone(UTC)]
    assert found[1] - found[0] == timedelta(hours=1)


@pytest.mark.parametrize("case", GAPS)
def test_the_minute_before_a_gap_is_exact(case: tuple[str, int, int, int, int, int]) -> None:
    zone, *local = case
    last = datetime(*local, tzinfo=ZoneInfo(zone))  # type: ignore[misc,arg-type]
    after = (last.astimezone(UTC) + timedelta(minutes=1)).astimezone(ZoneInfo(zone))
    found = [only(event(at, zone=zone))["DTSTART"].dt for at in (last, after)]
    assert found[1] - found[0] == timedelta(minutes=1)


def test_every_time_is_written_in_utc_and_needs_no_rules_of_a_zone() -> None:
    raw = calendar(
        [event(AT.astimezone(ZoneInfo("America/Santiago")))], "Curso", MADE.astimezone(ZoneInfo("Asia/Kolkata"))
    )
    assert b"DTSTART:20261205T025900Z\r\n" in raw
    assert b"DTSTAMP:20260301T123015Z\r\n" in raw
    assert b"TZID" not in raw


def test_the_zone_is_named_only_where_all_events_share_it() -> None:
    assert "X-WR-TIMEZONE" not in parsed(event(), event(uid="b", zone="America/Asuncion"))
    assert parsed(event(), event(uid="b"))["X-WR-TIMEZONE"] == "America/Santiago"


def test_an_extended_deadline_is_a_later_version_of_the_same_event() -> None:
    first, later = only(event()), only(event(AT + timedelta(minutes=1)))
    assert first["UID"] == later["UID"]
    assert later["SEQUENCE"] == first["SEQUENCE"] + 1
    assert only(event(datetime(2100, 1, 1, tzinfo=UTC)))["SEQUENCE"] < 2**31


def test_no_events_make_an_empty_calendar() -> None:
    assert parsed().events == []


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001  # what is to be refused
    with pytest.raises(ValueError, match="no instant"):
        calendar([event(naive)], "Curso", MADE)
    with pytest.raises(ValueError, match="no instant"):
        calendar([event()], "Curso", naive)


PIECES = (
    "\r\n", "\n", "\r", "\x85", "\u2028", "\x00", "\x1b", "\ud800", "BEGIN:VEVENT", "END:VCALENDAR",
    "ATTACH:http://x", ":", ";", ",", "\\", "\\n", '"', "ñ", "😀", "العربية", "a" * 70, " ",
)  # fmt: skip  # one list, read as one
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join)


@settings(deadline=None)
@given(hostile, hostile, hostile, hostile)
@example("x\r\nATTACH:http://a.example", "x\nEND:VEVENT", "http://a.example/\r\nATTACH:x", "x\rMETHOD:REQUEST")
def test_no_text_adds_a_line_of_its_own(summary: str, description: str, url: str, title: str) -> None:
    made = parsed(event(summary=summary, description=description, url=url, uid=f"a{url}", zone=title), title=title)
    (found,) = made.events
    assert sorted(found) == [
        "DESCRIPTION",
        "DTSTAMP",
        "DTSTART",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "UID",
        "URL",
    ]
    assert set(made) <= {"METHOD", "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE"}
    assert len(found.subcomponents) == len(made.subcomponents) == 1
    assert "\n" not in found["SUMMARY"]


@settings(deadline=None)
@given(hostile, hostile)
@example("ñ" * 300, "😀" * 100)
def test_lines_are_folded_at_75_octets_between_characters(summary: str, description: str) -> None:
    raw = calendar([event(summary=summary, description=description)], summary, MADE)
    assert raw.endswith(b"\r\n")
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_what_people_write_comes_back_as_they_wrote_it(text: str) -> None:
    found = only(event(summary=text, description=text))
    assert found["SUMMARY"] == " ".join(text.split())
    assert found["DESCRIPTION"] == text


def test_the_paragraphs_of_a_description_stay_paragraphs() -> None:
    assert only(event(description="uno\r\n\r\ndos\rtres"))["DESCRIPTION"] == "uno\n\ndos\ntres"
