"""What is loaded, is loaded once; and what is heavy, only where it is read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import NOW
from counting import queries_of
from tejido.desk.queries import work_of
from tejido.meetings import commands
from tejido.meetings.names import Audience, Part
from tejido.meetings.queries.agenda import announced, is_used, lines_of
from tejido.meetings.queries.releases import public_meetings, released_data, released_to, releases_of

from .doings import ALDEA, DAY, SEC, add, again, approved, closed, convened, first_item, opened, prepare, promise, write


def statements(call):
    with CaptureQueriesContext(connection) as made:
        call()
    return [query["sql"] for query in made.captured_queries]


def bodies_loaded(sql):
    return sum('FROM "registry_body"' in line and "COUNT" not in line for line in sql)


def test_the_bodies_of_a_seat_are_loaded_once_for_the_entrance(cast, at_now):
    at_now(NOW)
    client, address = cast.client(ALDEA), reverse("meetings:home")
    client.get(address)
    assert bodies_loaded(statements(lambda: client.get(address))) == 1


def test_the_bodies_of_a_seat_are_loaded_once_for_the_work_of_its_desk(cast):
    actor = cast.actor(ALDEA)
    assert bodies_loaded(statements(lambda: work_of(actor, NOW))) == 1


@pytest.mark.parametrize(("part", "most"), [(Part.AGENDA, 1), (Part.DECISIONS, 8), (Part.MINUTES, 15)])
def test_what_is_released_is_loaded_once_however_much_it_is(cast, part, most):
    costs = []
    for number in (1, 3):
        meeting = convened(cast, number=number)
        for place in range(number):
            add(cast, meeting, f"Punto {place}")
        commands.open_meeting(actor=cast.secretariat, meeting=meeting, at=meeting.starts_at)
        commands.close_meeting(actor=cast.secretariat, meeting=meeting, at=meeting.ends_at)
        for line in lines_of(meeting):
            write(cast, meeting, item=line.item)
            texts = {"es": "Se decide."}
            commands.enter_decision(actor=cast.secretariat, item=line.item, texts=texts, at=NOW)
            promise(cast, meeting, item=line.item)
        row = again(meeting)
        costs.append(queries_of(lambda m=row: released_data(m, part)))
    assert costs[0] == costs[1] <= most


def test_lists_leave_out_what_is_heavy(cast):
    meeting = approved(cast)
    release = {"actor": cast.secretariat, "meeting": meeting, "part": Part.MINUTES, "audience": Audience.PUBLIC}
    commands.release_part(**release, at=NOW)
    for found in (public_meetings(), released_to(cast.actor(ALDEA))):
        assert found[0].minutes.get_deferred_fields() == {"data"}
    assert releases_of(meeting)[0].get_deferred_fields() == {"data"}
    assert announced(meeting).get_deferred_fields() == {"items"}


def test_the_agenda_leaves_out_the_bytes_of_its_documents(cast, text):
    from tejido.curriculum.queries import latest_revision

    meeting = convened(cast)
    item = first_item(meeting)
    commands.add_file(actor=cast.secretariat, item=item, name="a.txt", data=b"Nota", at=NOW)
    commands.add_paper(actor=cast.secretariat, item=item, source=latest_revision(text), at=NOW)
    papers = lines_of(meeting)[0].papers
    assert {frozenset((p.file or p.revision).get_deferred_fields()) for p in papers} == {
        frozenset({"data"}), frozenset({"manifest"})
    }  # fmt: skip


def test_a_file_that_is_there_already_is_not_loaded_to_be_laid_again_or_taken_away(cast):
    meeting = convened(cast)
    act = {"actor": cast.secretariat, "item": first_item(meeting), "name": "a.txt", "data": b"Nota", "at": NOW}
    commands.add_file(**act)
    sql = statements(lambda: commands.add_file(**act))
    paper = lines_of(meeting)[0].papers[0]
    sql += statements(lambda: commands.remove_paper(actor=cast.secretariat, paper=paper, at=NOW))
    assert [line for line in sql if line.startswith("SELECT") and '"data"' in line.partition("FROM")[0]] == []


@pytest.mark.parametrize("page", ["item", "meeting", "agenda"])
@pytest.mark.parametrize("made", [prepare, opened])
def test_a_page_that_asks_its_rules_costs_the_same_however_much_there_is(cast, at_now, page, made):
    at_now(NOW)
    costs = []
    for number in (1, 3):
        meeting = made(cast, number=number)
        for place in range(number):
            item = add(cast, meeting, f"Punto {place}")
        key = item.key if page == "item" else meeting.key
        if made is opened:
            write(cast, meeting, item=item)
        client, address = cast.client(SEC), reverse(f"meetings:{page}", args=[key])
        client.get(address)
        costs.append(queries_of(lambda c=client, a=address: c.get(a)))
    assert costs[0] == costs[1]


def test_whether_an_item_is_used_is_one_question(cast):
    meeting = closed(cast)
    item = first_item(meeting)
    assert not is_used(item)
    assert queries_of(lambda: is_used(item)) == 1
    promise(cast, meeting, item=item, due=(NOW + DAY).date())
    assert is_used(item)
    assert queries_of(lambda: is_used(item)) == 1
