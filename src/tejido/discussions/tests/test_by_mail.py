"""Discussions by e-mail: who is written to, and whose answers are taken. Everything else is refused in one way."""

from datetime import datetime, timedelta

import pytest
from django.core import mail as sent_mail

from at_console import typed
from cast import NOW, make_text
from tejido.cooperation.commands import hide_posting
from tejido.cooperation.tests.doings import offer, show
from tejido.discussions import commands
from tejido.discussions.commands import Received
from tejido.discussions.jobs import run_due
from tejido.discussions.models import Message, Notice, TakenMail
from tejido.discussions.names import Hearing, Letters, Space
from tejido.discussions.proof import VALID_FOR, about, about_in
from tejido.ledger.actors import CONSOLE
from tejido.people.commands import send_queued
from tejido.people.models import Account, Letter
from tejido.people.queries import reply_in
from tejido.registry.commands import begin_mandate, end_mandate

from .doings import (
    ALDEA,
    BRISA,
    DAY,
    DOMAIN,
    JUSTICE,
    MINUTE,
    SEC,
    begin,
    edit,
    hide,
    mail,
    receive,
    reply_to,
    say,
)

__all__ = ["typed"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _domain(settings):
    settings.REPLY_DOMAIN = DOMAIN


def want(cast, who, letters):
    commands.want_letters(actor=cast.actor(who), letters=letters)


def told(cast):
    """To whom letters are queued, and what they say."""
    return {letter.to.email.split(".example")[0]: letter for letter in Letter.objects.exclude(occasion="")}


def letters_to(cast, who):
    return list(Letter.objects.filter(to=cast.account(who), occasion__startswith="discussions:"))


def test_who_listens_gets_one_letter_in_the_morning_with_what_stands_then(cast, text):
    row = begin(cast, text)
    message = say(cast, row, BRISA, "Primera palabra.")
    edit(cast, message, BRISA, "Palabra corregida.")
    hide(cast, say(cast, row, BRISA, "Nombra a alguien."))
    gone = say(cast, row, BRISA, "Me equivoqué.")
    commands.withdraw_message(actor=cast.actor(BRISA), message=gone, at=NOW)
    assert run_due(NOW + MINUTE) == 0
    morning = datetime.fromisoformat("2027-03-02T07:00:00-03:00")
    assert run_due(morning - MINUTE) == 0
    assert run_due(morning) == 2  # who began it, and the secretariat, which keeps the space
    assert run_due(morning) == 0
    [letter] = letters_to(cast, ALDEA)
    assert "Palabra corregida." in letter.body
    assert not any(words in letter.body for words in ("Primera", "Nombra a alguien", "Me equivoqué"))
    assert letters_to(cast, BRISA) == letters_to(cast, JUSTICE) == []
    assert Notice.objects.count() == 0


def test_a_seat_may_want_each_message_or_none(cast, text):
    want(cast, ALDEA, Letters.EACH)
    want(cast, SEC, Letters.NONE)
    row = begin(cast, text)
    say(cast, row)
    assert run_due(NOW + 9 * MINUTE) == 0
    assert run_due(NOW + 10 * MINUTE) == 1
    say(cast, row)
    want(cast, ALDEA, Letters.NONE)
    assert run_due(NOW + 3 * DAY) == 0
    assert len(letters_to(cast, ALDEA)) == 1


def test_who_follows_or_is_spoken_to_is_told_and_who_mutes_is_not(cast, text):
    row = begin(cast, text)
    commands.hear_thread(actor=cast.actor(JUSTICE), thread=row, hearing=Hearing.FOLLOW)
    say(cast, row, ALDEA, mentions=[cast.seats[cast.office(BRISA)].key])
    commands.hear_thread(actor=cast.actor(SEC), thread=row, hearing=Hearing.MUTE)
    run_due(NOW + 2 * DAY)
    assert [len(letters_to(cast, who)) for who in (JUSTICE, BRISA, SEC, ALDEA)] == [1, 1, 0, 0]


def test_of_its_own_space_a_member_is_told_no_word_by_mail_and_nobody_else_anything(cast, text):
    row = begin(cast, text, JUSTICE, space=Space.OWN, subject="Asunto reservado", words="Palabra reservada.")
    say(cast, row, JUSTICE, "Otra palabra reservada.")
    run_due(NOW + 2 * DAY)
    assert {letter.to.email.split(".")[0] for letter in Letter.objects.filter(occasion__startswith="discussions:")} == {
        "xa"
    }
    [letter] = letters_to(cast, ALDEA)
    assert "reservad" not in letter.subject + letter.body
    assert "2 " in letter.body


def test_who_may_not_read_it_any_more_is_told_nothing(cast, text, mechanism):
    own = make_text(cast, mechanism, by=ALDEA, slug="propio")
    row = begin(cast, own, space=Space.OWN)
    commands.hear_thread(actor=cast.actor(BRISA), thread=row, hearing=Hearing.FOLLOW)
    say(cast, row, ALDEA)
    end_mandate(actor=CONSOLE, mandate=cast.mandates[cast.office("XA/alternate")], until=NOW + MINUTE, at=NOW + MINUTE)
    run_due(NOW + 2 * DAY)
    assert letters_to(cast, BRISA) == letters_to(cast, "XA/alternate") == []


def test_a_letter_about_one_thread_is_answered_by_answering_and_one_about_several_at_their_own_addresses(cast, text):
    first, second = begin(cast, text), begin(cast, text, subject="Otra cosa")
    for row in (first, second):
        commands.hear_thread(actor=cast.actor(JUSTICE), thread=row, hearing=Hearing.FOLLOW)
    say(cast, first)
    run_due(NOW + 2 * DAY)
    say(cast, first)
    say(cast, second)
    run_due(NOW + 4 * DAY)
    assert not Letter.objects.filter(body__contains="@" + DOMAIN).exists(), "no valid address is stored"
    send_queued(at=NOW + 4 * DAY)
    one, several = (m for m in sent_mail.outbox if m.to == [cast.account(JUSTICE).email])
    [address] = one.reply_to
    assert address in one.body
    assert reply_in(address) is not None
    assert len(address.partition("@")[0]) <= 64
    assert address == address.lower()
    assert several.reply_to == []
    assert several.body.count(f"@{DOMAIN}") == 2
    assert one.extra_headers["Auto-Submitted"] == "auto-generated"


def test_without_a_reply_domain_letters_have_no_address_and_no_mail_is_an_answer(cast, text, settings):
    row = begin(cast, text)
    address = reply_to(cast, row, ALDEA)
    settings.REPLY_DOMAIN = ""
    say(cast, row)
    run_due(NOW + 2 * DAY)
    [letter] = letters_to(cast, ALDEA)
    assert letter.replies == []
    assert "e-mail" not in letter.body
    assert receive(mail(cast, address, ALDEA)) is Received.REFUSED


def test_an_answer_becomes_a_message_of_its_seat(cast, text):
    row = begin(cast, text)
    words = "De acuerdo.\n\nEl lun, 1 mar 2027 a las 9:00, Tejido escribió:\n> ¿Qué quiere decir?\n"
    assert receive(mail(cast, reply_to(cast, row), words=words)) is Received.TAKEN
    message = Message.objects.get(thread=row, number=2)
    assert (message.words, message.office, message.came_by_mail, message.language) == (
        "De acuerdo.",
        "XB/focal_point/MRE",
        True,
        "es",
    )


def test_a_mail_is_taken_once_however_often_it_comes(cast, text):
    row = begin(cast, text)
    address = reply_to(cast, row)
    assert [receive(mail(cast, address)) for _ in range(2)] == [Received.TAKEN, Received.TWICE]
    assert receive(mail(cast, address, **{"Message-ID": "<2@mre.example>"})) is Received.TAKEN
    without = mail(cast, address)
    del without["Message-ID"]
    assert [receive(without), receive(without)] == [Received.TAKEN, Received.TWICE]
    assert Message.objects.filter(thread=row).count() == 4
    other = mail(cast, reply_to(cast, row, ALDEA), ALDEA)
    assert receive(other) is Received.TAKEN, "another person's Message-ID stops nobody's mail"


def test_whatever_does_not_hold_is_refused_in_one_way_and_nothing_is_written(cast, text):
    row, other = begin(cast, text), begin(cast, text, subject="Otra")
    good = reply_to(cast, row)
    name = good.partition("@")[0]
    forged = f"{name[:-1]}{'a' if name[-1] != 'a' else 'b'}@{DOMAIN}"
    moved = f"{name.replace(row.key, other.key)}@{DOMAIN}"
    of_aldea = name.replace(cast.seats[cast.office(BRISA)].key, cast.seats[cast.office(ALDEA)].key)
    cases = (
        mail(cast, forged),
        mail(cast, moved),
        mail(cast, f"{of_aldea}@{DOMAIN}", ALDEA),
        mail(cast, good, ALDEA),
        mail(cast, good.replace(DOMAIN, "otro.example")),
        mail(cast, f"reply+@{DOMAIN}"),
        mail(cast, f"reply+{'x' * 60}@{DOMAIN}"),
        mail(cast, f"secretaria@{DOMAIN}"),
        mail(cast, good, From="a@x.example, b@x.example"),
    )
    assert {receive(each) for each in cases} == {Received.REFUSED}
    assert receive(mail(cast, good), NOW + VALID_FOR - timedelta(hours=1)) is Received.TAKEN
    assert receive(mail(cast, good, **{"Message-ID": "<9@x>"}), NOW + VALID_FOR) is Received.REFUSED
    assert Message.objects.filter(came_by_mail=True).count() == 1


def test_what_a_reply_address_says_is_read_back_or_nothing(cast):
    made = about("000000000p01", "000000000p02", NOW)
    assert about_in(made.text) == made
    assert about_in("x" * 29) is about_in("") is about_in("000000000p01") is None


def test_the_answer_of_a_former_holder_is_refused_and_so_is_a_new_holder_s_with_the_old_address(cast, text):
    row = begin(cast, text)
    address, mandate = reply_to(cast, row), cast.mandates[cast.office(BRISA)]
    end_mandate(actor=CONSOLE, mandate=mandate, until=NOW + DAY, at=NOW + DAY)
    assert receive(mail(cast, address), NOW + 2 * DAY) is Received.REFUSED
    new = cast.account("XB/alternate")
    begin_mandate(actor=CONSOLE, seat=mandate.seat, account=new, since=NOW + DAY, at=NOW + DAY)
    assert receive(mail(cast, address, "XB/alternate"), NOW + 2 * DAY) is Received.REFUSED
    Account.objects.filter(pk=cast.account(ALDEA).pk).update(is_active=False)
    assert receive(mail(cast, reply_to(cast, row, ALDEA), ALDEA)) is Received.REFUSED


def test_who_reads_the_thread_no_more_writes_no_more(cast):
    posting = offer(cast)
    show(cast, posting)
    row = begin(cast, None, BRISA, place="posting", key=posting.key)
    assert receive(mail(cast, reply_to(cast, row, ALDEA), ALDEA)) is Received.TAKEN
    hide_posting(actor=cast.actor(BRISA), posting=posting, at=NOW)
    assert receive(mail(cast, reply_to(cast, row, ALDEA), ALDEA, **{"Message-ID": "<2@x>"})) is Received.REFUSED
    row.key = "000000000p01"
    assert receive(mail(cast, reply_to(cast, row, BRISA))) is Received.REFUSED


def test_no_mail_reaches_the_deliberation_of_a_member(cast, text):
    row = begin(cast, text, space=Space.OWN)
    assert receive(mail(cast, reply_to(cast, row, ALDEA), ALDEA)) is Received.REFUSED
    assert Message.objects.filter(thread=row).count() == 1


def test_a_letter_that_tells_of_a_member_s_own_space_has_no_address_to_answer_at(cast, text):
    own, shared = begin(cast, text, JUSTICE, space=Space.OWN), begin(cast, text, BRISA)
    for row in (own, shared):
        commands.hear_thread(actor=cast.actor(ALDEA), thread=row, hearing=Hearing.FOLLOW)
    say(cast, own, JUSTICE)
    run_due(NOW + 2 * DAY)
    say(cast, own, JUSTICE)
    say(cast, shared, BRISA)
    run_due(NOW + 4 * DAY)
    letters = letters_to(cast, ALDEA)
    assert [letter.replies for letter in letters] == [[], []]
    assert [letter for letter in letters if "e-mail" in letter.body] == []
    assert [f"/discussions/{shared.key}/" in letter.body for letter in letters].count(True) == 1


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("mx.tejido.example; dmarc=fail (p=none) header.from=mre.example", Received.REFUSED),
        ('MX.tejido.example 1; spf=pass; dkim=fail reason="dmarc=pass"', Received.REFUSED),
        ("mx.otro.example; dmarc=fail", Received.TAKEN),
        ("mx.tejido.example; spf=fail; dkim=pass; dmarc=pass", Received.TAKEN),
        ("mx.tejido.example; none", Received.TAKEN),
    ],
)
def test_a_sender_that_the_mail_server_of_the_node_found_false_is_refused(cast, text, settings, line, what):
    settings.MAIL_SERVER = "mx.tejido.example"
    address = reply_to(cast, begin(cast, text))
    assert receive(mail(cast, address, Authentication_Results=line)) is what


