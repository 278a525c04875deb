"""From preparation to the end of a meeting."""

from datetime import UTC, datetime

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import AgendaRevision, Invitation, InvitationReply, Meeting, Step
from tejido.meetings.names import Act, State
from tejido.meetings.queries.invitations import expected, invitations_of, unanswered_for
from tejido.meetings.queries.meetings import body_for, meeting_for, meetings_of, upcoming_for
from tejido.registry.commands import create_committee, join_committee
from tejido.registry.models import Body

from .doings import (
    ALDEA,
    BEGIN,
    BRISA,
    CHAIR,
    DAY,
    HOUR,
    SEC,
    add,
    again,
    closed,
    convene,
    convened,
    opened,
    plan,
    prepare,
    refused,
)


def test_only_who_facilitates_prepares_and_only_who_prepares_sees_it(cast):
    meeting = prepare(cast)
    for who in (SEC, CHAIR, "network/translator"):
        assert meeting_for(cast.actor(who), meeting.key).meeting == meeting
    for who in (ALDEA, BRISA, "network/observer"):
        with pytest.raises(Meeting.DoesNotExist):
            meeting_for(cast.actor(who), meeting.key)
    assert meetings_of(body_for(cast.actor(ALDEA), cast.body.key)) == []
    assert refused(prepare, cast, who=ALDEA) == "not_yours"
    assert Line.objects.get(act=Act.MEETING_PREPARED).tree_id == "network"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"number": None}, "no_name"),
        ({"languages": ()}, "no_language"),
        ({"ends_at": BEGIN}, "ends_first"),
    ],
)
def test_a_plan_says_which_meeting_it_is_and_when(cast, changes, why):
    assert refused(prepare, cast, **changes) == why
    meeting = prepare(cast)
    act = commands.change_meeting
    assert refused(act, actor=cast.secretariat, meeting=meeting, plan=plan(**changes), at=NOW) == why


def test_a_plan_is_changed_until_it_is_convened(cast):
    meeting = prepare(cast)
    change = {
        "actor": cast.secretariat,
        "meeting": meeting,
        "plan": plan(name={"es": "Extra "}, number=None),
        "at": NOW,
    }
    commands.change_meeting(**change)
    assert again(meeting).name == {"es": "Extra"}
    add(cast, meeting)
    convene(cast, meeting)
    assert refused(commands.change_meeting, **change) == "wrong_state"
    assert refused(commands.change_meeting, **{**change, "actor": cast.actor(ALDEA)}) == "not_yours"


def test_a_convocation_invites_the_seats_of_the_body_and_announces_the_agenda(cast):
    meeting = prepare(cast)
    add(cast, meeting)
    convene(cast, meeting, observers=True)
    invited = {i.seat.office: i.party.code if i.party else "" for i in Invitation.objects.select_related("party")}
    assert invited["XA/focal_point/MRE"] == invited["XA/alternate/MRE"] == "XA"
    assert invited["XC/focal_point/MRE"] == "XC"  # vacant, and invited all the same
    assert invited["network/observer/OBS"] == ""
    assert "XA/validating_authority/MRE" not in invited
    assert AgendaRevision.objects.get().number == 1
    assert again(meeting).state == State.CONVENED
    line = Line.objects.get(act=Act.MEETING_CONVENED)
    assert line.facts["seats"] == len(invited)
    assert line.details == {"said": {"es": "Se convoca."}}


def test_observers_are_invited_only_where_it_is_asked(cast):
    convened(cast)
    assert not Invitation.objects.filter(seat__role="observer").exists()


def test_a_mechanism_invites_the_representatives_of_its_institutions_and_who_serves_it(cast, mechanism):
    meeting = convened(cast, mechanism, ALDEA)
    invited = {i.seat.office: i.party.code if i.party else "" for i in Invitation.objects.select_related("party")}
    assert invited == {
        "XA/representative/JUS": "JUS",
        "XA/representative/DEF": "DEF",
        "XA/focal_point/MRE": "",
        "XA/alternate/MRE": "",
        "XA/validating_authority/MRE": "",
    }
    assert Line.objects.get(act=Act.MEETING_CONVENED).tree_id == "member:XA"
    for who in (BRISA, SEC, CHAIR, "network/observer"):
        with pytest.raises(Meeting.DoesNotExist):
            meeting_for(cast.actor(who), meeting.key)
        with pytest.raises(Body.DoesNotExist):
            body_for(cast.actor(who), mechanism.key)


