"""Participants read the programme once it is announced, by their browser alone, and are told what changes."""

import re

import pytest
from django.core import mail
from django.test import Client, TestCase
from icalendar import Calendar

from cast import NOW
from tejido.nominations import commands
from tejido.people.commands import send_queued
from tejido.people.models import Letter
from tejido.people.queries import guest_token
from tejido.timetable import commands as timetable
from tejido.timetable.lines import told_digest
from tejido.timetable.queries import programme_of
from tejido.timetable.tests.doings import change, held, plan

from .made import called, participant

pytestmark = pytest.mark.django_db
HERE = "/taking-part/programme/"


@pytest.fixture(autouse=True)
def now(at_now):
    at_now(NOW)


@pytest.fixture
def seminar(cast):
    return held(cast)


@pytest.fixture
def row(cast, seminar):
    return participant(cast, called(cast, seminar), language="es")


@pytest.fixture
def guest(row):
    commands.ask_for_link(email=row.email, at=NOW)
    row.refresh_from_db()
    browser = Client(headers={"accept-language": "en"})
    browser.post(f"/invitations/{guest_token(row.seed)}/")
    return browser


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def seen(seminar):
    return told_digest(programme_of(seminar).told)


def test_a_participant_reads_the_programme_once_it_is_announced(cast, seminar, guest):
    plan(cast, seminar, 9, 10.5)
    assert "It appears here once it is announced." in said(guest.get(HERE))
    timetable.announce_programme(actor=cast.secretariat, seminar=seminar, seen=seen(seminar), at=NOW)
    page = guest.get(HERE)
    assert "Señales de alerta" in said(page)
    assert page["Cache-Control"] == "private, no-store"
    assert "programme" in said(guest.get("/taking-part/")).lower()
    assert guest.get(f"{HERE}worker.js")["Content-Type"].startswith("text/javascript")
    events = Calendar.from_ical(guest.get(f"{HERE}programme.ics").content).walk("VEVENT")
    assert len(events) == 1
    assert guest.get(f"{HERE}materials/000000000000/").status_code == 404
    for place in ("", "worker.js", "programme.ics", "materials/000000000000/"):
        assert Client().get(f"{HERE}{place}").status_code == 404


def test_a_participant_is_told_of_the_programme_and_of_changes_and_nobody_else_without_a_seat_is(cast, seminar, row):
    gone = participant(cast, row.call, number=2)
    commands.decline_place(nominee=gone, at=NOW)
    session = plan(cast, seminar, 9, 10.5)
    with TestCase.captureOnCommitCallbacks(execute=True):
        timetable.announce_programme(actor=cast.secretariat, seminar=seminar, seen=seen(seminar), at=NOW)
        change(cast, session, 11, 12)
        timetable.announce_changes(actor=cast.secretariat, seminar=seminar, seen=seen(seminar), at=NOW)
    letters = list(Letter.objects.exclude(address="").order_by("queued_at", "key"))
    assert {letter.address for letter in letters} == {row.email}
    assert sorted("Señales de alerta" in letter.body for letter in letters) == [False, True]
    send_queued(at=NOW)
    [told] = [mailed for mailed in mail.outbox if mailed.to == [row.email] and "Señales" in mailed.body]
    assert "/taking-part/programme/" in told.body
    assert "/invitations/" not in told.body
