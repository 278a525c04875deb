"""What a page offers is what its rule allows: no button leads to a refusal, and none that is allowed is missing."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cast import NOW
from tejido.deliberation.commands import withdraw_proposal
from tejido.meetings import commands
from tejido.registry.models import Party

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
    circulated,
    closed,
    convened,
    correct,
    first_item,
    opened,
    prepare,
    promise,
    report,
    write,
)
from .test_agenda import proposed

TRANSLATOR = "network/translator"


@pytest.fixture
def page(cast, at_now):
    """A page of a meeting as a seat sees it."""

    def page(name, key, who=SEC, at=NOW):
        at_now(at)
        return cast.client(who).get(reverse(f"meetings:{name}", args=[key])).content.decode()

    return page


def address(name, key):
    return f'"{reverse(f"meetings:{name}", args=[key])}"'


def test_a_meeting_is_convened_from_its_pages_when_it_can_be_and_else_they_say_why_not(cast, page):
    meeting = prepare(cast, place="")
    told = page("meeting", meeting.key)
    assert address("convocations", meeting.key) not in told
    assert "The agenda is empty." in told
    assert address("details", meeting.key) in told
    add(cast, meeting)
    assert "Say where it is held" in page("meeting", meeting.key)
    assert address("convocations", meeting.key) not in page("agenda", meeting.key)
    whole = prepare(cast, number=15)
    add(cast, whole)
    for name in ("meeting", "agenda"):
        assert address("convocations", whole.key) in page(name, whole.key)
        assert address("convocations", whole.key) not in page(name, whole.key, CHAIR)
        assert address("convocations", whole.key) not in page(name, whole.key, at=BEGIN)


def test_the_form_of_a_convocation_is_refused_with_what_is_missing(cast, at_now):
    at_now(NOW)
    answer = cast.client(SEC).get(reverse("meetings:convocations", args=[prepare(cast).key]))
    assert answer.status_code == 409
    assert "The agenda is empty." in answer.content.decode()


def test_a_changed_agenda_is_announced_also_where_it_was_adopted(cast, page):
    meeting = opened(cast)
    assert address("announcements", meeting.key) not in page("agenda", meeting.key)
    add(cast, meeting, "Nuevo")
    commands.adopt_agenda(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
    assert address("announcements", meeting.key) in page("agenda", meeting.key)
    assert address("announcements", meeting.key) not in page("agenda", meeting.key, CHAIR)
    assert address("adoptions", meeting.key) not in page("meeting", meeting.key, CHAIR)


def test_an_invitation_is_answered_while_there_is_a_date(cast, page):
    meeting = convened(cast)
    assert address("replies", meeting.key) in page("meeting", meeting.key, ALDEA)
    move = {"starts_at": None, "ends_at": None, "reason": "Sede.", "language": "es", "at": NOW}
    commands.postpone_meeting(actor=cast.secretariat, meeting=meeting, **move)
    assert address("replies", meeting.key) not in page("meeting", meeting.key, ALDEA)


def test_an_item_that_is_used_says_why_it_stays(cast, page):
    meeting = opened(cast)
    item = first_item(meeting)
    assert address("strikings", item.key) in page("item", item.key)
    write(cast, meeting, item=item)
    told = page("item", item.key)
    assert address("strikings", item.key) not in told
    assert "It stays on the agenda." in told


def test_the_chair_is_asked_for_the_outcome_while_the_proposal_is_open(cast, text, page):
    meeting = convened(cast)
    item = add(cast, meeting, "Adopción", procedure=proposed(cast, text).key)
    assert address("outcomes", item.key) not in page("item", item.key, CHAIR)
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=meeting, at=NOW)
    assert address("outcomes", item.key) in page("item", item.key, CHAIR)
    assert address("outcomes", item.key) not in page("item", item.key, SEC)
    withdraw_proposal(actor=cast.secretariat, procedure=item.procedure, reason="Sobra.", at=NOW)
    assert address("outcomes", item.key) not in page("item", item.key, CHAIR)


def test_a_party_declares_itself_where_it_is_one_on_the_day_of_the_meeting(cast, page):
    meeting = opened(cast)
    assert address("arrivals", meeting.key) in page("attendance", meeting.key, BRISA)
    Party.objects.filter(body=cast.body, code="XB").update(until=NOW.date())
    assert address("arrivals", meeting.key) not in page("attendance", meeting.key, BRISA)
    assert address("attendance", meeting.key) in page("meeting", meeting.key, ALDEA)


def test_minutes_are_approved_from_their_page_in_the_ways_that_there_are(cast, page):
    meeting = circulated(cast)
    row = correct(cast, meeting)
    early, late = meeting.ends_at + DAY, meeting.ends_at + 20 * DAY
    assert address("approvals", meeting.key) not in page("minutes", meeting.key, at=late)
    commands.answer_correction(actor=cast.secretariat, correction=row, verdict="taken", answer="Sí.", at=NOW)
    told = page("minutes", meeting.key, at=early)
    assert address("approvals", meeting.key) not in told
    assert "Corrections can still come until" in told
    told = page("minutes", meeting.key, CHAIR, at=late)
    assert ('value="by_silence"' in told, 'value="in_meeting"' in told) == (True, False)
    assert address("approvals", meeting.key) not in page("minutes", meeting.key, ALDEA, at=late)
    opened(cast, number=15, starts_at=meeting.starts_at + 2 * DAY, ends_at=meeting.ends_at + 2 * DAY)
    told = page("minutes", meeting.key, at=early)
    assert ('value="by_silence"' in told, 'value="in_meeting"' in told) == (False, True)


def test_a_correction_is_answered_and_proposed_where_the_rules_say_so(cast, page):
    meeting = closed(cast)
    write(cast, meeting)
    assert address("circulations", meeting.key) in page("minutes", meeting.key)
    commands.circulate_minutes(
        actor=cast.secretariat, meeting=meeting, local=(meeting.ends_at + 9 * DAY).replace(tzinfo=None),
        zone="UTC", at=meeting.ends_at,
    )  # fmt: skip
    at = meeting.ends_at + HOUR
    assert address("corrections", meeting.key) in page("minutes", meeting.key, ALDEA, at=at)
    row = correct(cast, meeting)
    assert address("verdicts", row.key) in page("minutes", meeting.key, at=at)
    assert address("verdicts", row.key) not in page("minutes", meeting.key, CHAIR, at=at)
    commands.answer_correction(actor=cast.secretariat, correction=row, verdict="taken", answer="Sí.", at=at)
    assert address("verdicts", row.key) not in page("minutes", meeting.key, at=at)


def test_a_promise_is_reported_on_by_what_each_may_say(cast, page):
    row = promise(cast, closed(cast), due=(NOW + 60 * DAY).date())
    assert 'value="done"' in page("commitment", row.key, ALDEA)
    told = page("commitment", row.key, SEC)
    assert ('value="done"' in told, 'value="renewed"' in told) == (False, True)
    assert address("reports", row.key) not in page("commitment", row.key, BRISA)
    report(cast, row, kind="done")
    assert address("reports", row.key) not in page("commitment", row.key, ALDEA)


def test_the_screen_leads_to_its_desk_who_may_point_it(cast, page):
    meeting = opened(cast)
    for who, may in ((SEC, True), (CHAIR, True), (TRANSLATOR, False), (ALDEA, False)):
        assert (address("operator", meeting.key) in page("room_screen", meeting.key, who)) is may
    commands.close_meeting(actor=cast.secretariat, meeting=again(meeting), at=NOW + timedelta(days=31))
    assert address("operator", meeting.key) not in page("room_screen", meeting.key)