def test_nobody_is_invited_to_a_meeting_without_agenda_place_future_or_parties(cast):
    meeting = prepare(cast)
    assert refused(convene, cast, meeting) == "no_agenda"
    add(cast, meeting)
    nowhere = prepare(cast, place="")
    add(cast, nowhere)
    assert refused(convene, cast, nowhere) == "no_place"
    past = prepare(cast, starts_at=NOW - DAY)
    add(cast, past)
    assert refused(convene, cast, past) == "time_past"
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    empty = prepare(cast, committee)
    add(cast, empty)
    assert refused(convene, cast, empty) == "nobody_to_invite"


def test_a_convocation_is_a_formal_act_and_done_once(cast):
    meeting = prepare(cast)
    add(cast, meeting)
    tired = cast.actor(SEC, fresh=False)
    act = {"meeting": meeting, "words": {}, "with_observers": False, "at": NOW}
    assert refused(commands.convene_meeting, actor=tired, **act) == "not_fresh"
    assert refused(commands.convene_meeting, actor=cast.actor(CHAIR), **act) == "not_yours"
    convene(cast, meeting)
    assert refused(convene, cast, meeting) == "wrong_state"


def test_a_committee_meeting_is_read_by_its_parties_and_who_serves_it(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor(ALDEA), body=committee, at=NOW)
    meeting = convened(cast, committee)
    assert meeting_for(cast.actor(ALDEA), meeting.key).capacity.party.code == "XA"
    for who in (BRISA, "network/observer"):
        with pytest.raises(Meeting.DoesNotExist):
            meeting_for(cast.actor(who), meeting.key)
        assert meetings_of(body_for(cast.actor(who), committee.key)) == [meeting]
        assert upcoming_for(cast.actor(who), NOW) == []


def postpone(cast, meeting, who=SEC, starts=BEGIN + 60 * DAY, hours=8, **values):
    sent = {"reason": "Elecciones.", "language": "es", "at": NOW}
    ends = starts + hours * HOUR if starts else None
    return commands.postpone_meeting(
        actor=cast.actor(who), meeting=meeting, starts_at=starts, ends_at=ends, **{**sent, **values}
    )


def test_a_convened_meeting_is_moved_with_a_reason_and_keeps_what_was_announced(cast):
    meeting = convened(cast)
    assert refused(postpone, cast, meeting, reason=" ") == "reason_needed"
    assert refused(postpone, cast, meeting, hours=0) == "ends_first"
    assert refused(postpone, cast, meeting, starts=NOW - HOUR) == "time_past"
    assert refused(postpone, cast, meeting, ALDEA) == "not_yours"
    step = postpone(cast, meeting)
    moved = again(meeting)
    assert (moved.starts_at, moved.sequence, moved.state) == (BEGIN + 60 * DAY, 1, State.CONVENED)
    assert (step.starts_at, step.words) == (BEGIN, {"es": "Elecciones."})


def test_a_meeting_without_a_new_date_waits_for_one(cast):
    meeting = convened(cast)
    postpone(cast, meeting, starts=None)
    assert again(meeting).state == State.POSTPONED
    assert refused(commands.open_meeting, actor=cast.actor(CHAIR), meeting=meeting, at=NOW) == "wrong_state"
    assert [c.meeting for c in upcoming_for(cast.actor(ALDEA), NOW + 90 * DAY)] == [meeting]
    postpone(cast, meeting)
    assert again(meeting).state == State.CONVENED
    assert Step.objects.filter(kind="postponed").count() == 2


def test_a_meeting_is_cancelled_with_a_reason_and_never_opened(cast):
    meeting = convened(cast)
    act = {"meeting": meeting, "language": "es", "at": NOW}
    assert refused(commands.cancel_meeting, actor=cast.secretariat, reason="", **act) == "reason_needed"
    assert refused(commands.cancel_meeting, actor=cast.actor(ALDEA), reason="x", **act) == "not_yours"
    commands.cancel_meeting(actor=cast.secretariat, reason="Sin sede.", **act)
    assert (again(meeting).state, again(meeting).sequence) == (State.CANCELLED, 1)
    assert refused(commands.cancel_meeting, actor=cast.secretariat, reason="x", **act) == "wrong_state"
    assert refused(postpone, cast, meeting) == "wrong_state"


