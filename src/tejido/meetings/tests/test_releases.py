"""What is released are copies; whoever is outside reads nothing else."""

import pytest

from cast import NOW
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import Meeting
from tejido.meetings.names import Act, Audience, Part
from tejido.meetings.queries.releases import public_meetings, released_for, released_to, releases_of, shown_now
from tejido.registry.commands import create_committee, join_committee

from .doings import (
    ALDEA,
    BRISA,
    HOUR,
    SEC,
    add,
    approve,
    approved,
    circulate,
    circulated,
    closed,
    convened,
    first_item,
    prepare,
    promise,
    refused,
    write,
)


def release(cast, meeting, part=Part.AGENDA, audience=Audience.PUBLIC, who=SEC, *, fresh=True, at=NOW):
    return commands.release_part(
        actor=cast.actor(who, fresh=fresh), meeting=meeting, part=part, audience=audience, at=at
    )


def test_an_agenda_is_released_from_the_convocation_on_and_the_rest_when_it_is_approved(cast):
    assert refused(release, cast, prepare(cast)) == "not_convened"
    meeting = circulated(cast, number=15)
    release(cast, meeting)
    for part in (Part.DECISIONS, Part.MINUTES):
        assert refused(release, cast, meeting, part) == "not_approved"
    assert refused(release, cast, meeting, who=ALDEA) == "not_yours"
    assert refused(release, cast, meeting, fresh=False) == "not_fresh"
    assert [row.part for row in releases_of(meeting)] == ["agenda"]


def test_a_copy_does_not_change_with_what_is_changed_later(cast):
    meeting = convened(cast)
    release(cast, meeting)
    add(cast, meeting, "Después")
    found = public_meetings()[0]
    assert [item["title"] for item in found.agenda.data["agenda"]] == [{"es": "Informe"}]
    assert (found.decisions, found.minutes) == (None, None)
    release(cast, meeting, at=NOW + HOUR)
    assert len(public_meetings()[0].agenda.data["agenda"]) == 2


def test_what_is_for_the_network_is_not_for_the_public(cast, mechanism):
    meeting = approved(cast, mechanism, ALDEA)
    for actor in (PUBLIC, cast.actor(BRISA)):
        with pytest.raises(Meeting.DoesNotExist):
            released_for(actor, meeting.key)
    release(cast, meeting, Part.MINUTES, Audience.NETWORK, ALDEA)
    assert released_for(cast.actor(BRISA), meeting.key).minutes.data["agenda"][0]["minutes"] == {}
    assert released_for(cast.actor(BRISA), meeting.key).minutes.data["general"] == {"es": "Se abrió la reunión."}
    assert [found.meeting for found in released_to(cast.actor(BRISA))] == [meeting]
    assert (public_meetings(), released_to(PUBLIC)) == ([], [])
    with pytest.raises(Meeting.DoesNotExist):
        released_for(PUBLIC, meeting.key)


def test_released_minutes_say_who_was_there_what_was_decided_and_promised_and_name_no_seat(cast):
    meeting = closed(cast)
    write(cast, meeting)
    entries = [
        commands.Entry("XA", "present"),
        commands.Entry("XB", "represented", "XA"),
        commands.Entry("XC", "excused"),
    ]
    commands.enter_attendance(actor=cast.secretariat, meeting=meeting, entries=entries, at=NOW)
    commands.enter_decision(actor=cast.secretariat, item=first_item(meeting), texts={"es": "Se decide."}, at=NOW)
    promise(cast, meeting)
    circulate(cast, meeting)
    approve(cast, meeting)
    data = release(cast, meeting, Part.MINUTES).data
    assert [[p["code"] for p in data[key]] for key in ("present", "represented", "excused")] == [["XA"], ["XB"], ["XC"]]
    assert data["decisions"] == [{"number": 1, "item": 1, "texts": {"es": "Se decide."}}]
    assert data["commitments"] == [{"number": 1, "texts": {"es": "Enviar el informe."}}]
    assert "seat" not in str(data)
    assert "focal" not in str(data)
    decisions = release(cast, meeting, Part.DECISIONS).data
    assert decisions["decisions"] == data["decisions"]


def test_of_a_committee_every_seat_of_the_network_knows_that_it_met(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor(ALDEA), body=committee, at=NOW)
    meeting, hidden = convened(cast, committee), prepare(cast, committee)
    assert released_for(cast.actor(BRISA), meeting.key).parts == {}
    for actor, row in ((PUBLIC, meeting), (cast.actor(BRISA), hidden)):
        with pytest.raises(Meeting.DoesNotExist):
            released_for(actor, row.key)


def withdraw(cast, meeting, part=Part.AGENDA, audience=Audience.PUBLIC, who=SEC, *, reason="Un error.", fresh=True):
    commands.withdraw_part(
        actor=cast.actor(who, fresh=fresh), meeting=meeting, part=part, audience=audience, reason=reason, at=NOW + HOUR
    )


def test_what_is_withdrawn_is_shown_to_nobody_outside_not_even_an_earlier_copy_of_it(cast):
    meeting = convened(cast)
    first = release(cast, meeting)
    release(cast, meeting, at=NOW + HOUR / 2)
    withdraw(cast, meeting)
    assert (public_meetings(), released_to(cast.actor(BRISA))) == ([], [])
    with pytest.raises(Meeting.DoesNotExist):
        released_for(PUBLIC, meeting.key)
    assert [(row.withdrawn_by, row.reason) for row in releases_of(meeting)] == [
        ("network/secretariat/SEC", "Un error.")
    ] * 2
    facts = Line.objects.get(act=Act.RELEASE_WITHDRAWN).facts
    assert facts == {"part": "agenda", "audience": "public", "digests": [first.digest] * 2}
    release(cast, meeting, at=NOW + 2 * HOUR)
    assert [found.meeting for found in public_meetings()] == [meeting]


def test_what_is_withdrawn_from_the_public_the_network_reads_on(cast, mechanism):
    meeting = convened(cast, mechanism, ALDEA)
    for audience in Audience:
        release(cast, meeting, Part.AGENDA, audience, ALDEA)
    withdraw(cast, meeting, who=ALDEA)
    assert (public_meetings(), len(released_to(cast.actor(BRISA)))) == ([], 1)
    assert [row.audience for row in shown_now(releases_of(meeting))] == ["network"]


def test_only_what_is_released_is_withdrawn_by_who_facilitates_with_the_reason(cast):
    meeting = convened(cast)
    assert refused(withdraw, cast, meeting) == "not_released"
    release(cast, meeting)
    assert refused(withdraw, cast, meeting, who=ALDEA) == "not_yours"
    assert refused(withdraw, cast, meeting, reason=" ") == "reason_needed"
    assert refused(withdraw, cast, meeting, fresh=False) == "not_fresh"
    assert refused(withdraw, cast, meeting, audience=Audience.NETWORK) == "not_released"
    withdraw(cast, meeting)
    assert refused(withdraw, cast, meeting) == "not_released"
