"""Minutes, decisions and corrections, until they are approved and after."""

from datetime import datetime

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import Approval, Correction, Decision, MinutesDraft, MinutesText
from tejido.meetings.names import Act, Way
from tejido.meetings.queries.meetings import meeting_for
from tejido.meetings.queries.minutes import (
    correction_for,
    decision_for,
    draft_of,
    reads_minutes,
    record_of,
    versions_of,
)

from .doings import (
    ALDEA,
    BRISA,
    CHAIR,
    DAY,
    HOUR,
    SEC,
    approve,
    approved,
    circulate,
    circulated,
    closed,
    convened,
    correct,
    first_item,
    opened,
    prepare,
    refused,
    write,
)


def test_every_version_is_kept_and_a_save_on_an_older_one_is_refused(cast):
    meeting = opened(cast)
    item = first_item(meeting)
    write(cast, meeting, "Uno.", item=item)
    write(cast, meeting, "Dos.", item=item, base=1)
    write(cast, meeting, "Um.", "network/translator", item=item, language="pt")
    assert [row.markdown for row in versions_of(meeting, item, "es")] == ["Dos.", "Uno."]
    assert refused(write, cast, meeting, "Tres.", item=item, base=1) == "stale"
    assert refused(write, cast, meeting, who=ALDEA) == "not_yours"
    assert refused(write, cast, prepare(cast)) == "wrong_state"
    assert {line.facts["number"] for line in Line.objects.filter(act=Act.MINUTES_SAVED)} == {1, 2}


def test_a_draft_is_its_seat_s_own_and_no_act(cast):
    meeting = opened(cast)
    keep = {"meeting": meeting, "item": None, "language": "es", "markdown": "Borr", "base": 0, "at": NOW}
    commands.keep_minutes_draft(actor=cast.secretariat, **keep)
    commands.keep_minutes_draft(actor=cast.secretariat, **{**keep, "markdown": "Borrador"})
    assert draft_of(cast.secretariat, meeting, None, "es").markdown == "Borrador"
    assert draft_of(cast.actor("network/translator"), meeting, None, "es") is None
    assert refused(commands.keep_minutes_draft, actor=cast.actor(ALDEA), **keep) == "not_yours"
    assert not Line.objects.filter(act=Act.MINUTES_SAVED).exists()
    commands.discard_minutes_draft(actor=cast.secretariat, meeting=meeting, item=None, language="es")
    assert not MinutesDraft.objects.exists()


def test_the_body_reads_the_minutes_when_they_are_circulated(cast):
    meeting = closed(cast)
    write(cast, meeting)
    for who, reads in ((SEC, True), (CHAIR, True), (ALDEA, False)):
        assert reads_minutes(meeting_for(cast.actor(who), meeting.key), record_of(meeting)) is reads
    circulate(cast, meeting)
    assert reads_minutes(meeting_for(cast.actor(ALDEA), meeting.key), record_of(meeting))


def test_minutes_are_circulated_when_there_are_any_of_a_closed_meeting(cast):
    assert refused(circulate, cast, opened(cast)) == "wrong_state"
    meeting = closed(cast, number=15)
    assert refused(circulate, cast, meeting) == "no_minutes"
    write(cast, meeting)
    assert refused(circulate, cast, meeting, ALDEA) == "not_yours"
    assert refused(circulate, cast, meeting, days=-1) == "time_past"


def decide(cast, meeting, who=SEC, **texts):
    item = first_item(meeting)
    return commands.enter_decision(actor=cast.actor(who), item=item, texts=texts or {"es": "Se decide."}, at=NOW)


def test_decisions_are_numbered_and_reworded_until_the_approval(cast):
    meeting = closed(cast)
    assert [decide(cast, meeting).number, decide(cast, meeting, pt="Decide-se.").number] == [1, 2]
    assert refused(decide, cast, meeting, es=" ") == "no_words"
    assert refused(decide, cast, meeting, ALDEA) == "not_yours"
    row = Decision.objects.get(number=1)
    assert decision_for(cast.actor(ALDEA), row.key)[1] == row
    change = {"decision": row, "at": NOW}
    commands.change_decision(actor=cast.secretariat, texts={"es": "Se decide otra cosa."}, **change)
    assert refused(commands.change_decision, actor=cast.secretariat, texts={}, **change) == "no_words"
    assert refused(commands.change_decision, actor=cast.actor(ALDEA), texts={"es": "x"}, **change) == "not_yours"
    assert refused(decide, cast, convened(cast, number=15)) == "wrong_state"


