"""Letters and reminders: to those who hold an invited seat, in their language, once."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from cast import NOW
from tejido.meetings import commands
from tejido.meetings.jobs import run_due
from tejido.meetings.reminders import stage
from tejido.people.commands import send_queued
from tejido.people.models import Account, Letter

from .doings import (
    ALDEA,
    BEGIN,
    BRISA,
    DAY,
    HOUR,
    add,
    again,
    approve,
    circulated,
    closed,
    convened,
    promise,
    report,
)

pytestmark = pytest.mark.django_db


def to(letters=None):
    found = Letter.objects.all() if letters is None else letters
    return sorted(letter.to.email for letter in found)


def test_every_holder_of_an_invited_seat_is_told_when_and_where(cast, django_capture_on_commit_callbacks):
    Account.objects.filter(pk=cast.account(BRISA).pk).update(language="pt", is_demonstration=False)
    with django_capture_on_commit_callbacks(execute=True):
        meeting = convened(cast)
    assert "xa.focal_point.mre@example.org" in to()
    assert "xa.validating_authority.mre@example.org" not in to()
    letter = Letter.objects.get(to=cast.account(ALDEA))
    assert "Asunción" in letter.body
    assert f"/meetings/{meeting.key}/" in letter.body
    assert "Se convoca." not in letter.body
    assert Letter.objects.get(to=cast.account(BRISA)).subject != letter.subject
    assert send_queued(at=NOW) == len(mail.outbox) == len(to())


def test_nobody_outside_a_mechanism_is_written_to(cast, mechanism, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        circulated(cast, mechanism, ALDEA)
    assert {address.split(".")[0] for address in to()} == {"xa"}


def test_each_act_that_concerns_the_invited_is_told(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        meeting = circulated(cast)
        approve(cast, meeting)
        other = convened(cast, number=15)
        add(cast, other, "Nuevo")
        commands.announce_agenda(actor=cast.secretariat, meeting=other, at=NOW)
        move = {"meeting": other, "reason": "Sede.", "language": "es", "at": NOW, "actor": cast.secretariat}
        commands.postpone_meeting(starts_at=None, ends_at=None, **move)
        commands.cancel_meeting(**move)
    assert Letter.objects.filter(to=cast.account(ALDEA)).count() == 7


def test_the_seats_that_have_not_answered_are_reminded_once_for_each_stage(cast):
    meeting = convened(cast)
    commands.answer_invitation(
        actor=cast.actor(ALDEA), meeting=meeting, says="coming", represented_by="", note="", at=NOW
    )
    assert run_due(BEGIN - 9 * DAY) == 0
    first = run_due(BEGIN - 7 * DAY)
    assert first
    assert "xa.focal_point.mre@example.org" not in to()
    assert "xa.alternate.mre@example.org" in to()
    assert run_due(BEGIN - 7 * DAY + HOUR) == 0
    assert run_due(BEGIN - 2 * DAY) == first
    assert run_due(BEGIN + HOUR) == 0


def test_parties_are_reminded_before_the_time_for_corrections_ends(cast):
    meeting = circulated(cast)
    ends = meeting.ends_at + 10 * DAY
    assert run_due(ends - 1.5 * DAY) > 0
    assert "network.secretariat.sec@example.org" not in to()
    approve(cast, meeting)
    assert run_due(ends - HOUR) == 0


def test_nobody_is_reminded_of_a_circulation_that_was_replaced(cast):
    meeting = circulated(cast)
    until = datetime.fromisoformat("2027-06-01T18:00")
    later = {"local": until, "zone": "America/Asuncion", "at": meeting.ends_at + 2 * HOUR}
    commands.circulate_minutes(actor=cast.secretariat, meeting=meeting, **later)
    assert run_due(meeting.ends_at + 9 * DAY) == 0
    assert run_due(datetime(2027, 5, 31, tzinfo=UTC)) > 0


def test_who_answered_before_a_postponement_is_asked_again(cast, django_capture_on_commit_callbacks):
    meeting = convened(cast)
    commands.answer_invitation(
        actor=cast.actor(ALDEA), meeting=meeting, says="coming", represented_by="", note="", at=NOW
    )
    move = {"meeting": meeting, "reason": "Sede.", "language": "es", "at": NOW + HOUR, "actor": cast.secretariat}
    with django_capture_on_commit_callbacks(execute=True):
        commands.postpone_meeting(starts_at=BEGIN + 9 * DAY, ends_at=BEGIN + 10 * DAY, **move)
    assert "Indique si asistirá." in Letter.objects.get(to=cast.account(ALDEA)).body
    Letter.objects.all().delete()
    assert run_due(BEGIN + 8 * DAY) > 0
    assert "xa.focal_point.mre@example.org" in to()


def test_who_promised_is_reminded_before_the_day_and_once_after_it(cast):
    meeting = closed(cast)
    day = (NOW + 60 * DAY).date()
    row = promise(cast, meeting, due=day)
    own = promise(cast, meeting, due=day, seat=cast.seats["network/secretariat/SEC"].key)
    at = NOW + 58 * DAY
    assert run_due(at) == 3  # both acting seats of Aldea, and the secretariat
    assert run_due(at) == 0
    assert "Enviar" not in Letter.objects.first().body
    report(cast, own, "network/secretariat", kind="done")
    assert run_due(NOW + 62 * DAY) == 2
    assert run_due(NOW + 63 * DAY) == 0
    report(cast, row, kind="done")
    assert run_due(NOW + 64 * DAY) == 0


def test_invented_seats_get_no_mail(cast, django_capture_on_commit_callbacks):
    Account.objects.update(is_demonstration=True)
    with django_capture_on_commit_callbacks(execute=True):
        meeting = convened(cast)
    assert run_due(BEGIN - DAY) == 0
    assert (to(), again(meeting).state) == ([], "convened")


@pytest.mark.parametrize(("before", "due"), [(8 * DAY, None), (7 * DAY, 0), (2 * DAY, 1), (HOUR, 2), (-HOUR, None)])
def test_the_nearest_reminder_whose_moment_has_come_is_due(before, due):
    assert stage(BEGIN, BEGIN - before) == due
