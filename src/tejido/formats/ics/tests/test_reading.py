"""Calendar files of other people: what is taken over, and the one sentence about what cannot be."""

from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tejido.formats.bad_file import BadFile, Code
from tejido.formats.child import parse_calendar
from tejido.formats.ics import Proposed, read
from tejido.formats.ics.frames import from_bytes, to_bytes
from tejido.formats.ics.reading import MAX_MEETINGS
from tejido.formats.ics.tests.test_meetings import BY, meeting, meetings_calendar


def file(*lines: str, around: str = "") -> bytes:
    event = "\r\n".join(["BEGIN:VEVENT", "UID:1", "SUMMARY:Comité", *lines, "END:VEVENT"])
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{around}"
    return f"{head}{event}\r\nEND:VCALENDAR\r\n".encode()


clock = datetime.fromisoformat


def only(raw: bytes) -> Proposed:
    (found,) = read(raw)
    return found


def code_of(raw: bytes) -> Code:
    with pytest.raises(BadFile) as problem:
        read(raw)
    return problem.value.code


def test_what_this_house_writes_it_reads_in_the_child_too() -> None:
    raw = meetings_calendar([meeting()], "Reuniones", organizer=BY)
    (found,) = parse_calendar(raw, name="reunion.ics")
    assert found == only(raw)
    assert (found.title, found.place, found.zone) == ("Reunión de Puntos Focales", "Asunción", "America/Santiago")
    assert (found.starts, found.ends) == (clock("2026-11-30T09:00"), clock("2026-11-30T17:00"))
    assert found.description == "1. Apertura\n2. Texto"
    assert (found.is_exact, found.is_day, found.repeats) == (True, False, False)


@pytest.mark.parametrize(
    ("start", "hint", "zone", "shows", "is_exact"),
    [
        (";TZID=America/Asuncion:20270310T090000", "", "America/Asuncion", "2027-03-10T09:00", True),
        (";TZID=Pacific SA Standard Time:20270310T090000", "", "America/Santiago", "2027-03-10T09:00", True),
        (":20270310T120000Z", "", "UTC", "2027-03-10T12:00", True),
        (":20270310T120000Z", "America/Bogota", "America/Bogota", "2027-03-10T07:00", True),
        (":20270310T120000", "", "", "2027-03-10T12:00", False),
        (":20270310T120000", "America/Lima", "America/Lima", "2027-03-10T12:00", False),
        (";TZID=../../etc/passwd:20270310T120000", "", "", "2027-03-10T12:00", False),
        (";TZID=Mars/Phobos:20270310T120000", "", "", "2027-03-10T12:00", False),
        (":20270310T120000Z", "Mars/Phobos", "UTC", "2027-03-10T12:00", True),
    ],
)
def test_the_clock_and_its_zone(start: str, hint: str, zone: str, shows: str, is_exact: bool) -> None:
    around = f"X-WR-TIMEZONE:{hint}\r\n" if hint else ""
    found = only(file(f"DTSTART{start}", around=around))
    assert (found.zone, found.starts, found.is_exact) == (zone, clock(shows), is_exact)


@pytest.mark.parametrize("zone", ["America", "x" * 300])
def test_a_zone_that_no_clock_can_be_set_by_is_one_sentence(zone: str) -> None:
    with pytest.raises(BadFile) as problem:
        parse_calendar(file(f"DTSTART;TZID={zone}:20270310T120000"), name="x.ics")
    assert problem.value.code == Code.NO_ZONE


def test_the_end_of_a_meeting() -> None:
    at = "DTSTART:20270310T120000Z"
    assert only(file(at)).ends == clock("2027-03-10T14:00")
    assert only(file(at, "DURATION:PT90M")).ends == clock("2027-03-10T13:30")
    day = only(file("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=YEARLY"))
    assert (day.is_day, day.repeats, day.starts, day.ends) == (
        True,
        True,
        clock("2027-03-10T00:00"),
        clock("2027-03-11T00:00"),
    )


@pytest.mark.parametrize(
    "lines",
    [
        (), ("DTSTART:never",), ("DTSTART:20270310T120000Z", "DTEND:20270310T110000Z"),
        ("DTSTART:20270310T120000Z", "DTEND:20290310T110000Z"), ("DTSTART:20270310T120000Z", "DTEND:20270310T110000"),
        ("DTSTART:99991231T235959Z", "DURATION:P30D"), ("DTSTART:20270310T120000Z", "DTEND:soon"),
        ("DTSTART:20270310T120000Z", "DTSTART:20280310T120000Z"),
    ],
)  # fmt: skip  # one table, read as one
def test_a_meeting_without_a_time_is_named(lines: tuple[str, ...]) -> None:
    with pytest.raises(BadFile) as problem:
        read(file(*lines))
    assert (problem.value.code, problem.value.where) == (Code.NO_TIME, "Comité")


def test_files_that_hold_no_meeting() -> None:
    assert code_of(b"PK\x03\x04") == Code.NOT_CALENDAR
    assert code_of(b"") == Code.NOT_CALENDAR
    assert code_of(b"\xff\xfe") == Code.NOT_UTF8
    assert code_of(b"BEGIN:VEVENT\r\nEND:VEVENT\r\n") == Code.NOT_CALENDAR
    assert code_of(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == Code.NO_MEETING
    assert code_of(file("DTSTART:20270310T120000Z", "STATUS:CANCELLED")) == Code.NO_MEETING
    assert code_of(b" " * 2**22) == Code.TOO_BIG
    event = b"BEGIN:VEVENT\r\nDTSTART:20270310T120000Z\r\nEND:VEVENT\r\n"
    assert code_of(b"BEGIN:VCALENDAR\r\n" + event * (MAX_MEETINGS + 1) + b"END:VCALENDAR\r\n") == Code.TOO_MANY_MEETINGS


def test_the_child_names_the_file() -> None:
    with pytest.raises(BadFile) as problem:
        parse_calendar(b"PK", name="x.ics")
    assert str(problem.value) == "x.ics: The file is not a calendar."


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(file)))
@example(b"BEGIN:VCALENDAR\r\n" * 3000)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_meetings_or_one_sentence(raw: bytes) -> None:
    found: tuple[Proposed, ...] = ()
    with suppress(BadFile):
        found = read(raw)
    assert not found or from_bytes(to_bytes(found)) == found


@pytest.mark.parametrize(
    "answer",
    [
        b"[]", b"{}", b'{"meetings":[1]}', b"not json", b'{"meetings":[{"uid":1}]}',
        to_bytes(read(file("DTSTART:20270310T120000Z"))).replace(b"12:00:00", b"12:00:00+00:00"),
    ],
)  # fmt: skip  # one table, read as one
def test_what_is_no_answer_is_a_fault(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r"answer|zone|Expecting"):
        from_bytes(answer)


def test_an_answer_with_too_many_meetings_is_refused() -> None:
    one = read(file("DTSTART:20270310T120000Z"))
    with pytest.raises(BadFile):
        from_bytes(to_bytes(one * (MAX_MEETINGS + 1)))
