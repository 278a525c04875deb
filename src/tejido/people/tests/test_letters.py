"""Letters: queued with the act that caused them, one recipient each, tried again when the mail server fails."""

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core.mail import BadHeaderError, EmailMessage
from django.db import transaction
from django.utils import timezone

from tejido.people.commands import drop_letters, queue_letters, send_queued, use_link
from tejido.people.models import Letter, SignInLink
from tejido.people.names import GIVE_UP_AFTER
from tejido.people.queries import guest_token, letters_given_up, letters_waiting

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
        refuse(context, SMTPException("mailbox full"), "ana@")
        assert send_queued(at=AT) == 1
    assert Letter.objects.get(failures=1).sent_at is None
    assert send_queued(at=AT) == 1
    assert [mail.to for mail in mailoutbox] == [["eva@example.org"], ["ana@example.org"]]


@pytest.mark.parametrize("problem", [SMTPException(), ConnectionRefusedError(), TimeoutError()])
def test_a_mail_server_that_fails_is_given_up_in_the_end(monkeypatch, problem):
    queue(letter(open_for()))
    refuse(monkeypatch, problem)
    for failures in range(GIVE_UP_AFTER):
        assert (letters_given_up(), letters_waiting(AT + timedelta(hours=1))) == (0, 1), failures
        assert send_queued(at=AT) == 0
    assert (letters_given_up(), letters_waiting(AT + timedelta(hours=1))) == (1, 0)
    assert Letter.objects.get().failures == GIVE_UP_AFTER
    send_queued(at=AT)
    assert Letter.objects.get().failures == GIVE_UP_AFTER


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
        refuse(context, TimeoutError())
        send_queued(at=AT)
    send_queued(at=AT)
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