def test_a_party_proposes_a_correction_in_time_and_it_is_answered_once(cast):
    meeting = closed(cast)
    write(cast, meeting)
    assert refused(correct, cast, meeting) == "not_circulated"
    circulate(cast, meeting)
    row = correct(cast, meeting, item=first_item(meeting))
    assert row.party.code == "XA"
    assert correction_for(cast.actor(BRISA), row.key)[1] == row
    assert refused(correct, cast, meeting, wording=" ") == "no_words"
    assert refused(correct, cast, meeting, reason="") == "reason_needed"
    assert refused(correct, cast, meeting, "XA/validating_authority") == "not_yours"
    assert refused(correct, cast, meeting, at=meeting.ends_at + 30 * DAY) == "corrections_over"
    answer = {"correction": row, "verdict": "taken", "at": NOW}
    act = commands.answer_correction
    assert refused(act, actor=cast.actor(ALDEA), answer="Sí.", **answer) == "not_yours"
    assert refused(act, actor=cast.secretariat, answer=" ", **answer) == "reason_needed"
    act(actor=cast.secretariat, answer="Sí.", **answer)
    assert Correction.objects.get().verdict == "taken"
    assert refused(act, actor=cast.secretariat, answer="No.", **answer) == "correction_is_answered"


def test_a_seat_without_a_party_corrects_nothing(cast, mechanism):
    from tejido.registry.models import Party

    meeting = circulated(cast, mechanism, ALDEA)
    Party.objects.filter(body=mechanism, code="JUS").update(code="JUST", institution=cast.institutions["XA/MRE"])
    assert refused(correct, cast, meeting, "XA/representative/JUS") == "no_party"


def test_minutes_are_approved_by_silence_when_the_time_is_over_and_nothing_is_unanswered(cast):
    meeting = closed(cast)
    write(cast, meeting)
    assert refused(approve, cast, meeting) == "not_circulated"
    circulate(cast, meeting)
    assert refused(approve, cast, meeting, days=2) == "too_early"
    row = correct(cast, meeting)
    assert refused(approve, cast, meeting) == "corrections_open"
    commands.answer_correction(actor=cast.secretariat, correction=row, verdict="taken", answer="Sí.", at=NOW)
    assert refused(approve, cast, meeting, ALDEA) == "not_yours"
    tired = {"actor": cast.actor(CHAIR, fresh=False), "meeting": meeting, "way": Way.BY_SILENCE}
    assert refused(commands.approve_minutes, at=meeting.ends_at + 20 * DAY, **tired) == "not_fresh"
    approve(cast, meeting, CHAIR)
    assert Approval.objects.get().digest == record_of(meeting).digest
    assert refused(approve, cast, meeting) == "minutes_are_approved"
    assert refused(approve, cast, opened(cast, number=15)) == "wrong_state"


def test_silence_approves_the_words_that_were_circulated_and_no_others(cast):
    meeting = circulated(cast)
    write(cast, meeting, "Se abrió otra reunión.", base=1)
    assert refused(approve, cast, meeting) == "not_as_circulated"
    circulate(cast, meeting, hours=2)
    approve(cast, meeting)
    assert Approval.objects.get().digest == record_of(meeting).digest
    other = circulated(cast, number=15)
    decide(cast, other)
    assert refused(approve, cast, other) == "not_as_circulated"
    later = opened(cast, number=16, starts_at=other.starts_at + 2 * DAY, ends_at=other.ends_at + 2 * DAY)
    approve(cast, other, way=Way.IN_MEETING)
    assert Approval.objects.get(meeting=other).in_meeting == later


def test_minutes_are_approved_in_a_later_meeting_before_the_time_is_over(cast):
    meeting = circulated(cast)
    assert refused(approve, cast, meeting, way=Way.IN_MEETING, days=1) == "no_later_meeting"
    later = opened(cast, number=15, starts_at=meeting.starts_at + 2 * DAY, ends_at=meeting.ends_at + 2 * DAY)
    approve(cast, meeting, way=Way.IN_MEETING, days=2)
    assert Approval.objects.get().in_meeting == later


def test_what_was_approved_stays(cast):
    meeting = approved(cast)
    code = "minutes_are_approved"
    assert refused(write, cast, meeting, base=1) == code
    assert refused(decide, cast, meeting) == code
    assert refused(circulate, cast, meeting) == code
    assert refused(correct, cast, meeting) == code
    entry = {"entries": [], "at": NOW}
    assert refused(commands.enter_attendance, actor=cast.secretariat, meeting=meeting, **entry) == code
    room = {"item": first_item(meeting), "present": [], "at": NOW}
    assert refused(commands.enter_room, actor=cast.secretariat, **room) == code
    assert MinutesText.objects.count() == 1


@pytest.mark.parametrize("hour", ["2027-03-28T02:30"])
def test_the_end_of_corrections_is_a_time_that_there_is(cast, hour):
    meeting = closed(cast)
    write(cast, meeting)
    act = {"actor": cast.secretariat, "meeting": meeting, "local": datetime.fromisoformat(hour), "at": NOW + HOUR}
    assert refused(commands.circulate_minutes, zone="Europe/Madrid", **act) == "time_skipped"
