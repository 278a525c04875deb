"""Meetings in somebody's calendar file: shown as they were read, kept only when they are sent."""

from io import BytesIO

import pytest

from tejido.formats.ics.tests.test_reading import file
from tejido.meetings.models import Meeting
from tejido.meetings.tests.doings import ALDEA, SEC

pytestmark = pytest.mark.django_db


def upload(cast, raw: bytes, who: str = SEC):
    sent = BytesIO(raw)
    sent.name = "reunion.ics"
    return cast.client(who).post(f"/bodies/{cast.body.key}/meetings/arrivals/", {"file": sent})


def test_a_meeting_in_the_file_is_a_form_that_was_filled_in(cast):
    page = cast.client(SEC).get(f"/bodies/{cast.body.key}/meetings/arrivals/")
    assert page.status_code == 200
    answer = upload(cast, file("DTSTART;TZID=America/Asuncion:20270310T090000", "LOCATION:Asunción"))
    said = answer.content.decode()
    assert answer.status_code == 200
    for words in ("Comité", "Asunción", 'value="2027-03-10', f'action="/bodies/{cast.body.key}/meetings/new/"'):
        assert words in said
    assert "no time zone that is known" not in said
    assert Meeting.objects.count() == 0


def test_what_the_file_does_not_say_is_pointed_at(cast):
    said = upload(cast, file("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=YEARLY")).content.decode()
    for words in ("no time zone that is known", "a day and no hour", "only the first one"):
        assert words in said


def test_an_exact_instant_is_told_by_the_clock_of_the_reader(cast):
    raw = file("DTSTART:20270310T120000Z").replace(b"DTSTART:20270310T120000Z", b"DTSTART;TZID=Mars:20270310T120000Z")
    assert upload(cast, raw).status_code == 200


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xff\xfe"])
def test_a_file_that_holds_no_meeting_is_one_sentence(cast, raw):
    answer = upload(cast, raw)
    assert answer.status_code == 422
    assert "reunion.ics: " in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(cast, settings):
    settings.MAX_UPLOAD = 10
    answer = upload(cast, file("DTSTART:20270310T120000Z"))
    assert answer.status_code == 422
    assert "reunion.ics is larger than" in answer.content.decode()


def test_only_who_serves_the_body_reads_files_into_it(cast):
    assert upload(cast, file("DTSTART:20270310T120000Z"), ALDEA).status_code == 403
