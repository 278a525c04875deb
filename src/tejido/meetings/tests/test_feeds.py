"""Calendars of meetings: the address of a seat, what it tells, and when it ends; one meeting as a file."""

import threading
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from cast import NOW, make_text
from counting import queries_of
from tejido.deliberation.tests.stage import SECRET
from tejido.deliberation.tests.stage import opened as opened_round
from tejido.deliberation.tests.stage import prepare as prepare_in_private
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.meetings.commands import cancel_meeting, postpone_meeting
from tejido.meetings.commands.room import close_feed, open_feed
from tejido.meetings.models import Feed, Meeting
from tejido.meetings.names import Act, No
from tejido.meetings.tests.doings import ALDEA, BRISA, DAY, SEC, add, again, convened, prepare, refused
from tejido.registry.commands import end_mandate

pytestmark = pytest.mark.django_db
FAR = datetime(9999, 11, 30, 12, tzinfo=UTC)


def token_of(cast, who: str = ALDEA) -> str:
    return open_feed(actor=cast.actor(who), language="en", at=NOW)


def fetch(token: str) -> icalendar.Calendar:
    answer = Client().get(f"/calendar/feeds/{token}.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return icalendar.Calendar.from_ical(answer.content)


def titles(token: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in fetch(token).events]


def test_a_calendar_fetches_meetings_and_deadlines_without_a_session(cast):
    convened(cast, room_url="https://video.example.org/secret-room")
    prepare(cast, number=99)
    opened_round(cast, make_text(cast))
    token = token_of(cast)
    found = fetch(token)
    assert len(found.events) == 2
    raw = found.to_ical().decode()
    assert "Ordinary meeting 14" in raw
    assert "Position due" in raw
    assert "99" not in titles(token)
    assert "BEGIN:VTIMEZONE" in raw


def test_neither_agenda_nor_video_room_nor_what_is_prepared_leaves_the_house_in_a_feed(cast, mechanism):
    meeting = convened(cast, room_url="https://video.example.org/secret-room")
    add(cast, meeting, "AGENDA-9x")
    prepare_in_private(cast, opened_round(cast, make_text(cast)))
    for who in (ALDEA, BRISA, SEC):
        raw = fetch(token_of(cast, who)).to_ical().decode().replace("\r\n ", "")
        assert not [word for word in ("secret-room", "AGENDA-9x", SECRET) if word in raw]


def test_meetings_of_a_mechanism_are_told_to_its_own_seats_only(cast, mechanism):
    convened(cast, mechanism, ALDEA, number=None, name={"es": "CANARIO-MN"})
    assert "CANARIO-MN" in " ".join(titles(token_of(cast, ALDEA)))
    for who in (BRISA, SEC):
        assert "CANARIO-MN" not in " ".join(titles(token_of(cast, who)))


def test_only_the_digest_of_an_address_is_kept_and_the_ledger_knows_that_it_was_made(cast):
    token = token_of(cast)
    feed = Feed.objects.get()
    assert token not in str(vars(feed))
    assert len(token) >= 40
    line = Line.objects.get(act=Act.FEED_OPENED)
    assert (line.object, token in bytes(line.canonical).decode()) == (feed.key, False)


def test_an_address_ends_when_it_is_closed_and_when_a_new_one_is_made(cast):
    first = token_of(cast)
    second = token_of(cast)
    assert Client().get(f"/calendar/feeds/{first}.ics").status_code == 404
    assert titles(second) == []
    close_feed(actor=cast.actor(ALDEA), at=NOW)
    assert Client().get(f"/calendar/feeds/{second}.ics").status_code == 404
    assert refused(close_feed, actor=cast.actor(ALDEA), at=NOW) == No.NO_FEED
    assert Line.objects.filter(act=Act.FEED_CLOSED).count() == 2


def test_an_address_ends_with_the_mandate_and_with_the_account(cast):
    token, other = token_of(cast), token_of(cast, BRISA)
    mandate = cast.mandates[cast.office(ALDEA)]
    end_mandate(actor=CONSOLE, mandate=mandate, until=timezone.now(), at=NOW)
    assert Client().get(f"/calendar/feeds/{token}.ics").status_code == 404
    account = cast.account(BRISA)
    account.is_active = False
    account.save()
    assert Client().get(f"/calendar/feeds/{other}.ics").status_code == 404
    assert Client().get("/calendar/feeds/unknown.ics").status_code == 404


def test_two_clicks_at_once_leave_one_address(on_file, cast):
    start, made = threading.Barrier(2), []

    def job():
        start.wait()
        try:
            made.append(token_of(cast))
        finally:
            connection.close()

    threads = [threading.Thread(target=job) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Client().get(f"/calendar/feeds/{token}.ics").status_code for token in made) == [200, 404]
    assert Feed.objects.filter(closed_at=None).count() == 1


def test_a_feed_is_told_whatever_year_a_meeting_is_in(cast):
    """None can be written down so far ahead any more; a calendar of all others must not end with one that is."""
    meeting = convened(cast)
    Meeting.objects.filter(key=meeting.key).update(starts_at=FAR, ends_at=FAR + timedelta(hours=1))
    assert len(fetch(token_of(cast)).events) == 1


def test_nothing_is_planned_for_a_day_that_calendars_cannot_tell(cast):
    assert refused(prepare, cast, starts_at=FAR, ends_at=FAR + timedelta(hours=1)) == No.TOO_FAR
    sent = {"starts_0": "9999-11-30", "starts_1": "09:00", "ends_0": "9999-11-30", "ends_1": "10:00"}
    sent |= {"kind": "ordinary", "number": "3", "zone": "America/Asuncion", "place": "x", "languages": "es"}
    answer = cast.client(SEC).post(f"/bodies/{cast.body.key}/meetings/new/", sent)
    assert answer.status_code == 422
    assert "before the year 2200" in answer.content.decode()


def test_who_has_no_seat_has_no_calendar(cast):
    assert refused(open_feed, actor=PUBLIC, language="es", at=NOW) == "no_seat"
    assert refused(close_feed, actor=PUBLIC, at=NOW) == "no_seat"
    assert Client().get("/calendar/").status_code == 403


def test_the_address_is_shown_once(cast):
    client = cast.client(ALDEA)
    assert client.post("/calendar/addresses/").url == "/calendar/"
    first = client.get("/calendar/").content.decode()
    assert "/calendar/feeds/" in first
    assert "/calendar/feeds/" not in client.get("/calendar/").content.decode()
    assert client.post("/calendar/endings/").url == "/calendar/"
    assert "no address yet" in client.get("/calendar/").content.decode()


def one(cast, meeting, who: str = ALDEA) -> icalendar.Calendar:
    answer = cast.client(who).get(f"/meetings/{meeting.key}/calendar/")
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content)