def test_the_chair_opens_and_closes_and_the_secretariat_can_in_its_stead(cast):
    meeting = convened(cast)
    assert refused(commands.close_meeting, actor=cast.actor(CHAIR), meeting=meeting, at=NOW) == "wrong_state"
    assert refused(commands.open_meeting, actor=cast.actor(ALDEA), meeting=meeting, at=NOW) == "not_yours"
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=BEGIN)
    assert again(meeting).state == State.OPENED
    assert refused(commands.close_meeting, actor=cast.actor(ALDEA), meeting=meeting, at=NOW) == "not_yours"
    commands.close_meeting(actor=cast.secretariat, meeting=meeting, at=BEGIN)
    assert again(meeting).state == State.CLOSED
    assert upcoming_for(cast.actor(ALDEA), NOW) == []


def answer(cast, meeting, who=ALDEA, says="coming", by="", note="", at=NOW):
    return commands.answer_invitation(
        actor=cast.actor(who), meeting=meeting, says=says, represented_by=by, note=note, at=at
    )


def test_a_seat_answers_its_own_invitation_and_the_latest_answer_counts(cast):
    meeting = convened(cast)
    answer(cast, meeting, note="Con dos personas.")
    alternate = cast.seats["XA/alternate/MRE"].key
    answer(cast, meeting, says="represented", by=alternate)
    reply = InvitationReply.objects.get()
    assert (reply.says, reply.represented_by_id, reply.note) == ("represented", alternate, "")
    answer(cast, meeting, by=alternate)
    assert InvitationReply.objects.get().represented_by is None
    assert Line.objects.filter(act=Act.INVITATION_ANSWERED).count() == 3


def test_an_answer_comes_from_an_invited_seat_and_names_an_invited_one(cast):
    meeting = convened(cast)
    assert refused(answer, cast, meeting, "XA/validating_authority") == "not_invited"
    own = cast.seats["XA/focal_point/MRE"].key
    assert refused(answer, cast, meeting, says="represented", by=own) == "represented_by_self"
    uninvited = cast.seats["XA/representative/JUS"].key
    assert refused(answer, cast, meeting, says="represented", by=uninvited) == "represented_by_nobody"
    done = closed(cast, number=15)
    assert refused(answer, cast, done) == "wrong_state"


def test_an_answer_counts_for_the_time_to_which_it_was_given(cast):
    meeting = convened(cast)
    answer(cast, meeting)
    assert [reply.says for reply in expected(invitations_of(meeting))] == ["coming", "", ""]
    postpone(cast, meeting, starts=None, at=NOW + HOUR)
    assert [reply.says for reply in expected(invitations_of(meeting))] == ["", "", ""]
    assert refused(answer, cast, meeting) == "wrong_state"
    assert unanswered_for(cast.actor(ALDEA), [meeting.key]) == set()
    postpone(cast, meeting, at=NOW + 2 * HOUR)
    assert unanswered_for(cast.actor(ALDEA), [meeting.key]) == {meeting.key}
    answer(cast, meeting, says="not_coming", at=NOW + 3 * HOUR)
    assert [reply.says for reply in expected(invitations_of(meeting))] == ["not_coming", "", ""]
    assert unanswered_for(cast.actor(ALDEA), [meeting.key]) == set()


def test_what_is_over_and_was_never_opened_waits_no_more(cast):
    meeting = convened(cast)
    late = opened(cast, number=15)
    assert [c.meeting for c in upcoming_for(cast.actor(ALDEA), NOW)] == sorted([meeting, late], key=lambda m: m.key)
    assert [c.meeting for c in upcoming_for(cast.actor(ALDEA), BEGIN + DAY)] == [late]


@pytest.mark.parametrize(
    ("local", "zone", "why"),
    [
        ("2027-10-03T00:30", "America/Asuncion", None),
        ("2026-03-08T02:30", "America/New_York", "time_skipped"),
        ("2026-11-01T01:30", "America/New_York", "time_doubled"),
        ("2026-11-01T01:30", "Mars/Olympus", "zone_unknown"),
    ],
)
def test_a_time_that_the_clocks_skip_or_repeat_is_refused(local, zone, why):
    meant = datetime.fromisoformat(local)
    if why:
        assert refused(commands.instant_from, meant, zone) == why
    else:
        assert commands.instant_from(meant, zone).tzinfo is UTC
        assert refused(commands.instant_from, meant, zone, NOW + 999 * DAY) == "time_past"
