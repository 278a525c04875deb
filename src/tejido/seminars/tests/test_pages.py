"""The pages of seminars: what each of them says to whom, and what it costs to say it."""

from datetime import date, timedelta
from decimal import Decimal

import icalendar
import pytest

from cast import NOW, SOURCE
from counting import queries_of
from tejido.ledger.actors import CONSOLE
from tejido.registry.commands import enter_event
from tejido.seminars import commands
from tejido.seminars.models import Cycle, Seminar, Task
from tejido.seminars.queries import budget_of
from tejido.seminars.rules import Duty, Money
from tejido.seminars.tabs import seminar_tabs

from .doings import ALDEA, BRISA, SEC, again, announced, begin, prepare, revise

DAY = timedelta(days=1)
PLANNED = {
    "part": "2", "since": "2027-08-02", "until": "2027-08-06", "zone": "America/Asuncion", "place_es": "Otra parte",
    "languages": ["es"],
}  # fmt: skip  # one form


@pytest.fixture(autouse=True)
def _now(at_now):
    """Views read the clock of the cast."""


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client, address, **values):
    """Where an act leads."""
    answer = client.post(address, values)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer["Location"]


def past(cast, cycle, part, since):
    event = enter_event(
        actor=CONSOLE, title={"en": f"Seminar {since}"}, kind="seminar", since=since, source=SOURCE, at=NOW,
        says={"en": "Only the month is given."},
    )  # fmt: skip  # one act, read as one
    return commands.enter_past_seminar(actor=CONSOLE, cycle=cycle, event=event, part=part, at=NOW)


def test_from_a_cycle_to_an_announced_seminar_by_forms(cast, text):
    client = cast.client(SEC)
    assert "No seminar yet" in page(client, "/seminars/")
    cycle = sent(client, "/cycles/new/", number="1", title_es="Ciclo", text=text.key)
    assert "No part yet" in page(client, cycle)
    sent(client, f"{cycle}descriptions/", number="2", title_es="Ciclo", text=text.key)
    assert Cycle.objects.get().number == 2
    sent(client, f"{cycle}structures/", title="Estructura del seminario")
    assert Cycle.objects.get().structure.title == {"es": "Estructura del seminario"}
    seminar = sent(client, f"{cycle}seminars/new/", **PLANNED)
    assert "nobody but the secretariat" in page(client, seminar)
    sent(client, f"{seminar}details/", **{**PLANNED, "since": "2027-08-03"})
    sent(client, f"{seminar}announcements/", words="Se anuncia")
    assert "Se anuncia" in page(cast.client(BRISA), seminar)
    unsaid = client.post(f"{seminar}details/", PLANNED)
    assert unsaid.status_code == 422
    sent(client, f"{seminar}details/", **PLANNED, reason="Obras")
    assert "Obras" in page(cast.client(BRISA), seminar)
    assert "the first day" in page(cast.client(BRISA), seminar)


def test_a_newer_state_is_said_and_taken_by_one_act_and_readers_are_not_asked(cast, text):
    seminar = announced(cast, begin(cast, text=text))
    newer = revise(cast, text)
    address = f"/seminars/{seminar.key}/"
    assert "A newer state exists: Revision 2." in page(cast.client(SEC), address)
    reader = page(cast.client(ALDEA), address)
    assert "A newer state exists: Revision 2." in reader
    assert "takings" not in reader
    sent(cast.client(SEC), f"{address}takings/", which="text", revision=newer.key)
    assert again(seminar).revision == newer
    assert "A newer state exists" not in page(cast.client(SEC), address)
    assert cast.client(SEC).post(f"{address}takings/", {"which": "text", "revision": "no"}).status_code == 404


def test_a_past_seminar_is_told_as_exactly_as_its_source_and_also_to_the_public(cast, client):
    cycle = begin(cast)
    row = past(cast, cycle, 1, "2013-06")
    for found in (
        page(client, "/seminars/"),
        page(client, f"/cycles/{cycle.key}/"),
        page(client, f"/seminars/{row.key}/"),
    ):
        assert "2013" in found
        assert "No se conoce el día" in found
    assert SOURCE in page(client, f"/seminars/{row.key}/")
    inside = page(cast.client(ALDEA), f"/seminars/{row.key}/")
    assert SOURCE in inside
    assert "Checklist" not in inside


def test_an_entry_of_the_register_enters_a_cycle_by_a_form(cast):
    cycle, client = begin(cast), cast.client(SEC)
    event = enter_event(actor=CONSOLE, title={"en": "S"}, kind="seminar", since="2014", source=SOURCE, at=NOW)
    address = f"/cycles/{cycle.key}/past/"
    assert event.key in page(client, address)
    sent(client, address, part="1", event=event.key)
    assert Seminar.objects.get().event == event
    assert "Every seminar of the register stands in a cycle" in page(client, address)