def test_one_meeting_is_taken_with_its_agenda_and_each_change_is_a_later_version(cast):
    meeting = convened(cast, room_url="https://video.example.org/sala")
    first = one(cast, meeting)
    (event,) = first.events
    assert "1. Informe" in event["DESCRIPTION"]
    assert "video.example.org/sala" in event["LOCATION"]
    assert (first["METHOD"], event["STATUS"]) == ("PUBLISH", "CONFIRMED")
    new = meeting.starts_at + timedelta(days=7)
    postpone_meeting(
        actor=cast.actor(SEC), meeting=meeting, starts_at=new, ends_at=new + timedelta(hours=8), reason="Elecciones.",
        language="es", at=NOW + DAY,
    )  # fmt: skip  # one row of a table, read as one
    (moved,) = one(cast, again(meeting)).events
    assert moved["UID"] == event["UID"]
    assert moved["SEQUENCE"] > event["SEQUENCE"]
    assert moved["DTSTART"].dt == new
    cancel_meeting(
        actor=cast.actor(SEC), meeting=again(meeting), reason="No hay quórum.", language="es", at=NOW + 2 * DAY
    )
    off = one(cast, again(meeting))
    assert (off["METHOD"], off.events[0]["STATUS"]) == ("CANCEL", "CANCELLED")
    assert off.events[0]["SEQUENCE"] > moved["SEQUENCE"]


def test_a_meeting_in_preparation_is_no_file_for_others(cast):
    meeting = prepare(cast)
    assert cast.client(ALDEA).get(f"/meetings/{meeting.key}/calendar/").status_code == 404
    assert one(cast, meeting, SEC).events


def test_a_feed_costs_the_same_however_many_meetings_it_holds(cast):
    convened(cast)
    token = token_of(cast)
    short = queries_of(lambda: fetch(token))
    for number in (15, 16, 17):
        convened(cast, number=number)
    assert queries_of(lambda: fetch(token)) == short
