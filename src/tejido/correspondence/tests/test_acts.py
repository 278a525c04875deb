"""Letters between networks: drafted by few, sent by a formal act, received once, answered by the day that was asked."""

from dataclasses import replace

import pytest

from cast import NOW
from tejido.correspondence import commands, rules
from tejido.correspondence.models import FormalLetter, LetterDuty
from tejido.correspondence.names import Act, Stage
from tejido.correspondence.proof import arrived, digest_of, travelling
from tejido.correspondence.queries import correspondents, letter_for, letters_for, waiting_letters
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.models import Letter

from .doings import CAME, DAY, SAID, draft, receive, send, sister


@pytest.fixture
def peer(cast):
    return sister()


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return str(caught.value)


def test_a_draft_is_read_by_those_who_prepare_it_and_by_nobody_else(cast, peer):
    letter = draft(cast, peer)
    for who in ("network/secretariat", "network/chair", "network/translator"):
        assert letter_for(cast.actor(who), letter.key).letter == letter
    for who in ("XA/focal_point", "XB/representative/JUS", "network/observer"):
        with pytest.raises(FormalLetter.DoesNotExist):
            letter_for(cast.actor(who), letter.key)
    assert letters_for(PUBLIC) == []
    assert letters_for(CONSOLE) != []


def test_what_was_sent_every_seat_reads_and_its_words_stay(cast, peer):
    letter = send(cast, draft(cast, peer))
    assert (letter.reference, letter.sent_office) == ("2027/1", "network/secretariat/SEC")
    assert letter_for(cast.actor("XB/focal_point"), letter.key).letter.words == SAID.words
    assert letters_for(PUBLIC) == []
    act = {"actor": cast.secretariat, "letter": letter, "at": NOW}
    assert refusal(lambda: commands.write_letter(**act, contents=SAID, seen=1)) == "is_sent"
    assert refusal(lambda: commands.discard_letter(**act)) == "is_sent"
    assert refusal(lambda: send(cast, letter)) == "is_sent"
    line = Line.objects.get(act=Act.SENT)
    assert line.facts["digest"] == digest_of(travelling(letter))
    assert line.details == {"subject": SAID.subject}
    assert send(cast, draft(cast, peer)).reference == "2027/2"


def test_the_ledger_says_nothing_of_the_words_of_a_draft(cast, peer):
    letter = draft(cast, peer)
    commands.write_letter(actor=cast.secretariat, letter=letter, contents=SAID, seen=1, at=NOW)
    commands.discard_letter(actor=cast.secretariat, letter=letter, at=NOW)
    lines = Line.objects.filter(act__in=[Act.DRAFTED, Act.WRITTEN, Act.DISCARDED])
    assert {(line.tree_id, len(line.facts), line.details) for line in lines} == {("network", 0, None)}
    letter.refresh_from_db()
    assert (letter.subject, letter.words) == ({}, {})
    assert refusal(lambda: send(cast, letter)) == "not_standing"


def test_chair_and_secretariat_send_by_a_formal_act_and_the_translator_only_writes(cast, peer):
    letter = draft(cast, peer)
    commands.write_letter(actor=cast.actor("network/translator"), letter=letter, contents=SAID, seen=1, at=NOW)
    assert refusal(lambda: send(cast, letter, cast.actor("network/translator"))) == "not_yours"
    assert refusal(lambda: send(cast, letter, cast.actor("network/chair", fresh=False))) == "not_fresh"
    assert refusal(lambda: draft(cast, peer, actor=cast.actor("XA/focal_point"))) == "not_yours"
    assert refusal(lambda: draft(cast, peer, actor=cast.actor("network/translator"))) == "not_yours"
    other = cast.actor("XA/focal_point")
    write = {"actor": other, "letter": letter, "contents": SAID, "seen": 2, "at": NOW}
    assert refusal(lambda: commands.write_letter(**write)) == "not_yours"
    assert send(cast, letter, cast.actor("network/chair")).sent_office == "network/chair/PRE"
    assert send(cast, draft(cast, peer), CONSOLE).sent_office == "console"


