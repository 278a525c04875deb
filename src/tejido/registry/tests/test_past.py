"""The dated past: each fact with its source and grade, what is missing computed and never filled, and entries that are
corrected and never changed.
"""

from datetime import date

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cast import NOW, SOURCE
from counting import queries_of
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as LedgerNo
from tejido.ledger.refusals import Refused
from tejido.registry.commands import correct_event, enter_event
from tejido.registry.models import Event
from tejido.registry.names import Act, No
from tejido.registry.queries import Unknown, past, past_meetings
from tejido.registry.queries.past import number_of, roman

pytestmark = pytest.mark.django_db
SECRETARIAT = "network/secretariat"
FORM = {
    "kind": "meeting", "number": "VII", "since": "2016-11-28", "until": "2016-11-29", "name_es": "VII Reunión",
    "place_es": "Quito", "source": SOURCE, "grade": "A",
}  # fmt: skip  # one table, read as one


def met(since: str, number: str = "", **values: object) -> Event:
    kept = {"title": {"es": f"{number} Reunión"}, "kind": "meeting", "source": SOURCE, **values}
    return enter_event(actor=CONSOLE, at=NOW, since=since, number=number, **kept)


def test_an_event_is_kept_with_its_source_as_exactly_as_the_source_dates_it():
    for since in ("2013", "2012-03-18"):
        enter_event(actor=CONSOLE, at=NOW, title={"es": "Seminario"}, kind="seminar", since=since, source=SOURCE)
    assert [(line.event.since, line.event.source) for line in past()] == [("2012-03-18", SOURCE), ("2013", SOURCE)]
    found = [line.facts["since"] for line in Line.objects.filter(act=Act.EVENT_ENTERED)]
    assert sorted(found) == ["2012-03-18", "2013"]


def test_meetings_that_are_not_known_stay_unknown():
    for since, number in (("2016-11-28", "VII"), ("2017-10-16", "VIII"), ("2019-10-28", "X"), ("2022-10-26", "XIII")):
        met(since, number)
    shown = past_meetings(past(), date(2026, 11, 25))
    assert [line for line in shown if isinstance(line, Unknown)] == [
        Unknown("I", "VI"), Unknown("IX", "IX"), Unknown("XI", "XII"), Unknown("2023", "2026", is_years=True),
    ]  # fmt: skip  # one table, read as one
    assert [place for place, line in enumerate(shown) if isinstance(line, Unknown)] == [0, 3, 5, 7]


def test_nothing_is_missing_where_nothing_is_known_or_the_last_meeting_was_this_year():
    assert past_meetings(past(), date(2026, 1, 1)) == []
    met("2026-03")
    assert [line for line in past_meetings(past(), date(2026, 11, 25)) if isinstance(line, Unknown)] == []


@given(st.integers(1, 39))
def test_a_numeral_is_read_as_it_is_written(number):
    assert number_of(roman(number)) == number


@pytest.mark.parametrize("word", ["", "IIII", "XL", "vii", "14"])
def test_what_is_no_numeral_is_no_number(word):
    assert number_of(word) == 0


def test_a_corrected_entry_stays_readable_under_the_one_that_stands():
    wrong = met("2016-11-28", "VI")
    kept = {"title": {"es": "VII Reunión"}, "kind": "meeting", "since": "2016-11-28", "source": SOURCE}
    right = correct_event(actor=CONSOLE, event=wrong, reason="Número", at=NOW, number="VII", **kept)
    (line,) = past()
    assert (line.event, line.earlier) == (right, (wrong,))
    facts = Line.objects.get(act=Act.EVENT_CORRECTED).facts
    assert facts == {"since": "2016-11-28", "corrects": wrong.key}
    with pytest.raises(Refused) as refused:
        correct_event(actor=CONSOLE, event=wrong, reason="Otra vez", at=NOW, number="VIII", **kept)
    assert refused.value.refusal.code == No.ENTRY_CORRECTED


@pytest.mark.parametrize("who", ["XA/focal_point", "network/chair"])
def test_only_the_secretariat_enters_and_corrects_the_past(cast, who):
    kept = {"title": {"es": "x"}, "kind": "meeting", "since": "2016", "source": SOURCE}
    event = met("2016", "VII")
    for call in (
        lambda: enter_event(actor=cast.actor(who), at=NOW, **kept),
        lambda: correct_event(actor=cast.actor(who), event=event, reason="x", at=NOW, **kept),
    ):
        with pytest.raises(Refused) as refused:
            call()
        assert refused.value.refusal.code == LedgerNo.NOT_YOURS


def test_the_past_is_public_with_source_grade_and_what_was_concluded():
    met("2021-10-21", "XII", inferred=["year"], grade="A", place={"es": "A distancia"}, says={"es": "Doce países."})
    said = Client(headers={"accept-language": "en"}).get("/past/").content.decode()
    for words in (
        SOURCE,
        "A distancia",
        "Doce países.",
        "Inferred: the year",
        "Primary source",
        "Meetings I to XI: not known",
    ):
        assert words in said
    assert "/past/new/" not in said


def test_the_secretariat_enters_an_event_and_corrects_it_in_the_browser(cast):
    client = cast.client(SECRETARIAT)
    assert client.get("/past/new/").status_code == 200
    assert client.post("/past/new/", {**FORM, "inferred": ["number"]}).url == "/past/"
    event = Event.objects.get()
    assert (event.number, event.place, event.inferred, event.grade) == ("VII", {"es": "Quito"}, ["number"], "A")
    page = client.get(f"/past/{event.key}/corrections/").content.decode()
    assert 'value="2016-11-28"' in page
    sent = {**FORM, "until": "2016-11-30", "reason": "El último día era otro."}
    assert client.post(f"/past/{event.key}/corrections/", sent).url == "/past/"
    said = client.get("/past/").content.decode()
    assert "El último día era otro." in said
    assert "Earlier entry" in said
    assert client.post(f"/past/{event.key}/corrections/", sent).status_code == 409
    assert client.get("/past/unknown/corrections/").status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"since": "mayo"}, {"since": "2016-13"}, {"since": "2016-11-31"}, {"since": "2016-W48-1"},
              {"until": "2016-11-27"}, {"until": "2016-10"}, {"source": ""}, {"number": "7"},
              {"name_es": ""}, {"kind": "party"}]
)  # fmt: skip  # one table, read as one
def test_an_entry_without_what_is_needed_is_asked_again_and_keeps_what_was_typed(cast, wrong):
    answer = cast.client(SECRETARIAT).post("/past/new/", {**FORM, **wrong})
    assert (answer.status_code, Event.objects.count()) == (422, 0)
    assert "Quito" in answer.content.decode()


def test_an_event_may_end_in_the_year_or_month_in_which_it_begins(cast):
    for until in ("2016", "2016-11"):
        assert cast.client(SECRETARIAT).post("/past/new/", {**FORM, "until": until}).status_code == 302


def test_an_entry_that_is_in_no_calendar_takes_no_page_down(cast):
    met("2013-02-31", "I", until="2013-13")
    met("2013", "II", until="2013")
    for address in ("/past/", "/es/", "/es/meetings/"):
        assert Client().get(address, follow=True).status_code == 200
    assert "2013-02-31" in Client().get("/past/").content.decode()


def test_the_past_costs_the_same_however_long_it_is():
    met("2016", "I")
    short = queries_of(lambda: Client().get("/past/"))
    met("2017", "II")
    met("2018", "III")
    assert queries_of(lambda: Client().get("/past/")) == short
