"""Letters: queued with the act that caused them, one recipient each, tried again when the mail server fails."""

from datetime import timedelta
from smtplib import SMTPAuthenticationError, SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.mail import BadHeaderError, EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.utils import timezone

from tejido.people.commands import Unreachable, drop_letters, queue_letters, send_queued, try_again, use_link
from tejido.people.commands.letters import LONGEST
from tejido.people.models import Letter, SignInLink
from tejido.people.names import GIVE_UP_AFTER, WAITS
from tejido.people.queries import (
    guest_token,
    letters_due,
    letters_given_up,
    letters_in,
    letters_waiting,
    oldest_letter,
    stuck_letters,
)

from .signing_in import open_for

pytestmark = pytest.mark.django_db
AT = timezone.now()


def letter(to, occasion: str = "round-opened:1", subject: str = "Se abrió una ronda", minutes: int = 0) -> Letter:
    queued = AT + timedelta(minutes=minutes)
    return Letter(to=to, occasion=occasion, subject=subject, body="Estimada Ana: …", queued_at=queued)


def queue(*letters: Letter) -> None:
    queue_letters(letters=letters)


def refuse(monkeypatch, problem: Exception, who: str = "") -> None:
    """The mail server refuses, everybody or one person."""
    send = EmailMessage.send

    def sending(mail, *args):
        if who in mail.to[0]:
            raise problem
        return send(mail, *args)

    monkeypatch.setattr(EmailMessage, "send", sending)


def test_every_letter_goes_to_one_person_and_names_nobody_else(mailoutbox):
    people = [open_for(f"{name}@example.org") for name in "abc"]
    queue(*(letter(person) for person in people))
    assert send_queued(at=AT) == 3
    assert sorted(mail.to for mail in mailoutbox) == [["a@example.org"], ["b@example.org"], ["c@example.org"]]
    assert {(*mail.cc, *mail.bcc) for mail in mailoutbox} == {()}


def test_what_was_sent_is_not_sent_again(mailoutbox):
    queue(letter(open_for()))
    assert (send_queued(at=AT), send_queued(at=AT)) == (1, 0)
    assert len(mailoutbox) == 1
    assert Letter.objects.get().sent_at == AT


def test_one_occasion_writes_to_a_person_once_however_often_the_job_runs(mailoutbox):
    ana, eva = open_for(), open_for("eva@example.org")
    queue(letter(ana), letter(eva))
    queue(letter(ana), letter(ana, "round-extended:1"))
    assert send_queued(at=AT) == 3
    assert len(mailoutbox) == 3


def test_an_act_that_is_undone_writes_to_nobody(mailoutbox):
    ana = open_for()
    with transaction.atomic():
        queue(letter(ana))
        transaction.set_rollback(True)
    assert send_queued(at=AT) == 0
    assert mailoutbox == []


def test_a_refused_letter_is_tried_again_and_the_others_leave(mailoutbox, monkeypatch):
    queue(letter(open_for()), letter(open_for("eva@example.org")))
    with monkeypatch.context() as context:
        refuse(context, SMTPDataError(452, b"mailbox full"), "ana@")
        assert send_queued(at=AT) == 1
    assert Letter.objects.get(failures=1).sent_at is None
    assert send_queued(at=AT + WAITS[0]) == 1
    assert [mail.to for mail in mailoutbox] == [["eva@example.org"], ["ana@example.org"]]


def test_a_letter_that_is_refused_waits_longer_each_time_and_is_given_up_in_the_end(monkeypatch):
    queue(letter(open_for()))
    refuse(monkeypatch, SMTPDataError(452, b"ana@example.org has no room"))
    at = AT
    for failures, wait in enumerate((*WAITS, WAITS[-1])):
        assert Letter.objects.get().failures == failures
        assert (letters_given_up(), letters_waiting(at + timedelta(hours=1))) == (0, 1)
        assert send_queued(at=at) == 0
        assert send_queued(at=at + wait - timedelta(seconds=1)) == 0, "not before it is its time"
        at += wait
    assert (letters_given_up(), letters_waiting(at + timedelta(hours=1))) == (1, 0)
    [row] = stuck_letters()
    assert (row.failures, row.problem) == (GIVE_UP_AFTER, "SMTPDataError 452")
    assert at - AT > timedelta(days=3)


AWAY = [ConnectionRefusedError(), TimeoutError(), SMTPServerDisconnected(), SMTPAuthenticationError(535, b"no")]


@pytest.mark.parametrize("problem", AWAY, ids=lambda problem: type(problem).__name__)
def test_a_mail_server_that_is_away_is_no_failure_of_a_letter_and_is_asked_once(monkeypatch, mailoutbox, problem):
    queue(letter(open_for()), letter(open_for("eva@example.org")))
    with monkeypatch.context() as context:
        refuse(context, problem)
        with pytest.raises(Unreachable, match=type(problem).__name__):
            send_queued(at=AT)
    assert sorted(Letter.objects.values_list("failures", "trying_since")) == [(0, None), (0, None)]
    assert send_queued(at=AT) == 2


