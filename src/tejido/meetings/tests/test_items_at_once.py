"""Items while several work on them: what one saw is not what there is, and what was adopted stays bound."""

import pytest
from django.urls import reverse

from cast import NOW
from tejido.deliberation.commands import withdraw_proposal
from tejido.deliberation.tests.doings import fill_cumbre
from tejido.ledger.models import Line
from tejido.meetings import commands
from tejido.meetings.commands.room import point
from tejido.meetings.models import Item, Paper
from tejido.meetings.names import Act, ItemKind
from tejido.meetings.queries.agenda import items_of

from .doings import CHAIR, SEC, add, again, convened, first_item, opened, refused
from .test_agenda import proposed

FORM = {"text_es": "Otro título", "kind": "discussion"}


def change(cast, item, **values):
    sent = {"title": {"es": "Otro título"}, "kind": ItemKind.DISCUSSION, "at": NOW}
    commands.change_item(actor=cast.secretariat, item=item, **{**sent, **values})


def strike(cast, item):
    commands.strike_item(actor=cast.secretariat, item=item, at=NOW)


def save(cast, item, **sent):
    return cast.client(SEC).post(reverse("meetings:item", args=[item.key]), {**FORM, **sent})


@pytest.fixture
def bound(cast, text, at_now):
    at_now(NOW)
    return add(cast, convened(cast), "Adopción", procedure=proposed(cast, text).key)


def adopt(cast, item):
    fill_cumbre(cast)
    commands.open_meeting(actor=cast.actor(CHAIR), meeting=again(item.meeting), at=NOW)
    commands.declare_outcome(actor=cast.actor(CHAIR), item=item, present=["XA", "XB", "XC"], at=NOW)


def test_an_item_that_is_changed_stays_where_it_was_moved_meanwhile(cast):
    meeting = convened(cast)
    seen = add(cast, meeting, "Dos")
    commands.move_item(actor=cast.secretariat, item=seen, to="up", at=NOW)
    change(cast, seen)
    assert [row.title["es"] for row in items_of(meeting)] == ["Otro título", "Informe"]


def test_an_item_that_was_struck_meanwhile_is_touched_no_more(cast, text):
    meeting = opened(cast)
    seen = first_item(meeting)
    paper = commands.add_paper(actor=cast.secretariat, item=seen, source=text, at=NOW)
    strike(cast, seen)
    words, acts = {"es": "Se decide."}, {"actor": cast.secretariat, "at": NOW}
    told = [
        refused(change, cast, seen),
        refused(strike, cast, seen),
        refused(commands.move_item, item=seen, to="down", **acts),
        refused(commands.add_paper, item=seen, source=text, **acts),
        refused(commands.add_file, item=seen, name="a.txt", data=b"Nota", **acts),
        refused(commands.enter_room, item=seen, present=[], **acts),
        refused(commands.enter_decision, item=seen, texts=words, **acts),
        refused(commands.declare_outcome, actor=cast.actor(CHAIR), item=seen, present=[], at=NOW),
        refused(commands.make_commitment, meeting=meeting, texts=words, item=seen, party="XA", **acts),
        refused(commands.save_minutes, meeting=meeting, item=seen, language="es", markdown="Algo.", base=0, **acts),
        refused(point, meeting=meeting, item=seen, passage="", **acts),
    ]
    assert set(told) == {"item_is_struck"}
    assert Line.objects.filter(act=Act.ITEM_STRUCK).count() == 1
    assert Paper.objects.get() == paper


def test_a_document_is_taken_away_once(cast, text):
    paper = commands.add_paper(actor=cast.secretariat, item=first_item(convened(cast)), source=text, at=NOW)
    act = {"actor": cast.secretariat, "paper": Paper.objects.select_related("item").get(key=paper.key), "at": NOW}
    commands.remove_paper(**{**act, "paper": Paper.objects.select_related("item").get(key=paper.key)})
    assert refused(commands.remove_paper, **act) == "stale"
    assert Line.objects.filter(act=Act.PAPER_REMOVED).count() == 1


def test_an_item_that_is_saved_keeps_its_adoption_unless_it_is_taken_from_it(cast, bound):
    was = bound.procedure_id
    change(cast, bound)
    assert (Item.objects.get(key=bound.key).procedure_id, Item.objects.get(key=bound.key).kind) == (was, "adoption")
    change(cast, bound, procedure="")
    assert (Item.objects.get(key=bound.key).procedure_id, Item.objects.get(key=bound.key).kind) == (None, "discussion")


def test_the_page_of_an_item_keeps_an_adoption_that_waits_no_more(cast, bound):
    withdraw_proposal(actor=cast.secretariat, procedure=bound.procedure, reason="Sobra.", at=NOW)
    page = cast.client(SEC).get(reverse("meetings:item", args=[bound.key])).content.decode()
    assert f'value="{bound.procedure_id}" selected' in page
    assert save(cast, bound, procedure=bound.procedure_id).status_code == 302
    assert Item.objects.get(key=bound.key).procedure_id == bound.procedure_id
    assert save(cast, bound, procedure="").status_code == 302
    assert Item.objects.get(key=bound.key).procedure_id is None


def test_a_text_that_was_adopted_stays_on_the_agenda_and_bound(cast, bound):
    adopt(cast, bound)
    assert refused(strike, cast, bound) == "adopted_here"
    assert refused(change, cast, bound, procedure="") == "adopted_here"
    page = cast.client(SEC).get(reverse("meetings:item", args=[bound.key])).content.decode()
    assert 'name="procedure"' not in page
    assert save(cast, bound).status_code == 302
    row = Item.objects.get(key=bound.key)
    assert (row.procedure_id, row.title["es"]) == (bound.procedure_id, "Otro título")


def test_an_item_whose_text_was_adopted_elsewhere_can_be_struck(cast, bound):
    other = add(cast, convened(cast, number=15), "La misma", procedure=bound.procedure_id)
    adopt(cast, bound)
    strike(cast, other)
    assert Item.objects.get(key=other.key).struck_at == NOW
