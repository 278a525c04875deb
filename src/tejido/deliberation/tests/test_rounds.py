"""A round is opened for the members of record, on clocks that everybody understands, and takes private remarks."""

from datetime import UTC, date, datetime

import pytest

from cast import DEADLINE, FOUNDED, NOW, ZONE, make_text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands
from tejido.deliberation.commands.instants import deadline_from
from tejido.deliberation.models import Contribution, Remark, Round
from tejido.deliberation.names import No
from tejido.deliberation.queries.rounds import (
    context_of,
    deadline_of,
    institutions_of,
    open_round_of,
    remark_for,
    remarks_of,
    round_for,
)
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import end_mandate, enter_member, enter_standing
from tejido.registry.models import Party
from tejido.registry.names import Status

from .doings import DAY, HOUR, TICK, local, refused, remark, typed

ENDS = datetime(2027, 3, 31, 21, 0, tzinfo=UTC)  # DEADLINE on the clocks of Asunción, three hours behind UTC


def opened(cast, text, revision, *, who="network/secretariat", ends=DEADLINE, zone=ZONE, at=NOW):
    return commands.open_round(
        actor=cast.actor(who), text=text, revision=revision, local=ends, zone=zone, reply_days=21, invitation={}, at=at
    )


def extended(cast, round_, ends, *, who="network/secretariat", at=NOW):
    return commands.extend_round(actor=cast.actor(who), round_=round_, local=ends, zone=ZONE, at=at)


def entered(code, **standing):
    """A state that joins today; `standing` as one source has it."""
    member = enter_member(actor=CONSOLE, code=code, name={"es": code}, languages=["es"], since=FOUNDED, at=NOW)
    values = {"status": Status.MEMBER, "since": FOUNDED, "says": {}, "source": "tests"} | standing
    enter_standing(actor=CONSOLE, member=member, at=NOW, **values)


## Opening


def test_the_deadline_is_the_instant_that_the_clocks_of_the_zone_show(round_):
    assert round_.deadline == ENDS
    assert round_.zone == ZONE
    assert round_.reply_until == ENDS + 21 * DAY


def test_the_members_of_record_of_the_day_are_the_parties(cast, text, revision):
    entered("XD", is_disputed=True)
    entered("XE", status=Status.OBSERVER)
    round_ = opened(cast, text, revision)
    entered("XF")
    context = context_of(cast.secretariat, round_)
    assert [party.code for party in context.parties] == ["XA", "XB", "XC"]
    line = Line.objects.get(act="round-opened")
    assert line.tree_id == "network"
    assert line.facts["parties"] == ["XA", "XB", "XC"]


def test_nobody_but_the_secretariat_opens_a_round(cast, text, revision):
    for who in ("XA/focal_point", "network/chair", "network/translator", "network/observer"):
        with refused(Shared.NOT_YOURS):
            opened(cast, text, revision, who=who)
    with refused(Shared.NOT_YOURS):
        commands.open_round(
            actor=PUBLIC, text=text, revision=revision, local=DEADLINE, zone=ZONE, reply_days=1, invitation={}, at=NOW
        )


def test_a_deadline_that_has_passed_opens_nothing(cast, text, revision):
    for ends in (local(NOW), local(NOW - TICK)):
        with refused(No.DEADLINE_PAST):
            opened(cast, text, revision, ends=ends)
    assert not Round.objects.exists()


def test_the_first_second_that_is_still_to_come_is_a_deadline(cast, text, revision):
    assert opened(cast, text, revision, ends=local(NOW + TICK)).deadline == NOW + TICK


def test_a_zone_that_nobody_knows_opens_nothing(cast, text, revision):
    for zone in ("America/Asgard", "", "../etc/passwd"):
        with refused(No.UNKNOWN_ZONE):
            opened(cast, text, revision, zone=zone)


# On 5 September 2027 Santiago puts its clocks from 00:00 to 01:00; on 3 April 2027 from 24:00 back to 23:00.
SKIPPED, DOUBLED = typed("2027-09-05 00:30"), typed("2027-04-03 23:30")


def test_an_hour_that_the_clocks_of_santiago_skip_is_asked_about_and_never_guessed(cast, text, revision):
    with refused(No.NO_SUCH_TIME) as said:
        opened(cast, text, revision, ends=SKIPPED, zone="America/Santiago")
    assert "2027-09-05 00:30" in said[0].sentence
    assert opened(cast, text, revision, ends=SKIPPED.replace(hour=1), zone="America/Santiago").deadline == datetime(
        2027, 9, 5, 4, 30, tzinfo=UTC
    )