def test_a_mail_server_that_cannot_be_reached_is_not_asked_for_each_letter(monkeypatch, settings):
    settings.EMAIL_HOST = "mail.example"
    asked = []

    class Away:
        def open(self):
            asked.append(1)
            raise ConnectionRefusedError

        def close(self):
            pass

    monkeypatch.setattr("tejido.people.commands.letters.get_connection", Away)
    queue(letter(open_for()), letter(open_for("eva@example.org")))
    with pytest.raises(Unreachable):
        send_queued(at=AT)
    assert asked == [1]


def test_the_connection_to_a_mail_server_is_kept_from_letter_to_letter_and_opened_anew_after_a_failure(
    monkeypatch, settings, mailoutbox
):
    settings.EMAIL_HOST = "mail.example"
    happened = []

    class Line(EmailBackend):
        def open(self):
            happened.append("open")

        def close(self):
            happened.append("close")

        def send_messages(self, mails):
            happened.append(mails[0].to[0])
            return super().send_messages(mails)

    monkeypatch.setattr("tejido.people.commands.letters.get_connection", Line)
    refuse(monkeypatch, SMTPDataError(451, b""), "b@")
    queue(*(letter(open_for(f"{name}@example.org"), minutes=-9 + at) for at, name in enumerate("abcd")))
    assert send_queued(at=AT) == 3
    to = [f"{name}@example.org" for name in "acd"]
    assert happened == ["open", to[0], "close", "open", to[1], to[2], "close"]


def test_a_mailbox_that_does_not_exist_is_given_up_at_once_and_sent_to_again_when_somebody_says_so(
    monkeypatch, mailoutbox
):
    queue(letter(open_for()), letter(open_for("eva@example.org")))
    with monkeypatch.context() as context:
        refuse(context, SMTPRecipientsRefused({"ana@example.org": (550, b"no such user")}), "ana@")
        assert send_queued(at=AT) == 1
    [stuck] = stuck_letters()
    assert (stuck.problem, letters_given_up()) == ("SMTPRecipientsRefused 550", 1)
    assert try_again(keys=["unknown"]) == 0
    assert try_again(keys=[stuck.key]) == 1
    assert send_queued(at=AT) == 1
    assert try_again() == 0


def test_a_mailbox_that_is_busy_is_tried_again(monkeypatch):
    queue(letter(open_for()))
    refuse(monkeypatch, SMTPRecipientsRefused({"ana@example.org": (450, b"greylisted")}))
    send_queued(at=AT)
    assert (letters_given_up(), Letter.objects.get().next_at) == (0, AT + WAITS[0])


def test_of_two_processes_one_sends(monkeypatch, mailoutbox):
    queue(letter(open_for()))
    due = letters_due(AT, 50)
    monkeypatch.setattr("tejido.people.commands.letters.letters_due", lambda *_: due)
    Letter.objects.update(trying_since=AT)  # between the look of the second and its claim, the first has claimed it
    assert send_queued(at=AT) == 0
    assert mailoutbox == []


def test_what_a_killed_process_was_sending_is_sent_once_more_and_not_a_third_time(mailoutbox):
    queue(letter(open_for()))
    Letter.objects.update(trying_since=AT)
    assert letters_in(AT) == {"waiting": 0, "put_off": 0, "trying": 1, "given_up": 0}
    assert send_queued(at=AT + LONGEST) == 0, "it may still be talking"
    later = AT + LONGEST + timedelta(seconds=1)
    assert send_queued(at=later) == 1
    Letter.objects.update(sent_at=None, trying_since=AT)  # killed again in the same place
    assert send_queued(at=later) == 0
    assert [(row.problem, row.repeats) for row in stuck_letters()] == [("interrupted", 1)]
    assert len(mailoutbox) == 1


def test_every_try_of_a_letter_has_the_same_message_id(mailoutbox, settings):
    settings.DEFAULT_FROM_EMAIL = "Tejido <tejido@red.example>"
    queue(letter(open_for()))
    for _twice in range(2):
        send_queued(at=AT)
        Letter.objects.update(sent_at=None)
    ids = {mail.message()["Message-ID"] for mail in mailoutbox}
    assert ids == {f"<{Letter.objects.get().key}@red.example>"}
    assert len(mailoutbox) == 2


