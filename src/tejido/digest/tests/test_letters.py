"""What a weekly letter says, to whom, how often; and what it never says."""

from functools import partial

import pytest
from django.utils import translation

from cast import FIRST, NOW, SECOND, make_text
from counting import queries_of
from tejido.deliberation.tests.doings import (
    answer,
    clear,
    fill_cumbre,
    propose,
    release,
    remark,
    send_back,
)
from tejido.deliberation.tests.stage import opened
from tejido.desk.queries import Waiting
from tejido.digest import commands
from tejido.digest.commands import tell_due
from tejido.digest.models import Wish
from tejido.digest.queries import week_for
from tejido.digest.tests.doings import DAY, FP, HOUR, JUS, NEXT, OBS, SEC, VA, WEEK, letters, told, want
from tejido.meetings.tests.doings import convened
from tejido.people.commands import send_queued
from tejido.people.models import Account, Letter
from tejido.registry.models import Mandate

pytestmark = pytest.mark.django_db


def test_who_did_not_ask_for_it_gets_none(cast, round_):
    assert tell_due(at=NEXT) == 0
    assert not Letter.objects.filter(occasion__startswith="weekly:").exists()


def test_it_says_what_waits_why_until_when_and_where_in_the_language_and_on_the_clocks_of_the_reader(cast, round_):
    Account.objects.filter(pk=cast.account(FP).pk).update(zone="Europe/Lisbon")
    body = told(cast, FP, NEXT + HOUR)
    assert "«Texto», ronda 1" in body
    assert "31 de marzo de 2027, 22:00 (Lisbon, UTC+1)" in body
    assert f"/rounds/{round_.key}/position/" in body
    assert translation.get_language() == "en"


def test_the_same_in_every_other_language(cast, round_):
    for who, language in ((SEC, "pt"), (OBS, "fr"), (JUS, "en")):
        Account.objects.filter(pk=cast.account(who).pk).update(language=language)
        want(cast, who, at=NOW - WEEK)  # the round was opened since
    tell_due(at=NEXT)
    said = {who: "".join(letter.body for letter in letters(cast, who)) for who in (SEC, OBS, JUS)}
    assert "O que mudou desde" in said[SEC]
    assert "Ce qui a changé depuis le" in said[OBS]
    assert "“Texto”, round 1: your institution is asked for its remarks." in said[JUS]


def test_where_nothing_waits_and_nothing_changed_nothing_is_sent(cast, text):
    assert told(cast, FP, NEXT) == ""
    assert tell_due(at=NEXT + WEEK) == 0
    assert Wish.objects.get().told_at == NEXT + WEEK


def test_what_changed_is_told_once_however_often_it_was_done(cast, round_):
    want(cast, OBS)
    for state in ("XA", "XB"):
        answer(cast, round_, f"{state}/focal_point", at=NOW + HOUR)
        clear(cast, round_, state, at=NOW + HOUR)
        release(cast, round_, f"{state}/focal_point", at=NOW + HOUR)
    tell_due(at=NEXT)
    tell_due(at=NEXT + WEEK)
    first, *others = letters(cast, OBS)
    assert "· Texto\nPosición comunicada (2), 1 de marzo de 2027\nhttp" in first.body
    assert f"/rounds/{round_.key}/" in first.body
    assert others == []  # a week later nothing is new


def test_dates_of_the_next_week_are_told_also_to_who_is_asked_nothing(cast, round_, text):
    meeting = convened(cast)
    body = told(cast, OBS, NEXT + 3 * WEEK)  # the round closes two days later, as the meeting begins
    assert "Se cierra la ronda: Texto, 31 de marzo de 2027, 18:00 (Asuncion, UTC−3)" in body
    assert f"/meetings/{meeting.key}/" in body
    assert "Se cerró la ronda: Texto" in told(cast, OBS, NEXT + 4 * WEEK)