def test_an_hour_that_the_clocks_of_santiago_show_twice_is_asked_about_and_never_guessed(cast, text, revision):
    with refused(No.TWO_SUCH_TIMES):
        opened(cast, text, revision, ends=DOUBLED, zone="America/Santiago")
    assert opened(cast, text, revision, ends=DOUBLED.replace(hour=22), zone="America/Santiago").deadline == datetime(
        2027, 4, 4, 1, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("clock", "code"), [("2024-10-06 00:30", No.NO_SUCH_TIME), ("2024-03-23 23:30", No.TWO_SUCH_TIMES)]
)
def test_asuncion_skipped_and_doubled_an_hour_until_it_gave_up_changing_its_clocks(clock, code):
    meant = typed(clock)
    with pytest.raises(Refused) as caught:
        deadline_from(meant, "America/Asuncion", datetime(2024, 1, 1, tzinfo=UTC))
    assert caught.value.refusal.code == code
    later = deadline_from(meant.replace(year=2027), "America/Asuncion", NOW)
    assert later.instant == meant.replace(year=2027, tzinfo=UTC) + 3 * HOUR


def test_two_rounds_at_once_would_divide_the_answers(cast, text, revision, round_):
    with refused(No.ROUND_IS_OPEN):
        opened(cast, text, revision, ends=local(ENDS + DAY), at=ENDS)
    second = opened(cast, text, revision, ends=local(ENDS + DAY), at=ENDS + TICK)
    assert second.number == 2
    assert open_round_of(text, ENDS + TICK) == second
    assert open_round_of(text, ENDS + 2 * DAY) is None


def test_a_body_without_members_of_record_asks_nobody(cast, text, revision):
    Party.objects.filter(body=text.body).update(until=date(2021, 1, 1))
    with refused(No.NO_MEMBERS):
        opened(cast, text, revision)


## Extension


def test_an_extension_moves_the_deadline_and_the_date_for_replies(cast, round_):
    extended(cast, round_, local(ENDS + 5 * DAY))
    extended(cast, round_, local(ENDS + 7 * DAY))  # by somebody who still has the first state of the row in hand
    round_.refresh_from_db()
    assert deadline_of(round_) == ENDS + 7 * DAY
    assert round_.reply_until == ENDS + 28 * DAY
    assert round_.deadline == ENDS
    assert Line.objects.filter(act="round-extended", tree="network").count() == 2


def test_a_round_is_never_made_shorter(cast, round_):
    for ends in (ENDS, ENDS - DAY):
        with refused(No.NOT_LATER):
            extended(cast, round_, local(ends))
    with refused(No.DEADLINE_PAST):
        extended(cast, round_, local(NOW), at=NOW + HOUR)


def test_nobody_but_the_secretariat_extends_a_round(cast, round_):
    for who in ("XA/focal_point", "network/chair", "network/observer"):
        with refused(Shared.NOT_YOURS):
            extended(cast, round_, local(NOW - DAY), who=who)


def test_opening_and_extending_a_round_ask_for_a_second_factor_shown_minutes_ago(cast, text, revision):
    stale = cast.actor("network/secretariat", fresh=False)
    with refused(Shared.NOT_FRESH):
        commands.open_round(
            actor=stale, text=text, revision=revision, local=DEADLINE, zone=ZONE, reply_days=1, invitation={}, at=NOW
        )
    round_ = opened(cast, text, revision)
    with refused(Shared.NOT_FRESH):
        commands.extend_round(actor=stale, round_=round_, local=local(ENDS + DAY), zone=ZONE, at=NOW)


def test_a_closed_round_can_be_opened_again_but_not_beside_a_later_one(cast, text, revision, round_):
    extended(cast, round_, local(ENDS + 2 * DAY), at=ENDS + DAY)
    remark(cast, round_, at=ENDS + DAY)
    opened(cast, text, revision, ends=local(ENDS + 9 * DAY), at=ENDS + 3 * DAY)
    with refused(No.NOT_LATEST_ROUND):
        extended(cast, round_, local(ENDS + 5 * DAY), at=ENDS + 3 * DAY)


## Remarks


def test_a_remark_is_seen_by_the_own_party_only(cast, round_):
    made = remark(cast, round_)
    assert remark_for(cast.actor("XA/focal_point"), made.key) == made
    assert remark_for(cast.actor("XA/representative/DEF"), made.key) == made
    for who in ("XB/focal_point", "network/secretariat", "network/chair", "network/observer"):
        with pytest.raises(Remark.DoesNotExist):
            remark_for(cast.actor(who), made.key)
    with pytest.raises(Remark.DoesNotExist):
        remark_for(PUBLIC, made.key)
    line = Line.objects.get(act="remark-made")
    assert line.tree_id == "member:XA"
    assert "Falta" not in str(line.facts)