def test_a_seminar_shown_to_everybody_tells_when_and_where_and_neither_places_nor_acts(cast, client):
    seminar = announced(cast)
    address = f"/seminars/{seminar.key}/"
    page(client, address, 404)
    sent(cast.client(SEC), f"{address}releases/")
    found = page(client, address)
    assert "Sitio de memoria" in found
    assert "Se anuncia" not in found
    assert address in page(client, "/seminars/")
    sent(cast.client(SEC), f"{address}withdrawals/")
    page(client, address, 404)


def test_its_days_go_into_a_calendar_as_days_and_are_taken_back_where_it_is_cancelled(cast, client):
    seminar = announced(cast)
    address = f"/seminars/{seminar.key}/seminar.ics"

    def event(visitor):
        (made,) = icalendar.Calendar.from_ical(visitor.get(address).content).walk("VEVENT")
        return made

    assert client.get(address).status_code == 404
    commands.release_seminar(actor=cast.secretariat, seminar=seminar, at=NOW)
    for visitor in (client, cast.client(BRISA)):
        assert event(visitor)["dtstart"].dt == date(2027, 5, 3)
        assert event(visitor)["dtend"].dt == date(2027, 5, 8)
    commands.cancel_seminar(actor=cast.secretariat, seminar=seminar, reason="No", language="es", at=NOW)
    assert event(client)["status"] == "CANCELLED"
    assert event(client)["sequence"] == 2
    old = past(cast, seminar.cycle, 9, "2015-05-25")
    assert client.get(f"/seminars/{old.key}/seminar.ics").status_code == 404


def test_it_is_held_or_cancelled_from_its_page(cast, at_now):
    cycle = begin(cast)
    held, off = announced(cast, cycle), announced(cast, cycle, part=2)
    sent(cast.client(SEC), f"/seminars/{off.key}/cancellations/", reason="Nadie puede")
    assert "Nadie puede" in page(cast.client(BRISA), f"/seminars/{off.key}/")
    at_now(NOW + 64 * DAY)
    sent(cast.client(SEC), f"/seminars/{held.key}/completions/")
    assert "Held" in page(cast.client(BRISA), f"/seminars/{held.key}/")
    untold = prepare(cast, cycle, part=3)
    assert "Give the seminar up" in page(cast.client(SEC), f"/seminars/{untold.key}/cancellations/")
    sent(cast.client(SEC), f"/seminars/{untold.key}/cancellations/", reason="No")


def test_the_budget_is_kept_line_by_line_and_read_by_whom_it_is_for(cast):
    seminar, client = announced(cast), cast.client(SEC)
    address = f"/seminars/{seminar.key}/budget/"
    assert "No line yet" in page(client, address)
    money = {"what_en": "Interpretation", "amount": "1200.50", "currency": "usd", "cover": "open"}
    assert client.post(address, {**money, "currency": "us"}).status_code == 422
    sent(client, address, **money)
    found = page(cast.client(ALDEA), address)
    assert "1,200.50" in found
    assert "A further line" not in found
    assert "Budget" not in page(cast.client(BRISA), f"/seminars/{seminar.key}/")
    page(cast.client(BRISA), address, 404)
    sent(client, f"{address}releases/")
    assert "1,200.50" in page(cast.client(BRISA), address)
    sent(client, f"{address}withdrawals/")
    line = budget_of(seminar)[0].key
    sent(client, f"{address}{line}/", **{**money, "amount": "7"})
    assert "7.00" in page(client, address)
    assert "Strike it" in page(client, f"{address}{line}/")
    sent(client, f"{address}{line}/strikings/")
    assert "No line yet" in page(client, address)


def test_the_checklist_is_kept_done_and_taken_over_by_forms(cast, at_now):
    seminar, client = announced(cast), cast.client(SEC)
    address = f"/seminars/{seminar.key}/checklist/"
    assert "Nothing to do yet" in page(client, address)
    duty = {"what_en": "Send the call", "days": "10", "side": "before", "anchor": "since", "responsible": "host"}
    sent(client, address, **duty)
    task = Task.objects.get()
    assert task.days == -10
    at_now(NOW + 60 * DAY)
    found = page(cast.client(ALDEA), address)
    assert "overdue" in found
    assert "10 days before the first day" in found
    sent(cast.client(ALDEA), f"{address}{task.key}/doings/", note="Sent")
    client = cast.client(SEC)  # the first one was idle for two months
    assert "Sent" in page(client, address)
    sent(client, f"{address}{task.key}/reopenings/")
    sent(client, f"{address}{task.key}/", **{**duty, "side": "after"})
    assert Task.objects.get().days == 10
    sent(client, f"{address}{task.key}/strikings/")
    assert "No task yet" in page(client, "/seminars/checklist/")
    sent(client, "/seminars/checklist/", **duty)
    assert "1 task that is not here" in page(client, address)
    sent(client, f"{address}takings/")
    common = Task.objects.get(struck_at=None).template_id
    assert "Send the call" in page(client, "/seminars/checklist/")
    sent(client, f"/seminars/checklist/{common}/strikings/")