def test_nobody_sends_other_words_than_were_read_or_writes_over_another_s(cast, peer):
    letter = draft(cast, peer)
    act = {"actor": cast.secretariat, "letter": letter, "at": NOW}
    commands.write_letter(**act, contents=SAID, seen=1)
    assert refusal(lambda: commands.write_letter(**act, contents=SAID, seen=1)) == "stale"
    assert refusal(lambda: commands.send_letter(**act, seen=1)) == "stale"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"words": {}}, "wordless"),
        ({"words": {"pt": "Quantos?"}}, "wordless"),
        ({"subject": {"es": "  "}}, "wordless"),
    ],
)
def test_half_a_letter_is_not_sent(cast, peer, changed, code):
    letter = draft(cast, peer, replace(SAID, **changed))
    assert refusal(lambda: send(cast, letter)) == code


def test_a_letter_is_not_sent_when_its_day_has_passed(cast, peer):
    letter = draft(cast, peer)
    assert refusal(lambda: send(cast, letter, at=NOW + 30 * DAY)) == "deadline_gone"
    assert refusal(lambda: draft(cast, peer, replace(SAID, zone="Nowhere/None"))) == "unknown_zone"


@pytest.mark.parametrize(("state", "kind"), [("introduced", "network"), ("ended", "network"), ("verified", "member")])
def test_a_letter_goes_only_to_a_network_whose_key_was_compared(cast, peer, state, kind):
    other = sister(state=state, kind=kind, code="X")
    assert correspondents() == [peer]
    assert refusal(lambda: draft(cast, other)) == "no_peer"
    letter = draft(cast, peer)
    type(peer).objects.filter(key=peer.key).update(state=state, kind=kind)
    assert refusal(lambda: send(cast, letter)) == "no_peer"