def test_remarks_are_taken_until_the_deadline_itself_and_not_a_second_longer(cast, round_):
    remark(cast, round_, at=ENDS)
    with refused(No.ROUND_CLOSED):
        remark(cast, round_, at=ENDS + TICK)
    with refused(No.ROUND_CLOSED):
        commands.nothing_to_remark(actor=cast.actor("XA/representative/JUS"), round_=round_, at=ENDS + TICK)


def test_a_remark_speaks_to_a_passage_of_the_text_or_to_the_text_as_a_whole(cast, round_):
    with refused(No.NO_SUCH_PASSAGE):
        remark(cast, round_, passage="000000000zzz")
    assert remark(cast, round_, passage="").passage == ""


def test_a_remark_says_why_or_what_should_stand_instead(cast, round_):
    with refused(No.REASON_MISSING):
        remark(cast, round_, body="  ", wording=" ")
    assert remark(cast, round_, body="", wording=" Mejor así. ").wording == "Mejor así."


def test_those_who_serve_or_watch_do_not_remark(cast, round_):
    for who in ("network/secretariat", "network/chair", "network/translator", "network/observer"):
        with refused(Shared.NOT_YOURS):
            remark(cast, round_, who)


def test_a_member_that_was_not_asked_in_this_round_is_told_so(cast, text, revision):
    Party.objects.filter(code="XB").update(until=date(2027, 3, 1))
    round_ = opened(cast, text, revision)
    with refused(No.NOT_IN_ROUND) as said:
        remark(cast, round_, "XB/representative/JUS")
    assert "XB" in said[0].sentence
    assert round_for(cast.actor("XB/representative/JUS"), round_.key).party is None


def test_a_remark_is_taken_back_by_the_institution_that_made_it(cast, round_):
    made, party = remark(cast, round_), Party.objects.get(code="XA")
    for who in ("XA/representative/DEF", "XA/focal_point"):
        with refused(No.NOT_YOUR_REMARK):
            commands.withdraw_remark(actor=cast.actor(who), remark=made, at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.withdraw_remark(actor=cast.secretariat, remark=made, at=NOW)
    for _twice in range(2):
        commands.withdraw_remark(actor=cast.actor("XA/representative/JUS"), remark=made, at=NOW)
    assert remarks_of(round_, party) == []
    assert Line.objects.filter(act="remark-withdrawn", tree="member:XA").count() == 1
    with pytest.raises(Remark.DoesNotExist):
        remark_for(cast.actor("XA/focal_point"), made.key)


def test_saying_twice_that_there_is_nothing_to_remark_changes_nothing(cast, round_):
    for _twice in range(2):
        commands.nothing_to_remark(actor=cast.actor("XA/representative/JUS"), round_=round_, at=NOW)
    assert Contribution.objects.count() == 1
    assert Line.objects.filter(act="nothing-to-remark", tree="member:XA").count() == 1


def test_silence_of_an_institution_is_not_mistaken_for_an_answer(cast, round_):
    party = Party.objects.get(code="XA")
    remark(cast, round_)
    commands.nothing_to_remark(actor=cast.actor("XA/representative/DEF"), round_=round_, at=NOW)
    end_mandate(actor=CONSOLE, mandate=cast.mandates["XA/representative/JUS"], until=NOW + DAY, at=NOW)

    def states(at):
        found = institutions_of(round_, party, remarks_of(round_, party), at)
        return {s.institution.code: (s.remarks, s.is_done, s.is_silent, s.is_vacant) for s in found}

    said = {"JUS": (1, False, False, False), "DEF": (0, True, False, False), "MRE": (0, False, True, False)}
    assert states(NOW) == said
    assert states(NOW + DAY) == said | {"JUS": (1, False, False, True)}


def test_what_other_members_institutions_did_is_in_no_count(cast, round_):
    remark(cast, round_, "XB/representative/JUS")
    commands.nothing_to_remark(actor=cast.actor("XB/representative/DEF"), round_=round_, at=NOW)
    party = Party.objects.get(code="XA")
    found = institutions_of(round_, party, remarks_of(round_, party), NOW)
    assert all(state.is_silent for state in found)


def test_a_round_is_unknown_to_strangers(cast, mechanism):
    text = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    round_ = opened(cast, text, latest_revision(text), who="XA/focal_point")
    assert round_for(cast.actor("XA/representative/DEF"), round_.key).round == round_
    for who in ("XB/focal_point", "network/secretariat"):
        with pytest.raises(Round.DoesNotExist):
            round_for(cast.actor(who), round_.key)
    with pytest.raises(Round.DoesNotExist):
        round_for(cast.actor("XA/focal_point"), "unknown00000")