def test_a_seminar_and_a_cycle_are_prepared_after_others_by_forms(cast):
    seminar, client = announced(cast), cast.client(SEC)
    assert "do not" in page(client, f"/seminars/{seminar.key}/copies/")
    made = sent(client, f"/seminars/{seminar.key}/copies/", cycle=seminar.cycle_id, part="2", first="2027-10-04")
    assert "2027-10-04" in page(client, made)
    cycle = sent(client, f"/cycles/{seminar.cycle_id}/copies/", number="2", title_en="Next", first="2028-05-01")
    found = page(client, cycle)
    assert "2028-05-01" in found
    assert "2028-10-02" in found
    empty = begin(cast, number=5)
    page(client, f"/cycles/{empty.key}/copies/", 404)


@pytest.mark.parametrize("address", ["/seminars/", "{cycle}", "{seminar}", "{seminar}budget/", "{seminar}checklist/"])
def test_a_page_costs_the_same_however_much_stands_on_it(cast, text, address):
    cycle = begin(cast, text=text)
    seminar = announced(cast, cycle)
    _fill(cast, cycle, seminar, 1)
    client = cast.client(SEC)
    where = address.format(cycle=f"/cycles/{cycle.key}/", seminar=f"/seminars/{seminar.key}/")
    page(client, where)
    one = queries_of(lambda: page(client, where))
    for number in (2, 3):
        _fill(cast, begin(cast, number=number + 1), seminar, number)
        announced(cast, cycle, part=number)
    past(cast, cycle, 9, "2012")
    assert queries_of(lambda: page(client, where)) == one


def _fill(cast, cycle, seminar, number):
    """A past part, a line and a task."""
    past(cast, cycle, 10 + number, f"201{number}")
    money = Money({"en": "X"}, Decimal(number), "USD", "open", "", None)
    commands.enter_line(actor=cast.secretariat, seminar=seminar, money=money, at=NOW)
    duty = Duty({"en": "X"}, "since", -number, "secretariat")
    commands.add_task(actor=cast.secretariat, seminar=seminar, duty=duty, at=NOW)


CANARY = "CANARIO-PREPARACION"


def test_nothing_of_a_seminar_in_preparation_and_of_a_budget_reaches_another_seat(cast, client):
    """In pages, on the desk with its latest happenings, in search and on public pages."""
    cycle = begin(cast, title={"es": f"{CANARY} ciclo"})
    untold = prepare(cast, cycle, title={"es": f"{CANARY} título"}, place={"es": f"{CANARY} lugar"})
    told = announced(cast, begin(cast, number=2))
    commands.release_seminar(actor=cast.secretariat, seminar=told, at=NOW)
    money = Money({"es": f"{CANARY} costo"}, Decimal("98765.43"), "USD", "asked", f"{CANARY} pagador", None)
    for row in (untold, told):
        commands.enter_line(actor=cast.secretariat, seminar=row, money=money, at=NOW)
    duty = Duty({"es": f"{CANARY} tarea"}, "since", -10, "secretariat")
    commands.add_task(actor=cast.secretariat, seminar=told, duty=duty, at=NOW)
    commands.add_template_task(actor=cast.secretariat, duty=duty, at=NOW)
    places = ("/", "/desk/", "/memory/", "/seminars/", f"/seminars/{told.key}/", f"/cycles/{told.cycle_id}/", "/past/")
    for who in (BRISA, "network/observer", ""):
        visitor = cast.client(who) if who else client
        for place in (*places, "/search/?q=lugar", "/es/", "/es/feed.xml"):
            found = visitor.get(place).content.decode()
            assert CANARY not in found, (who, place)
            assert "98765" not in found.replace(",", "").replace(".", "")
            assert untold.key not in found
        for place in (f"/seminars/{untold.key}/", f"/cycles/{cycle.key}/", f"/seminars/{told.key}/checklist/"):
            assert visitor.get(place).status_code == 404
    assert CANARY in page(cast.client(SEC), "/seminars/")
    assert CANARY in page(cast.client(ALDEA), f"/seminars/{told.key}/budget/")


@pytest.mark.parametrize(
    ("below", "label"),
    [
        ("", "The seminar"),
        ("budget/", "Budget"),
        ("lessons/sections/", "What we learned"),
        ("trace/", "What we learned"),
    ],
)
def test_a_page_of_a_seminar_is_marked_also_from_the_pages_below_and_beside_it(cast, below, label):
    seminar = announced(cast)
    tabs = seminar_tabs(cast.secretariat, seminar, f"/seminars/{seminar.key}/{below}")
    assert [str(tab.label) for tab in tabs if tab.is_current] == [label]