def test_an_adoption_is_asked_of_who_speaks_and_its_end_is_a_date(cast, text):
    fill_cumbre(cast)
    procedure = propose(cast, text)
    body = told(cast, FP)
    assert "se propone para su adopción por silencio" in body
    assert f"/procedures/{procedure.key}/" in body
    assert "Termina el silencio: Texto" in told(cast, OBS)


## What it never says


def test_of_what_a_member_prepares_no_letter_says_a_word_or_a_number(cast, round_):
    before = anew(cast, FP)
    one = remark(cast, round_, body="canary remark", at=NOW + HOUR)
    remark(cast, round_, passage=SECOND, body="canary other", at=NOW + HOUR)
    answer(cast, round_, wording="canary wording", reason="canary reason", remark=one, at=NOW + HOUR)
    assert anew(cast, FP) == before
    assert "canary" not in "".join(anew(cast, who) for who in (VA, "XA/alternate", JUS, "XB/focal_point", SEC, OBS))
    assert "Espera 1 asunto" in anew(cast, VA)  # that something waits, not what
    assert "Texto" not in anew(cast, VA)


def anew(cast, who):
    """What a letter says to who has just asked for the first one."""
    Letter.objects.all().delete()
    Wish.objects.all().delete()
    return told(cast, who).split("\n--\n")[0]


def test_what_waits_in_a_mechanism_is_counted_and_not_named(cast, mechanism):
    row = make_text(cast, mechanism, by=FP, slug="canary")
    opened(cast, row, who=FP)
    body = told(cast, JUS)
    assert "Espera 1 asunto" in body
    assert "Texto" not in body
    assert "/rounds/" not in body


def test_what_is_sealed_is_not_even_counted(cast, monkeypatch):
    def source(_actor, _at):
        yield Waiting("Risk analysis", "canary", "/risk/x/", NOW + DAY, "UTC", is_sealed=True)

    monkeypatch.setattr("tejido.desk.queries.work.SOURCES", (source,))
    assert told(cast, FP) == ""


def test_a_position_sent_back_waits_like_any_other(cast, round_):
    answer(cast, round_, passage=FIRST, at=NOW)
    before = anew(cast, FP)
    send_back(cast, round_, at=NOW + HOUR)
    assert anew(cast, FP) == before


## To whom, and how often


def test_who_holds_several_seats_gets_one_letter(cast, round_):
    Mandate.objects.filter(seat=cast.seats["XA/alternate/MRE"]).update(account=cast.account(FP))
    body = told(cast, FP)
    assert len(letters(cast, FP)) == 1
    assert body.count("Qué espera de usted") == 2
    assert body.count("Qué cambió") <= 1
    assert "Usted ocupa varios puestos" in body


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_demonstration": True}, {"factor_code": "x"}])
def test_whom_no_letter_reaches_gets_none(cast, round_, change):
    Account.objects.filter(pk=cast.account(FP).pk).update(**change)
    assert told(cast, FP) == ""


def test_who_sits_nowhere_any_more_gets_none(cast, round_):
    cast.mandates["XA/focal_point/MRE"].until = NOW + DAY
    cast.mandates["XA/focal_point/MRE"].save()
    assert told(cast, FP) == ""


def test_a_look_that_comes_twice_or_late_writes_once_and_the_next_one_is_due_in_its_own_week(cast, round_):
    want(cast, FP)
    assert [tell_due(at=NEXT + late * HOUR) for late in (-1, 0, 1, 40)] == [0, 1, 0, 0]
    assert tell_due(at=NEXT + 3 * WEEK + DAY) == 1  # of three weeks in which the node was away
    assert Wish.objects.get().next_at == NEXT + 4 * WEEK
    assert len(letters(cast, FP)) == 2


def test_of_two_processes_one_writes(cast, round_, monkeypatch):
    want(cast, FP)
    write = commands.letter_for

    def interrupted(wish, at):
        monkeypatch.setattr(commands, "letter_for", write)
        assert tell_due(at=at) == 1  # another process does it meanwhile
        return write(wish, at)

    monkeypatch.setattr(commands, "letter_for", interrupted)
    assert tell_due(at=NEXT) == 0
    assert len(letters(cast, FP)) == 1