def test_a_letter_comes_in_once_and_those_who_follow_letters_are_written_to(
    cast, peer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        letter = receive(cast, peer)
        assert receive(cast, peer) == letter
    assert FormalLetter.objects.count() == 1
    assert letter.subject == CAME["subject"]
    assert {mail.to.email for mail in Letter.objects.all()} == {
        cast.account("network/secretariat").email,
        cast.account("network/chair").email,
    }
    assert CAME["words"]["en"] not in Letter.objects.first().body
    assert refusal(lambda: receive(cast, peer, zone="UTC")) == "letter_changed"
    taking = {"actor": cast.actor("XA/focal_point"), "peer": peer, "data": CAME, "at": NOW}
    assert refusal(lambda: commands.take_letter(**taking)) == "not_yours"


def test_an_answer_names_the_letter_that_it_answers_on_both_sides(cast, peer):
    ours = send(cast, draft(cast, peer))
    came = receive(cast, peer, answers=ours.key, purpose="answer")
    assert (came.answers, came.purpose) == (ours, "answer")
    asked = receive(cast, peer, id="bbbbbbbb2222", deadline="2027-03-20T12:00:00Z")
    reply = commands.answer_letter(actor=cast.secretariat, letter=asked, at=NOW)
    assert (reply.peer, reply.purpose, reply.zone) == (peer, "answer", CAME["zone"])
    again = {"actor": cast.secretariat, "letter": asked, "at": NOW}
    assert refusal(lambda: commands.answer_letter(**again)) == "answer_begun"
    commands.write_letter(actor=cast.secretariat, letter=reply, contents=replace(SAID, until=None), seen=1, at=NOW)
    assert travelling(send(cast, reply))["answers"] == "bbbbbbbb2222"
    assert refusal(lambda: commands.answer_letter(**{**again, "letter": ours})) == "not_received"


def test_an_answer_to_what_was_never_sent_to_that_network_is_refused(cast, peer):
    mine = draft(cast, peer)
    assert refusal(lambda: receive(cast, peer, answers=mine.key)) == "no_answer_to"
    sent = send(cast, mine)
    assert refusal(lambda: receive(cast, sister(code="Z"), answers=sent.key)) == "no_answer_to"


def test_a_letter_waits_is_overdue_and_is_answered_in_time_or_late(cast, peer):
    ours = send(cast, draft(cast, peer))

    def stage(at):
        return letter_for(cast.secretariat, ours.key).stage(at)

    assert (stage(NOW), stage(NOW + 30 * DAY)) == (Stage.WAITING, Stage.OVERDUE)
    assert letter_for(cast.secretariat, draft(cast, peer).key).stage(NOW) == Stage.DRAFT
    assert letter_for(cast.secretariat, receive(cast, peer, deadline="").key).stage(NOW) == Stage.NO_ANSWER_ASKED
    receive(cast, peer, id="cccccccc3333", answers=ours.key, sent="2027-03-10T00:00:00Z")
    assert stage(NOW + 30 * DAY) == Stage.ANSWERED
    FormalLetter.objects.filter(foreign="cccccccc3333").update(sent_at=NOW + 20 * DAY)
    assert stage(NOW + 30 * DAY) == Stage.LATE


def test_what_is_to_be_done_stands_until_it_is_done(cast, peer):
    letter = receive(cast, peer, deadline="")
    act = {"actor": cast.secretariat, "at": NOW}
    duty = commands.set_duty(**act, letter=letter, what="Preguntar a las escuelas", language="es", until=NOW.date())
    assert [line.open_duties for line in waiting_letters(cast.actor("network/chair"))] == [[duty]]
    assert waiting_letters(cast.actor("XA/focal_point")) == []
    commands.end_duty(**act, duty=duty)
    assert waiting_letters(cast.secretariat) == []
    assert refusal(lambda: commands.end_duty(**act, duty=duty)) == "duty_over"
    other = {"at": NOW, "actor": cast.actor("network/translator")}
    assert refusal(lambda: commands.end_duty(**other, duty=duty)) == "not_yours"
    more = {"what": "Más", "language": "es", "until": None}
    assert refusal(lambda: commands.set_duty(**other, letter=letter, **more)) == "not_yours"
    sent = send(cast, draft(cast, peer))
    assert refusal(lambda: commands.set_duty(**act, letter=sent, **more)) == "not_received"
    commands.set_duty(**act, letter=letter, **more)
    assert LetterDuty.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"id": "short"}, "id"),
        ({"id": 7}, "id"),
        ({"reference": "a\nb"}, "reference"),
        ({"reference": "x" * 41}, "reference"),
        ({"purpose": "p" * 17}, "purpose"),
        ({"subject": []}, "subject"),
        ({"subject": {f"a{n:02}"[:3]: "x" for n in range(21)}}, "subject"),
        ({"subject": {"e n": "x"}}, "subject.e n"),
        ({"subject": {"en": "x" * 201}}, "subject.en"),
        ({"words": {"en": "   "}}, "words.en"),
        ({"words": {"en": "a\0b"}}, "words.en"),
        ({"words": {}}, "words"),
        ({"words": {"en": "only"}}, "words"),
        ({"deadline": "soon"}, "deadline"),
        ({"deadline": 5}, "deadline"),
        ({"sent": "2027-01-01T00:00:00"}, "sent"),
        ({"sent": ""}, "sent"),
        ({"zone": "z" * 61}, "zone"),
        ({"answers": "nobody"}, "answers"),
        ({"more": ""}, "letter"),
    ],
)
def test_a_letter_that_is_not_as_it_should_be_is_refused_and_the_place_is_named(changed, where):
    with pytest.raises(Refused) as caught:
        arrived({**CAME, **changed})
    assert caught.value.refusal.values == {"where": where}


def test_what_is_no_letter_at_all_is_refused():
    with pytest.raises(Refused):
        arrived(["letter"])


def test_a_purpose_that_this_house_does_not_know_is_a_notice():
    assert rules.purpose_of("telepathy", is_answer=False) == "notice"
    assert rules.purpose_of("answer", is_answer=False) == "notice"
    assert rules.purpose_of("request", is_answer=True) == "answer"
