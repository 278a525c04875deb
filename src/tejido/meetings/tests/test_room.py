"""The screen of the room: what all may see, once for every change, and nothing that is any member's own."""

import html
import re
from datetime import datetime

import pytest

from cast import FIRST, NOW, make_text
from counting import queries_of
from tejido.deliberation.models import Procedure
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import agree, object_to, propose, revise
from tejido.deliberation.tests.stage import SECRET
from tejido.deliberation.tests.stage import opened as opened_round
from tejido.deliberation.tests.stage import prepare as stage_in_private
from tejido.meetings.commands import enter_attendance, enter_room, open_meeting
from tejido.meetings.commands.attendance import Entry
from tejido.meetings.commands.room import point
from tejido.meetings.models import Item, Meeting, Pointer
from tejido.meetings.names import No
from tejido.meetings.papers.screen import screen
from tejido.meetings.queries.meetings import meeting_for
from tejido.meetings.queries.screen import shown
from tejido.meetings.tests.doings import (
    ALDEA,
    BEGIN,
    BRISA,
    CHAIR,
    HOUR,
    SEC,
    add,
    again,
    convene,
    convened,
    opened,
    prepare,
    refused,
)

pytestmark = pytest.mark.django_db


def call(cast, meeting: Meeting, item: Item | None, who: str = SEC, passage: str = "", at=NOW) -> None:
    point(actor=cast.actor(who), meeting=meeting, item=item, passage=passage, at=at)


def items(meeting: Meeting) -> list[Item]:
    return list(Item.objects.filter(meeting=meeting).order_by("place"))


