"""Of a meeting only the parts that were released to the public are public, as they stood then; of the rest not a
trace, not even that there was a meeting."""

import pytest

from cast import NOW, Cast
from tejido.meetings.commands import cancel_meeting, enter_decision, postpone_meeting, release_part, withdraw_part
from tejido.meetings.models import Meeting
from tejido.meetings.names import Audience, Part
from tejido.meetings.tests.doings import DAY, SEC, add, again, approve, circulate, closed, convened, first_item, write

from .visiting import get, parsed, read, told_to_machines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
EVERYWHERE = ("/es/", "/es/members/", "/es/meetings/", "/es/feeds/everything.atom", "/es/feeds/meetings.atom")
SECRET = "CANARY-acuerdo"


def everything() -> dict[str, str]:
    return {address: read(address) for address in (*EVERYWHERE, "/sitemap.xml", "/robots.txt")}


def held(cast: Cast) -> Meeting:
    """A meeting with one decision, whose minutes were approved."""
    meeting = closed(cast)
    words = {"es": f"{SECRET}: se acordó."}
    enter_decision(actor=cast.actor(SEC), item=first_item(meeting), texts=words, at=meeting.ends_at)
    write(cast, meeting)
    circulate(cast, meeting)
    approve(cast, meeting)
    return again(meeting)


def shown(cast: Cast, meeting: Meeting, part: str, audience: str, days: int = 21) -> None:
    at = meeting.ends_at + days * DAY
    release_part(actor=cast.actor(SEC), meeting=meeting, part=part, audience=audience, at=at)


def cancel(cast: Cast, meeting: Meeting) -> None:
    cancel_meeting(actor=cast.actor(SEC), meeting=meeting, reason="Huelga", language="es", at=NOW)


def postpone(cast: Cast, meeting: Meeting) -> None:
    postpone_meeting(
        actor=cast.actor(SEC), meeting=meeting, starts_at=None, ends_at=None, reason="Huelga", language="es", at=NOW
    )


def test_a_meeting_leaves_no_trace_until_a_part_of_it_is_released_to_the_public(cast):
    before = everything()
    meeting = held(cast)
    address = f"/es/meetings/{meeting.key}/"
    assert everything() == before
    assert get(address).status_code == 404
    shown(cast, meeting, Part.DECISIONS, Audience.NETWORK)
    assert everything() == before
    assert get(address).status_code == 404
    shown(cast, meeting, Part.AGENDA, Audience.PUBLIC)
    page = read(address)
    assert "Informe" in page
    assert SECRET not in page
    shown(cast, meeting, Part.DECISIONS, Audience.PUBLIC)
    assert f"{SECRET}: se acordó." in read(address)
    after = everything()
    assert [at for at, page in after.items() if meeting.key in page] == [
        "/es/",
        "/es/meetings/",
        "/es/feeds/everything.atom",
        "/es/feeds/meetings.atom",
        "/sitemap.xml",
    ]
    assert [at for at, page in after.items() if SECRET in page] == []


def test_what_is_withdrawn_leaves_no_trace_and_comes_back_as_news(cast):
    before, meeting = everything(), held(cast)
    address = f"/es/meetings/{meeting.key}/"
    for part in Part:
        shown(cast, meeting, part, Audience.PUBLIC)
    assert SECRET in read(address)
    for part in Part:
        withdraw_part(
            actor=cast.actor(SEC), meeting=meeting, part=part, audience=Audience.PUBLIC, reason=SECRET,
            at=meeting.ends_at + 22 * DAY,
        )  # fmt: skip
    assert everything() == before
    assert get(address).status_code == 404
    shown(cast, meeting, Part.AGENDA, Audience.PUBLIC, 23)
    assert "Informe" in read(address)
    assert SECRET not in "".join(everything().values())


def test_what_is_changed_later_does_not_reach_what_was_released(cast):
    meeting = convened(cast)
    shown(cast, meeting, Part.AGENDA, Audience.PUBLIC)
    before = read(f"/es/meetings/{meeting.key}/")
    add(cast, meeting, SECRET)
    assert read(f"/es/meetings/{meeting.key}/") == before


def test_minutes_are_shown_with_who_was_present_and_no_seat(cast):
    meeting = held(cast)
    shown(cast, meeting, Part.MINUTES, Audience.PUBLIC)
    html = read(f"/es/meetings/{meeting.key}/")
    assert "Se abrió la reunión." in html
    assert f"{SECRET}: se acordó." in html
    assert "focal_point" not in html


def test_a_released_meeting_is_an_event_for_machines_and_an_entry_per_part_in_the_feed(cast):
    meeting = held(cast)
    shown(cast, meeting, Part.DECISIONS, Audience.PUBLIC)
    (data,) = told_to_machines(f"/en/meetings/{meeting.key}/")
    assert data["@type"] == "Event"
    assert (data["startDate"], data["endDate"]) == ("2027-03-31T09:00:00-03:00", "2027-03-31T17:00:00-03:00")
    assert "eventStatus" not in data
    assert data["organizer"]["name"] == "Test network"
    assert data["location"]["name"] == "Asunción"
    (entry,) = parsed("/en/feeds/meetings.atom").findall("{*}entry")
    shown(cast, meeting, Part.DECISIONS, Audience.PUBLIC, days=22)
    (again_told,) = parsed("/en/feeds/meetings.atom").findall("{*}entry")
    for same in ("{*}id", "{*}published"):
        assert again_told.findtext(same) == entry.findtext(same)
    assert again_told.findtext("{*}updated") > entry.findtext("{*}updated")


def test_a_meeting_is_told_on_its_own_clocks_in_every_list(cast):
    meeting = convened(cast)
    Meeting.objects.filter(key=meeting.key).update(zone="Asia/Tokyo", starts_at=NOW.replace(hour=20))
    shown(cast, meeting, Part.AGENDA, Audience.PUBLIC)
    for address in ("/en/", "/en/meetings/", f"/en/meetings/{meeting.key}/"):
        assert 'March 2, 2027, 05:00 <span class="zone">(Tokyo, UTC+9)' in read(address)


@pytest.mark.parametrize(
    ("act", "badge", "status"),
    [(cancel, "Cancelled", "EventCancelled"), (postpone, "Postponed", "EventPostponed")],
)
def test_that_a_meeting_will_not_be_held_is_said_wherever_it_stands(cast, act, badge, status):
    meeting = convened(cast)
    shown(cast, meeting, Part.AGENDA, Audience.PUBLIC, days=-30)
    own = f"/en/meetings/{meeting.key}/"
    pages = ("/en/", "/en/meetings/", own)
    assert not any(f">{badge}</span>" in read(page) for page in pages)
    act(cast, meeting)
    for page in pages:
        html = read(page)
        assert f">{badge}</span>" in html, page
        assert ("No new date yet; it was announced for" in html) == (badge == "Postponed"), page
    for address in ("/meetings/", f"/meetings/{meeting.key}/"):
        assert f">{badge}</span>" in get(address, headers={"accept-language": "en"}).content.decode(), address
    assert told_to_machines(own)[0]["eventStatus"] == f"https://schema.org/{status}"
