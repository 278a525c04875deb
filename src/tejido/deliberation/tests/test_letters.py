"""Letters: each to one person, in that person's language, with the text, the deadline and a link, and nothing of what
was said."""

import pytest
from django.conf import settings
from django.utils.translation import override

from cast import NOW, ZONE, make_text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands
from tejido.deliberation.jobs import run_due
from tejido.deliberation.models import Procedure
from tejido.deliberation.names import Act
from tejido.deliberation.reminders import BEFORE, stage
from tejido.people.commands import send_queued
from tejido.people.models import Account, Letter
from tejido.web.instants import in_zone

from .doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    answer,
    change_text,
    clear,
    dispose,
    extend,
    fill_cumbre,
    lines,
    local,
    object_to,
    propose,
    release,
    released,
    remark,
    reply,
    revise,
    state,
    withdraw,
)

ACTING = {"xa.focal_point.mre", "xa.alternate.mre", "xb.focal_point.mre", "xb.alternate.mre"}
SERVING = {"network.secretariat.sec"}


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """What is done inside is committed, so that the letters about it are queued."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def to(letters):
    """Who is written to, by the first part of the address."""
    return sorted(letter.to.email.removesuffix("@example.org") for letter in letters)


def opened(cast, text):
    return commands.open_round(
        actor=cast.secretariat, text=text, revision=latest_revision(text), local=local(NOW + 30 * DAY), zone=ZONE,
        reply_days=21, invitation={}, at=NOW,
    )  # fmt: skip  # one row of a table, read as one


## What is told to all


def test_every_acting_seat_and_the_secretariat_are_told_of_a_round_each_by_a_mail_of_their_own(cast, text, commits):
    with commits():
        round_ = opened(cast, text)
    letters = list(Letter.objects.all())
    assert to(letters) == sorted(ACTING | SERVING)
    with override("es"):
        deadline = in_zone(round_.deadline, ZONE)
    for letter in letters:
        assert deadline in letter.body
        assert f"{settings.ORIGIN}/rounds/{round_.key}/" in letter.body
        assert "Texto" in letter.subject


def test_each_reads_in_their_own_language(cast, text, commits):
    Account.objects.filter(email="xb.focal_point.mre@example.org").update(language="en")
    with commits():
        opened(cast, text)
    by = {letter.to.email: letter.subject for letter in Letter.objects.select_related("to")}
    with override("es"):
        spanish = str(Act.ROUND_OPENED.label)
    assert by["xa.focal_point.mre@example.org"].startswith(spanish)
    assert by["xb.focal_point.mre@example.org"].startswith("Consultation round opened")


def test_a_seat_of_the_demonstration_gets_no_mail(cast, text, commits):
    Account.objects.update(is_demonstration=True)
    with commits():
        opened(cast, text)
    run_due(NOW + 29 * DAY)
    assert not Letter.objects.exists()


def test_what_is_done_in_private_and_what_is_said_is_never_in_a_letter(cast, text, commits, mailoutbox):
    with commits():
        round_ = opened(cast, text)
    Letter.objects.all().delete()
    secret = "CANARIO"
    with commits():
        made = remark(cast, round_, body=f"{secret} 1")
        commands.withdraw_remark(actor=cast.actor("XA/representative/JUS"), remark=made, at=NOW)
        commands.nothing_to_remark(actor=cast.actor("XA/representative/JUS"), round_=round_, at=NOW)
        answer(cast, round_, reason=f"{secret} 2")
        clear(cast, round_)
        release(cast, round_)
        dispose(cast, round_, lines(round_)["XA-1"].comment, reason=f"{secret} 3")
        reply(cast, lines(round_)["XA-1"].comment)
        withdraw(cast, round_)
    assert not Letter.objects.exists()
    with commits():
        procedure = propose(cast, text)
        object_to(cast, procedure, reason=f"{secret} 4", wording=f"{secret} 5")
    run_due(NOW + 2 * HOUR)
    send_queued(at=NOW + 2 * HOUR)
    assert mailoutbox
    assert all(secret not in f"{mail.subject}{mail.body}" for mail in mailoutbox)
    assert all(len(mail.recipients()) == 1 for mail in mailoutbox)


def test_members_of_a_mechanism_alone_are_told_what_happens_in_it(cast, mechanism, commits):
    with commits():
        text = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
        propose(cast, text, who="XA/focal_point")
    assert to(Letter.objects.all()) == ["xa.focal_point.mre", "xa.representative.def", "xa.representative.jus"]


def test_what_happens_to_a_text_on_the_table_is_told_with_the_deadline_that_runs(cast, text, commits):
    fill_cumbre(cast)
    steps = [
        (Act.PROCEDURE_OPENED, lambda: propose(cast, text), SILENCE_ENDS),
        (Act.SILENCE_EXTENDED, lambda: extend(cast, procedure(), SILENCE_ENDS + DAY), SILENCE_ENDS + DAY),
        (Act.TEXT_CHANGED, lambda: change_text(cast, procedure(), revise(cast, text)), SILENCE_ENDS + DAY),
        (Act.OBJECTION_RAISED, lambda: object_to(cast, procedure()), SILENCE_ENDS + DAY),
        (Act.PROCEDURE_LAPSED, lambda: conclude(SILENCE_ENDS + 2 * DAY), None),
    ]

    def procedure():
        return Procedure.objects.select_related("text__body__member").get()

    def conclude(at):
        commands.conclude_silence(procedure=procedure(), at=at)

    for act, do, deadline in steps:
        Letter.objects.all().delete()
        with commits():
            do()
        letter = Letter.objects.filter(to__email="xa.focal_point.mre@example.org").get()
        with override("es"):
            assert letter.subject.startswith(str(act.label))
            ends = in_zone(deadline, ZONE) if deadline else "(Asuncion"
        assert (ends in letter.body) is (deadline is not None)


## Reminders


@pytest.mark.parametrize(
    ("before", "due"),
    [(7 * DAY + TICK, None), (7 * DAY, 0), (2 * DAY + TICK, 0), (2 * DAY, 1), (DAY, 2), (0 * DAY, 2), (-TICK, None)],
)
def test_reminders_are_due_a_week_two_days_and_a_day_before(before, due):
    deadline = NOW + 30 * DAY
    assert stage(deadline, deadline - before) == due
    assert len(BEFORE) == 3


def test_only_members_that_have_not_released_are_reminded_of_a_round(cast, text):
    round_ = opened(cast, text)
    released(cast, round_, "XA")
    run_due(round_.deadline - 8 * DAY)
    assert not Letter.objects.exists()
    run_due(round_.deadline - 7 * DAY)
    assert to(Letter.objects.all()) == ["xb.alternate.mre", "xb.focal_point.mre"]
    letter = Letter.objects.first()
    with override("es"):
        assert in_zone(round_.deadline, ZONE) in letter.subject
    assert letter.body.endswith(f"{settings.ORIGIN}/rounds/{round_.key}/")


def test_a_job_that_runs_twice_reminds_once_and_a_later_stage_reminds_again(cast, text):
    round_ = opened(cast, text)
    for _twice in range(2):
        run_due(round_.deadline - 7 * DAY)
    assert Letter.objects.count() == 4
    run_due(round_.deadline - 2 * DAY)
    assert Letter.objects.count() == 8
    run_due(round_.deadline + TICK)
    assert Letter.objects.count() == 8


def test_an_extension_is_reminded_of_anew(cast, text):
    round_ = opened(cast, text)
    run_due(round_.deadline - DAY)
    later = round_.deadline + 10 * DAY
    commands.extend_round(actor=cast.secretariat, round_=round_, local=local(later), zone=ZONE, at=NOW)
    run_due(round_.deadline)
    assert Letter.objects.count() == 4
    run_due(later - DAY)
    assert Letter.objects.count() == 8


def test_only_members_that_said_nothing_are_reminded_of_a_silence(cast, filled_cumbre, text):
    procedure = propose(cast, text)
    agree(cast, procedure, "XA/focal_point")
    object_to(cast, procedure, "XB/focal_point")
    run_due(SILENCE_ENDS - DAY)
    assert to(Letter.objects.all()) == ["xb.alternate.mre"]  # who sits for Cumbre now
    assert f"/procedures/{procedure.key}/" in Letter.objects.get().body
    assert state(cast, procedure).deadline == SILENCE_ENDS


def test_a_silence_far_from_its_end_and_a_meeting_remind_nobody(cast, text):
    propose(cast, text)
    other = make_text(cast, slug="otro")
    propose(cast, other, kind="meeting")
    run_due(NOW + HOUR)
    assert not Letter.objects.exists()