def at_screen(cast, meeting: Meeting, who: str = ALDEA, more: str = "") -> str:
    answer = cast.client(who).get(f"/meetings/{meeting.key}/screen/{more}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def meeting(cast) -> Meeting:
    row = prepare(cast)
    for title in ("Apertura", "El texto"):
        add(cast, row, title, minutes=20)
    convene(cast, row)
    return again(row)


def test_the_chair_or_the_secretariat_says_what_is_on_the_screen(cast, meeting):
    first, second = items(meeting)
    call(cast, meeting, first, CHAIR)
    assert "Item 1 of 2" in at_screen(cast, meeting)
    call(cast, meeting, second)
    assert "El texto" in at_screen(cast, meeting)
    call(cast, meeting, None)
    assert "No item has been called yet." in at_screen(cast, meeting)
    assert Pointer.objects.count() == 1


def test_nobody_else_points_and_not_after_the_meeting(cast, meeting):
    (first, _) = items(meeting)
    assert refused(call, cast, meeting, first, ALDEA) == "not_yours"
    Meeting.objects.filter(key=meeting.key).update(state="closed")
    assert refused(call, cast, meeting, first) == No.WRONG_STATE


def test_the_time_of_an_item_runs_from_when_it_was_called(cast):
    meeting = prepare(cast)
    item = add(cast, meeting, minutes=20)
    convene(cast, meeting)
    open_meeting(actor=cast.actor(SEC), meeting=again(meeting), at=meeting.starts_at)
    call(cast, again(meeting), item, at=BEGIN)
    found = shown(meeting_for(cast.actor(SEC), meeting.key), BEGIN)
    assert screen(found, ["es"], BEGIN + HOUR / 6).left == "10 minutes left"
    late = screen(found, ["es"], BEGIN + HOUR)
    assert (late.left, late.is_over_time) == ("40 minutes over", True)
    call(cast, again(meeting), item, at=BEGIN + HOUR)
    assert Pointer.objects.get().since == BEGIN


def test_an_item_that_was_on_the_screen_before_has_all_its_time_when_the_meeting_is_opened(cast, meeting):
    call(cast, meeting, items(meeting)[0], at=BEGIN - HOUR)

    def left(at: datetime) -> str:
        return screen(shown(meeting_for(cast.actor(SEC), meeting.key), at), ["es"], at).left

    assert left(BEGIN) == ""
    open_meeting(actor=cast.actor(SEC), meeting=meeting, at=BEGIN)
    assert left(BEGIN + HOUR / 6) == "10 minutes left"


def test_the_screen_is_sent_again_only_when_it_has_changed(cast, meeting):
    client, address = cast.client(ALDEA), f"/meetings/{meeting.key}/screen/fragment/"
    first = client.get(address)
    tag = first.headers["ETag"]
    assert "no-cache" in first.headers["Cache-Control"]
    same = client.get(address, headers={"if-none-match": tag})
    assert (same.status_code, same.content) == (304, b"")
    call(cast, meeting, items(meeting)[0])
    other = client.get(address, headers={"if-none-match": tag})
    assert other.status_code == 200
    assert other.headers["ETag"] != tag


def test_the_sentence_is_read_aloud_only_when_it_is_another_one(cast, meeting):
    call(cast, meeting, items(meeting)[0])
    page = at_screen(cast, meeting)
    assert page.count('aria-live="polite"') == 1
    said = re.search(r"said=(\w+)", page)[1]
    assert "hx-swap-oob" not in at_screen(cast, meeting, more=f"fragment/?said={said}")
    call(cast, meeting, items(meeting)[1])
    assert "Item 2 of 2: El texto." in at_screen(cast, meeting, more=f"fragment/?said={said}")


def test_without_javascript_the_page_loads_itself_again(cast, meeting):
    assert '<noscript><meta http-equiv="refresh" content="20"></noscript>' in at_screen(cast, meeting)


@pytest.fixture
def adopting(cast) -> tuple[Meeting, Procedure]:
    """A text that was commented on, changed and proposed for adoption in a meeting, and that meeting, opened. Aldea
    prepares in private."""
    text = make_text(cast)
    round_ = opened_round(cast, text)
    stage_in_private(cast, round_)
    revise(cast, text, es="Antes de todo y después.")
    procedure = propose(cast, text, kind=ProcedureKind.MEETING)
    row = prepare(cast)
    add(cast, row, "Adopción", procedure=procedure.key)
    convene(cast, row)
    open_meeting(actor=cast.actor(SEC), meeting=again(row), at=row.starts_at)
    return again(row), procedure


def test_the_passage_under_discussion_is_marked_in_the_languages_asked_for(cast, adopting):
    meeting, _ = adopting
    (item,) = items(meeting)
    call(cast, meeting, item)
    client = cast.client(SEC)
    client.post(f"/meetings/{meeting.key}/screen/pointers/", {"item": item.key, "passage": FIRST})
    assert Pointer.objects.get().passage == FIRST
    page = at_screen(cast, meeting)
    assert "<ins>" in page
    assert ['lang="es" dir' in page, 'lang="pt" dir' in page] == [True, True]
    only = at_screen(cast, meeting, more="?language=pt")
    assert ['lang="es" dir' in only, 'lang="pt" dir' in only] == [False, True]
    assert "&amp;language=pt" in only
    assert (
        client.post(f"/meetings/{meeting.key}/screen/pointers/", {"item": item.key, "passage": "x"}).status_code == 404
    )
    assert "★" in client.get(f"/meetings/{meeting.key}/screen/operator/").content.decode()


def test_a_screen_for_which_nobody_chose_languages_follows_each_text(cast, adopting):
    """It was opened before a text was called, and asks for what changed on the words of its first moment."""
    meeting, _ = adopting
    page = at_screen(cast, meeting)
    asks = html.unescape(re.search(r'hx-get="([^"]*)"', page)[1])
    call(cast, meeting, items(meeting)[0], passage=FIRST)
    later = cast.client(ALDEA).get(asks).content.decode()
    assert ['lang="es" dir' in later, 'lang="pt" dir' in later] == [True, True]


def test_who_agrees_and_who_objects_is_on_the_screen(cast, adopting):
    meeting, procedure = adopting
    agree(cast, procedure, BRISA)
    object_to(cast, procedure, ALDEA)
    call(cast, meeting, items(meeting)[0])
    page = at_screen(cast, meeting)
    assert "Brisa: not in the room, Agreed" in page
    assert "Aldea: not in the room, Objected" in page


def test_nothing_that_a_member_prepares_is_on_the_screen_even_for_its_own_seats(cast, adopting):
    meeting, _ = adopting
    call(cast, meeting, items(meeting)[0], passage=FIRST)
    for who in (ALDEA, "XA/representative/JUS", BRISA, SEC, CHAIR):
        for more in ("", "fragment/"):
            assert SECRET not in at_screen(cast, meeting, who, more)
    for who in (SEC, CHAIR):
        assert SECRET not in at_screen(cast, meeting, who, "operator/")


def test_who_is_there_and_how_each_stands_is_on_the_screen(cast):
    meeting = opened(cast)
    (item,) = items(meeting)
    entries = [Entry("XA", "present", persons=1), Entry("XB", "absent")]
    enter_attendance(actor=cast.actor(SEC), meeting=meeting, entries=entries, at=meeting.starts_at)
    call(cast, meeting, item)
    page = at_screen(cast, meeting)
    assert "1 of 3 in the room" in page
    assert "Aldea: in the room" in page
    enter_room(actor=cast.actor(SEC), item=item, present=["XA", "XB"], at=meeting.starts_at)
    assert "2 of 3 in the room" in at_screen(cast, meeting)


def test_the_operator_finds_the_next_and_the_previous_item(cast, meeting):
    first, second = items(meeting)
    client, address = cast.client(SEC), f"/meetings/{meeting.key}/screen/"
    page = client.get(f"{address}operator/").content.decode()
    assert "Next item" in page
    assert "Previous item" not in page
    answer = client.post(f"{address}pointers/", {"item": second.key})
    assert answer.url == f"{address}operator/"
    page = client.get(f"{address}operator/").content.decode()
    assert "Previous item" in page
    assert first.key in page
    assert client.post(f"{address}pointers/", {"item": "unknown"}).status_code == 404
    assert client.post(f"{address}pointers/", {"item": second.key, "passage": FIRST}).status_code == 404
    assert cast.client(ALDEA).get(f"{address}operator/").status_code == 403


def test_the_screen_costs_the_same_however_long_the_agenda_is(cast):
    meeting = convened(cast)
    call(cast, meeting, items(meeting)[0])
    client, address = cast.client(ALDEA), f"/meetings/{meeting.key}/screen/"
    short = queries_of(lambda: client.get(address))
    for title in ("Uno", "Dos", "Tres"):
        add(cast, meeting, title)
    assert queries_of(lambda: client.get(address)) == short