def test_letters_are_counted_by_what_they_wait_for():
    people = [open_for(f"{name}@example.org") for name in "abcd"]
    queue(*(letter(person) for person in people), letter(people[0], "later", minutes=5))
    states = [{"next_at": AT + timedelta(minutes=1)}, {"failures": GIVE_UP_AFTER}, {"sent_at": AT}]
    for row, state in zip(Letter.objects.filter(occasion="round-opened:1"), states, strict=False):
        Letter.objects.filter(pk=row.pk).update(**state)
    assert letters_in(AT) == {"waiting": 1, "put_off": 1, "trying": 0, "given_up": 1}
    assert oldest_letter(AT) == AT
    assert oldest_letter(AT - timedelta(minutes=1)) is None


def test_a_line_break_in_a_subject_stops_no_letter_and_adds_no_header(mailoutbox):
    queue(letter(open_for(), subject="Título\r\nBcc: all@example.org"))
    assert send_queued(at=AT) == 1
    assert (mailoutbox[0].subject, mailoutbox[0].bcc) == ("Título Bcc: all@example.org", [])


def test_a_letter_that_cannot_be_a_mail_stops_no_other(mailoutbox, monkeypatch):
    queue(letter(open_for("ana@example.org")), letter(open_for("eva@example.org")))
    refuse(monkeypatch, BadHeaderError(), "ana@")
    assert send_queued(at=AT) == 1
    assert [mail.to for mail in mailoutbox] == [["eva@example.org"]]


def test_an_invitation_gets_its_link_in_the_moment_it_leaves_and_another_where_it_did_not(mailoutbox, monkeypatch):
    ana = open_for()
    queue(Letter(to=ana, occasion="named", subject="…", body="Entre: {link}", carries_link=True, queued_at=AT))
    assert not SignInLink.objects.exists()
    with monkeypatch.context() as context:
        refuse(context, SMTPDataError(451, b""))
        send_queued(at=AT)
    send_queued(at=AT + WAITS[0])
    assert mailoutbox[0].body.startswith("Entre: http")
    token = mailoutbox[0].body.split("/links/")[1].strip("/")
    assert use_link(token=token, at=AT) == ana
    assert SignInLink.objects.count() == 2


def test_a_mistake_of_ours_is_not_taken_for_a_failure_of_the_mail_server(monkeypatch):
    queue(letter(open_for()))
    refuse(monkeypatch, KeyError())
    with pytest.raises(KeyError):
        send_queued(at=AT)


def test_the_oldest_letters_leave_first_and_no_more_than_asked(mailoutbox):
    people = [open_for(f"{number}@example.org") for number in range(4)]
    queue(*(letter(person, minutes=-number) for number, person in enumerate(people)))
    assert send_queued(at=AT, limit=3) == 3
    assert [mail.to[0][0] for mail in mailoutbox] == ["3", "2", "1"]


def test_only_letters_that_should_have_left_by_then_are_counted_as_waiting():
    queue(letter(open_for(), minutes=5))
    assert [letters_waiting(AT + timedelta(minutes=minutes)) for minutes in (5, 6)] == [0, 1]


def test_a_letter_for_later_leaves_when_it_is_time(mailoutbox):
    queue(letter(open_for(), minutes=5))
    assert [send_queued(at=AT + timedelta(minutes=minutes)) for minutes in (4, 5, 6)] == [0, 1, 0]


def guest(address: str = "guest@example.org", seed: str = "s1") -> Letter:
    return Letter(
        address=address, occasion="called", subject="Seminario", body="Entre por {link}.", page="/guests/{token}/",
        seed=seed, queued_at=AT,
    )  # fmt: skip  # one letter


def test_somebody_without_an_account_gets_a_link_that_is_stored_nowhere(mailoutbox, settings):
    settings.ORIGIN = "https://tejido.example"
    queue(guest())
    assert send_queued(at=AT) == 1
    assert mailoutbox[0].to == ["guest@example.org"]
    assert f"https://tejido.example/guests/{guest_token('s1')}/." in mailoutbox[0].body
    assert guest_token("s1") not in str(Letter.objects.values().get())


def test_another_seed_is_another_link_and_so_is_another_house(settings):
    tokens = {guest_token("s1"), guest_token("s2")}
    settings.SECRET_KEY = "another key"
    assert len(tokens | {guest_token("s1")}) == 3


def test_one_occasion_writes_to_an_address_once():
    queue(guest(), guest("other@example.org"))
    queue(guest())
    assert Letter.objects.count() == 2


def test_of_what_was_written_to_a_guest_nothing_is_kept_once_it_is_dropped(mailoutbox):
    """Whatever address they had when it was written; and nothing of what was written to others at that address."""
    own, before, other = guest(), guest("before@example.org"), guest()
    own.occasion, before.occasion, other.occasion = "admitted:k1:1", "asked:k1:1", "admitted:k2:1"
    seat = letter(open_for())
    seat.occasion = "told:k1"
    queue(own, before, other, seat)
    drop_letters(about="k1")
    assert set(Letter.objects.values_list("occasion", flat=True)) == {"admitted:k2:1", "told:k1"}