def test_a_process_that_dies_while_it_writes_has_written_nothing_and_the_next_one_does(cast, round_, monkeypatch):
    want(cast, FP)
    with monkeypatch.context() as patch:
        patch.setattr(commands, "queue_letters", partial(_die, commands.queue_letters))
        with pytest.raises(KeyboardInterrupt):
            tell_due(at=NEXT)
    assert letters(cast, FP) == []
    assert tell_due(at=NEXT + HOUR) == 1


def _die(queue, *, letters):
    queue(letters=letters)
    raise KeyboardInterrupt


def test_one_that_cannot_be_written_keeps_no_other_and_is_tried_again(cast, round_, monkeypatch, caplog):
    want(cast, FP)
    want(cast, JUS, at=NOW + HOUR)
    write = commands.letter_for
    broken = cast.account(FP).pk
    with monkeypatch.context() as patch:
        patch.setattr(commands, "letter_for", lambda wish, at: 1 / 0 if wish.account_id == broken else write(wish, at))
        assert tell_due(at=NEXT) == 1
    assert broken.hex in caplog.text
    assert tell_due(at=NEXT + HOUR / 2) == 0
    assert tell_due(at=NEXT + HOUR) == 1


def test_another_day_in_the_same_week_brings_no_second_letter(cast, round_):
    want(cast, FP)
    tell_due(at=NEXT)
    want(cast, FP, day=3, at=NEXT + HOUR)
    tell_due(at=NEXT + 3 * DAY)
    assert len(letters(cast, FP)) == 1
    assert tell_due(at=NEXT + 10 * DAY) == 1


def test_who_moved_gets_it_in_the_morning_of_the_new_place(cast, round_):
    want(cast, FP)
    Account.objects.filter(pk=cast.account(FP).pk).update(zone="America/Tijuana")
    assert tell_due(at=NEXT) == 0
    assert tell_due(at=NEXT + 5 * HOUR) == 1


def test_who_begins_again_is_not_told_what_happened_meanwhile(cast, round_):
    want(cast, OBS, at=NOW - DAY)
    want(cast, OBS, day=None, at=NOW - DAY)
    want(cast, OBS, at=NOW + DAY)
    assert tell_due(at=NEXT) == 0  # the round was opened before


def test_ended_between_two_looks_it_is_not_written(cast, round_):
    want(cast, FP)
    Wish.objects.update(day=None)  # and due by a row of an older version
    assert tell_due(at=NEXT) == 0


def test_it_leaves_with_the_way_to_end_it_in_its_head_and_no_token_is_kept(cast, round_, mailoutbox, settings):
    settings.ORIGIN = "https://node.example"
    told(cast, FP)
    send_queued(at=NEXT)
    mail = next(mail for mail in mailoutbox if mail.to == [cast.account(FP).email])
    address = mail.extra_headers["List-Unsubscribe"]
    assert address.startswith(f"<https://node.example/weekly/{Wish.objects.get().key}/")
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address.strip("<>") in mail.body
    assert address.strip("<>/").rpartition("/")[2] not in str(Letter.objects.values())


def test_no_other_letter_says_that_it_belongs_to_a_series(cast, mailoutbox):
    Letter.objects.create(to=cast.account(FP), occasion="x", subject="x", body="x", queued_at=NOW)
    send_queued(at=NOW)
    assert "List-Unsubscribe" not in mailoutbox[-1].extra_headers


def test_it_costs_the_same_however_much_waits_and_changed(cast, round_):
    account, since = cast.account(SEC), NOW - DAY
    call = lambda: week_for(account, since, NOW + HOUR)  # noqa: E731
    call()
    one = queries_of(call)
    for slug in ("dos", "tres"):
        opened(cast, make_text(cast, slug=slug))
    assert queries_of(call) == one
    assert len(week_for(account, since, NOW + HOUR).changes) == 3
