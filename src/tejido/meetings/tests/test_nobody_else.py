"""What nobody else is to know: a meeting that was given up, and what is written and not yet shown to the body."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from cast import NOW
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.models import Meeting
from tejido.meetings.names import Act, Audience, Part, State
from tejido.meetings.queries.feeds import calendar_for
from tejido.meetings.queries.meetings import body_for, meeting_for, meetings_of
from tejido.meetings.queries.releases import released_for
from tejido.meetings.templatetags.meetings import kept
from tejido.registry.commands import create_committee
from tejido.web import reading

from .doings import ALDEA, BRISA, CHAIR, SEC, add, again, approved, circulated, closed, convened, prepare, refused

MIGRATION = import_module("tejido.meetings.migrations.0004_given_up")


def cancel(cast, meeting, who=SEC):
    commands.cancel_meeting(actor=cast.actor(who), meeting=meeting, reason="Sin sede.", language="es", at=NOW)


def given_up(cast, body=None):
    meeting = prepare(cast, body)
    add(cast, meeting, "Punto secreto")
    cancel(cast, meeting)
    return again(meeting)


def test_a_meeting_that_was_never_convened_is_opened_to_nobody_when_it_is_given_up(cast):
    meeting = given_up(cast)
    for who in (ALDEA, BRISA, "network/observer"):
        with pytest.raises(Meeting.DoesNotExist):
            meeting_for(cast.actor(who), meeting.key)
        assert meetings_of(body_for(cast.actor(who), cast.body.key)) == []
        assert calendar_for(cast.actor(who), NOW).meetings == ()
    assert meeting_for(cast.actor(CHAIR), meeting.key).meeting.state == State.GIVEN_UP
    assert Line.objects.get(act=Act.MEETING_GIVEN_UP).details == {"said": {"es": "Sin sede."}}
    release = {"meeting": meeting, "part": Part.AGENDA, "audience": Audience.PUBLIC, "at": NOW}
    assert refused(commands.release_part, actor=cast.secretariat, **release) == "not_convened"


def test_of_a_committee_s_meeting_that_was_given_up_the_network_learns_nothing(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    meeting = given_up(cast, committee)
    with pytest.raises(Meeting.DoesNotExist):
        released_for(cast.actor(BRISA), meeting.key)


def test_a_meeting_that_was_convened_is_cancelled_for_all_to_see(cast):
    meeting = convened(cast)
    cancel(cast, meeting)
    assert meeting_for(cast.actor(BRISA), meeting.key).meeting.state == State.CANCELLED
    assert not Line.objects.filter(act=Act.MEETING_GIVEN_UP).exists()


def test_the_page_says_that_it_was_given_up(cast, at_now):
    at_now(NOW)
    meeting = prepare(cast)
    answer = cast.client(SEC).post(
        reverse("meetings:cancellations", args=[meeting.key]), {"reason": "Sin sede."}, follow=True
    )
    page = answer.content.decode()
    assert "Nobody else knew of it." in page
    assert "Nobody but those who prepared it knows of it." in page


def test_meetings_cancelled_earlier_are_given_up_where_nobody_was_invited(cast):
    unknown, known = given_up(cast), convened(cast, number=15)
    cancel(cast, known)
    Meeting.objects.update(state="cancelled")
    MIGRATION.give_up(apps, None)
    assert (again(unknown).state, again(known).state) == ("given_up", "cancelled")


def in_memory(word):
    """Whether the memory that all readers share holds a text with this word."""
    return any(word in p.html for _, made in reading._memory._kept.values() for p in made.passages)


def test_minutes_stay_in_no_shared_memory_until_they_are_released(cast, at_now):
    at_now(NOW)
    kept.cache_clear()
    meeting = circulated(cast)
    for name in ("minutes", "writing"):
        args = [meeting.key, "general"][: 2 if name == "writing" else 1]
        assert "Se abrió la reunión." in cast.client(SEC).get(reverse(f"meetings:{name}", args=args)).content.decode()
    assert kept.cache_info().currsize == 0
    assert not in_memory("Se abrió la reunión.")


def test_what_is_typed_into_minutes_stays_in_no_shared_memory(cast, at_now):
    at_now(NOW)
    address = reverse("meetings:preview", args=[closed(cast).key])
    page = cast.client(SEC).post(address, {"markdown": "Palabra sola.", "language": "es"})
    assert "Palabra sola." in page.content.decode()
    assert not in_memory("Palabra sola.")


def test_released_minutes_are_drawn_once_for_all_readers(cast, client, at_now):
    at_now(NOW)
    kept.cache_clear()
    meeting = approved(cast)
    commands.release_part(actor=cast.secretariat, meeting=meeting, part=Part.MINUTES, audience=Audience.PUBLIC, at=NOW)
    for _ in range(2):
        page = client.get(reverse("meetings:meeting", args=[meeting.key])).content.decode()
        assert "Se abrió la reunión." in page
    assert (kept.cache_info().misses, kept.cache_info().hits) == (1, 1)