def test_without_a_server_that_is_believed_no_such_line_counts(cast, text):
    address = reply_to(cast, begin(cast, text))
    assert receive(mail(cast, address, Authentication_Results="mx.tejido.example; dmarc=fail")) is Received.TAKEN


def test_machines_are_not_answered_and_never_written(cast, text):
    address = reply_to(cast, begin(cast, text))
    automatic = mail(cast, address, **{"Auto-Submitted": "auto-replied"})
    assert receive(automatic) is Received.IGNORED
    assert TakenMail.objects.count() == Letter.objects.filter(occasion__startswith="mail:").count() == 0


def test_what_cannot_be_taken_is_answered_politely_to_the_account_and_says_nothing_of_the_thread(cast, text):
    row = begin(cast, text)
    address = reply_to(cast, row)
    attached = mail(cast, address)
    attached.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="nota.pdf")
    assert receive(attached) is Received.ANSWERED
    assert receive(mail(cast, address, words="> solo cita", **{"Message-ID": "<2@x>"})) is Received.ANSWERED
    commands.close_thread(actor=cast.actor(ALDEA), thread=row, at=NOW)
    assert receive(mail(cast, address, **{"Message-ID": "<3@x>"})) is Received.ANSWERED
    letters = Letter.objects.filter(occasion__startswith="mail:")
    assert {letter.to for letter in letters} == {cast.account(BRISA)}
    assert letters.count() == 3
    assert not any("segunda frase" in letter.subject + letter.body for letter in letters)
    assert Message.objects.filter(thread=row).count() == 1


def given(monkeypatch, raw):
    """What the mail server writes to the command."""
    from io import BytesIO
    from types import SimpleNamespace

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(raw)))


def test_the_command_answers_a_mail_server_as_it_expects(cast, text, typed, monkeypatch, settings):
    row = begin(cast, text)
    address = reply_to(cast, row, at=NOW)
    message = mail(cast, f"otra@{DOMAIN}", words="Por correo.")
    given(monkeypatch, bytes(message))
    assert typed("receive", "--to", address).code == 0
    assert Message.objects.get(thread=row, number=2).words == "Por correo."
    given(monkeypatch, bytes(mail(cast, address, ALDEA)))
    refused = typed("receive")
    assert (refused.code, "Nothing was taken" in refused.err) == (67, True)
    given(monkeypatch, b"\n")
    assert typed("receive").code == 65
    monkeypatch.setattr("tejido.discussions.commands.receive_mail", lambda **_: 1 / 0)
    given(monkeypatch, bytes(mail(cast, address)))
    assert typed("receive", "--json").data["error"]["code"] == "later"
    settings.REPLY_DOMAIN = ""
    given(monkeypatch, bytes(mail(cast, address)))
    assert typed("receive").code == 78
