"""The pages of indicators: what a member sees of its own, what others see, and a sheet that goes out and comes back."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import NOW, seen
from tejido.engine.measure import Share, Step, YesNo
from tejido.figures.tests import doings as counts
from tejido.formats.sheet import Sheet, read, write_xlsx
from tejido.indicators import commands
from tejido.indicators.jobs import run_due
from tejido.indicators.models import Indicator, Milestone, Value
from tejido.indicators.names import Audience, Counting, Frequency, Kind
from tejido.indicators.queries import overview
from tejido.indicators.sheets import sheets_of
from tejido.people.models import Letter

from .doings import (
    FOCAL_POINT,
    JUSTICE,
    OTHER,
    SECRETARIAT,
    TODAY,
    correct,
    define,
    initiative,
    milestone,
    n,
    question,
    release,
    report,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(at_now):
    """It is NOW on every page."""


def page(cast, who, name, *keys, **query):
    return cast.client(who).get(reverse(f"indicators:{name}", args=keys), query)


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def post(cast, who, name, *keys, **sent):
    return cast.client(who).post(reverse(f"indicators:{name}", args=keys), sent)


DEFINED = {
    "name_es": "Personas", "language": "es", "kind": "number", "frequency": "quarter", "counting": "adding",
    "since": "2026-01-01", "direction": "up", "target": "1.000,5", "divide_1": "sex", "divide_2": "province",
    "categories_2": "Norte\nSur", "overlap_2": "on", "says": "Quienes terminan.", "unit_es": "personas",
}  # fmt: skip  # one row of a table, read as one


def test_an_indicator_is_defined_on_a_page_and_changed_there(cast):
    programme = initiative(cast)
    assert "Una iniciativa" in words(page(cast, FOCAL_POINT, "new", initiative=programme.key))
    assert post(cast, FOCAL_POINT, "new", **DEFINED, initiative=programme.key).status_code == 302
    row = Indicator.objects.get()
    assert (row.target, row.initiative, row.unit) == ({"number": "1000.5"}, programme, {"es": "personas"})
    assert [c["code"] for c in row.dimensions[1]["categories"]] == ["norte", "sur"]
    assert [d["exhaustive"] for d in row.dimensions] == [True, False]
    shown = page(cast, FOCAL_POINT, "definition", row.key).context["form"].initial
    assert (shown["target"], shown["categories_2"]) == ("1000.5", "Norte\nSur")
    report(cast, row)
    changed = {**DEFINED, "name_es": "Otras", "kind": "yes_no", "seen": seen(row)}
    assert post(cast, FOCAL_POINT, "definition", row.key, **changed).status_code == 302
    row.refresh_from_db()
    assert (row.name, row.kind, row.dimensions[0]["code"]) == ({"es": "Otras"}, "number", "sex")


def test_a_question_that_was_answered_is_translated_on_its_page_and_not_reworded(cast):
    row = question(cast, says={"es": "Quienes terminan."})
    report(cast, row)
    assert "The words can be added in another language" in words(page(cast, SECRETARIAT, "definition", row.key))
    sent = {"name_es": "Personas formadas", "name_en": "Persons trained", "name_pt": "Pessoas formadas"}
    asked = {"language": "pt", "says": "Quem termina.", "direction": "up"}
    assert post(cast, SECRETARIAT, "definition", row.key, **sent, **asked, seen=seen(row)).status_code == 302
    row.refresh_from_db()
    assert (row.name["pt"], row.says) == ("Pessoas formadas", {"es": "Quienes terminan.", "pt": "Quem termina."})
    post(cast, SECRETARIAT, "definition", row.key, **sent | {"name_es": "Otras"}, **asked, seen=seen(row))
    row.refresh_from_db()
    assert row.name["es"] == "Personas formadas"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"target": "1.000"}, "can be read as 1000 or as 1.000"),
        ({"target": "muchas"}, "is no number"),
        ({"categories_2": ""}, "Write at least two categories"),
        ({"name_es": ""}, "Write it in at least one language"),
    ],
)
def test_what_cannot_be_defined_is_said_at_its_field(cast, sent, said):
    answer = post(cast, FOCAL_POINT, "new", **DEFINED | sent)
    assert (answer.status_code, said in words(answer)) == (422, True)


def test_scales_percentages_and_yes_or_no_are_defined_and_typed(cast):
    share = {"kind": "share", "target": "75 %", "divide_1": "", "divide_2": "", "counting": "each"}
    scale = {**share, "kind": "scale", "steps": "Nada\nAlgo\nTodo", "target": "Algo"}
    for sent in (share, scale, {**share, "kind": "yes_no", "target": "sí"}):
        assert post(cast, FOCAL_POINT, "new", **DEFINED | sent).status_code == 302
    rows = {row.kind: row for row in Indicator.objects.all()}
    assert rows["share"].target == {"part": "75", "whole": "100"}
    typed = {"source": "Registro", "share": {"whole": "3", "whole/of": "4"}, "scale": {"whole": "2"}}
    for kind in ("share", "scale"):
        sent = {"source": "Registro", **typed[kind]}
        assert post(cast, FOCAL_POINT, "report", rows[kind].key, "2026-Q1", **sent).status_code == 302
    assert post(cast, FOCAL_POINT, "report", rows["yes_no"].key, "2026-Q1", whole="no", source="R").status_code == 302
    said = words(page(cast, FOCAL_POINT, "home"))
    assert all(part in said for part in ("75 % (3 of 4)", "target reached", "Algo, Q1 2026", "No, Q1 2026"))
    for kind, row in rows.items():
        again = page(cast, FOCAL_POINT, "report", row.key, "2026-Q1")
        assert again.status_code == 200, kind
        initial = page(cast, FOCAL_POINT, "definition", row.key).context["form"].initial
        assert initial["target"] == {"share": "75", "scale": "2", "yes_no": "yes"}[kind]


def test_a_value_is_reported_with_its_parts_and_corrected_with_a_reason(cast):
    row = define(cast)
    sent = {"whole": "1.234,5", "sex:women": "1000", "source": "Registro"}
    assert post(cast, FOCAL_POINT, "report", row.key, "2026-Q1", **sent).status_code == 302
    value = Value.objects.get()
    assert (value.value, value.parts) == ({"number": "1234.5"}, {"sex:women": {"number": "1000"}})
    form = page(cast, FOCAL_POINT, "report", row.key, "2026-Q1").context["form"]
    assert (form.initial["whole"], form.initial["seen"]) == ("1234.5", value.key)
    again = {**sent, "whole": "1300", "seen": value.key, "because": "Se contó de nuevo"}
    assert post(cast, FOCAL_POINT, "report", row.key, "2026-Q1", **again).status_code == 302
    said = words(page(cast, FOCAL_POINT, "indicator", row.key))
    assert all(part in said for part in ("1,300 persons", "Former values", "1,234.5 persons", "Se contó de nuevo"))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"whole": "1.234"}, "can be read as 1234 or as 1.234"),
        ({"whole": "10", "sex:women": "11"}, "Sex: Women is more than the whole"),
        ({"whole": "10", "sex:women": "1", "sex:men": "2"}, "all parts by Sex together are less than the whole"),
        ({"whole": "10", "sex:women": "muchas"}, "is no number"),
        ({"whole": ""}, "required"),
    ],
)
def test_what_is_no_value_is_said_at_its_field_and_nothing_is_reported(cast, sent, said):
    answer = post(cast, FOCAL_POINT, "report", define(cast).key, "2026-Q1", source="Registro", **sent)
    assert (answer.status_code, said in words(answer)) == (422, True)
    assert not Value.objects.exists()


def test_a_gap_stays_a_gap_in_the_chart_and_is_named(cast):
    row = define(cast, baseline={"number": "5"}, target={"number": "40"})
    report(cast, row, "2026-Q1", 10)
    report(cast, row, "2026-Q3", 30)
    said = words(page(cast, FOCAL_POINT, "indicator", row.key))
    assert '<path d="M' in said
    assert said.count('class="line line-0"') == 0  # no two neighbours: nothing to draw a line between
    assert said.count('class="dot dot-0"') == 2
    assert "Q2 2026: no value" in said
    assert "No value for 2 periods: Q2 2026, Q4 2026" in said
    assert 'class="level target"' in said


def test_what_adds_up_says_how_much_of_it_is_missing(cast):
    row = define(cast, counting=Counting.ADDING, baseline={"number": "5"}, target={"number": "100"})
    report(cast, row, "2026-Q1", 10)
    report(cast, row, "2026-Q3", 40)
    said = words(page(cast, FOCAL_POINT, "indicator", row.key))
    assert "50 persons so far; 3 periods are missing and not estimated." in said
    assert "50 % of the way to the target" in said.lower()
    assert 'class="level target"' not in said
    whole = define(cast, counting=Counting.ADDING, frequency=Frequency.YEAR)
    report(cast, whole, "2026", 10)
    report(cast, whole, "2027", 10)
    assert "20 persons until 2027" in words(page(cast, FOCAL_POINT, "home"))


def test_others_read_what_was_released_as_it_was_released(cast):
    row = define(cast, target={"number": "77777"}, initiative=initiative(cast))
    value = report(cast, row, "2026-Q1", 10)
    assert page(cast, OTHER, "indicator", row.key).status_code == 404
    release(cast, value)
    correct(cast, value, 4242)
    report(cast, row, "2026-Q3", 31313)
    commands.change_indicator(
        actor=cast.actor(FOCAL_POINT), indicator=row, seen=seen(row), at=NOW, name={"es": "Nombre nuevo"}
    )
    said = words(page(cast, OTHER, "indicator", row.key))
    assert "10 persons" in said
    assert not [
        part for part in ("4242", "4,242", "31,313", "77,777", "Nombre nuevo", "Una iniciativa") if part in said
    ]
    assert "Persons trained" in words(page(cast, OTHER, "home"))
    own = words(page(cast, FOCAL_POINT, "indicator", row.key))
    assert "Others still read the former value: 10 persons" in own


def test_why_a_value_was_corrected_its_own_member_alone_reads(cast, client):
    value = correct(cast, report(cast, define(cast), "2026-Q1", 10), because="Faltaba un cuartel", note="Sin Chaco")
    release(cast, value, Audience.PUBLIC)
    here = reverse("indicators:indicator", args=[value.indicator_id])
    for answer in (page(cast, OTHER, "indicator", value.indicator_id), client.get(here)):
        assert "Sin Chaco" in words(answer)
        assert "Faltaba un cuartel" not in words(answer)
    own = words(page(cast, FOCAL_POINT, "indicator", value.indicator_id))
    assert "Corrected: Faltaba un cuartel" in own
    assert "its source and its note" in own


def test_the_public_reads_what_was_released_to_everybody(cast, client):
    value = report(cast, define(cast), "2026-Q1", 10)
    release(cast, value)
    here = reverse("indicators:indicator", args=[value.indicator_id])
    assert (client.get(here).status_code, "Personas formadas" in words(client.get("/indicators/"))) == (404, False)
    release(cast, value, Audience.PUBLIC)
    assert "10 personas" in words(client.get(here))
    asked = report(cast, question(cast, target={"number": "77777"}), "2026-Q1", 20)
    there = reverse("indicators:indicator", args=[asked.indicator_id])
    assert client.get(there).status_code == 404
    release(cast, asked, Audience.PUBLIC)
    assert "77.777" not in words(client.get(there)).replace("\xa0", ".")
    assert "77,777" in words(page(cast, SECRETARIAT, "indicator", asked.indicator_id))
    assert client.get(reverse("indicators:together", args=[asked.indicator_id])).status_code == 404


def test_a_question_says_how_many_released_and_names_who_is_missing(cast):
    row = question(cast)
    for who, amount in ((FOCAL_POINT, 10), (OTHER, 32)):
        value = report(cast, row, "2026-Q4", amount, who, parts={"sex:women": n(4)})
        release(cast, value, who=who)
    report(cast, row, "2026-Q3", 99)
    said = words(page(cast, SECRETARIAT, "together", row.key))
    assert "42 persons</strong>. 2 of 3 members released a value. Missing: Cumbre." in said
    assert "Sex: Women: 8 persons" in said
    assert "99" not in said.partition("<main")[2]
    assert "0 of 3 members released a value." in said


def test_answers_that_do_not_add_up_are_counted_and_say_why(cast):
    ratified = question(cast, kind=Kind.YES_NO, dimensions=[], unit={})
    release(cast, report(cast, ratified, "2026-Q4", value=YesNo(True)))
    scale = question(cast, kind=Kind.SCALE, dimensions=[], steps=[{"es": "Nada"}, {"es": "Todo"}])
    release(cast, report(cast, scale, "2026-Q4", value=Step(2)))
    days = question(cast, is_added=False)
    release(cast, report(cast, days, "2026-Q4"))
    assert "Yes: 1" in words(page(cast, OTHER, "together", ratified.key))
    assert "Todo: 1" in words(page(cast, OTHER, "together", scale.key))
    assert "values of several members do not add up" in words(page(cast, OTHER, "together", days.key))


def test_a_seat_of_the_network_has_no_values_and_reads_the_question(cast):
    row = question(cast)
    said = words(page(cast, SECRETARIAT, "indicator", row.key))
    assert ("Change the definition" in said, "Report the value" in said) == (True, False)
    assert "Ask every member" in words(page(cast, SECRETARIAT, "home"))


## Releases, files and endings


def test_a_value_is_released_and_withdrawn_from_its_page(cast):
    value = report(cast, define(cast))
    assert post(cast, FOCAL_POINT, "releases", value.key, audience="nobody").status_code == 302
    assert page(cast, OTHER, "indicator", value.indicator_id).status_code == 404
    assert 'name="seen" value="' in words(page(cast, FOCAL_POINT, "indicator", value.indicator_id))
    seen = page(cast, FOCAL_POINT, "indicator", value.indicator_id).context["definition"]
    post(cast, FOCAL_POINT, "releases", value.key, audience="network")
    assert page(cast, OTHER, "indicator", value.indicator_id).status_code == 404
    assert post(cast, FOCAL_POINT, "releases", value.key, audience="network", seen=seen).status_code == 302
    assert page(cast, OTHER, "indicator", value.indicator_id).status_code == 200
    assert page(cast, OTHER, "file", value.key).status_code == 404
    assert post(cast, FOCAL_POINT, "withdrawals", value.key).status_code == 302
    assert page(cast, OTHER, "indicator", value.indicator_id).status_code == 404


def test_what_is_reported_once_has_one_period(cast):
    row = define(cast, frequency=Frequency.ONCE, until=TODAY)
    release(cast, report(cast, row, "once"))
    assert "At the end" in words(page(cast, OTHER, "indicator", row.key))


def test_months_halves_and_shares_of_nothing_have_words(cast):
    monthly = define(cast, frequency=Frequency.MONTH, kind=Kind.SHARE, dimensions=[], unit={})
    report(cast, monthly, "2026-M03", value=Share(n(0).amount, n(0).amount))
    report(cast, define(cast, frequency=Frequency.HALF), "2026-H2")
    said = words(page(cast, FOCAL_POINT, "home"))
    assert ("0 of 0, March 2026" in said, "H2 2026" in said) == (True, True)


## Milestones


def test_milestones_are_set_reached_and_dropped_on_the_pages_of_an_initiative(cast):
    key = initiative(cast).key
    assert post(cast, FOCAL_POINT, "new_milestone", key, name_es="Primero", by="2027-01-05").status_code == 302
    assert post(cast, FOCAL_POINT, "new_milestone", key, name_es="", by="").status_code == 422
    post(cast, FOCAL_POINT, "new_milestone", key, name_es="Segundo", by="2027-06-05")
    first, second = Milestone.objects.all()
    said = words(page(cast, FOCAL_POINT, "initiative", key))
    assert ("Primero" in said, "overdue" in said) == (True, True)
    assert post(cast, FOCAL_POINT, "milestone", first.key, on="2027-02-01", evidence="Acta 7").status_code == 302
    post(cast, FOCAL_POINT, "droppings", second.key)
    post(cast, FOCAL_POINT, "droppings", second.key, because="Sin fondos")
    said = words(page(cast, JUSTICE, "initiative", key))
    assert all(part in said for part in ("Acta 7", "Sin fondos"))
    assert page(cast, FOCAL_POINT, "evidence_file", first.key).status_code == 404
    assert page(cast, OTHER, "initiative", key).status_code == 404


## Sheets


def rows_of(body: bytes) -> Sheet:
    return next(sheet for sheet in read(body) if sheet.name == "values")


def filled(sheet: Sheet, period: str, value, source="Registro", part="") -> bytes:
    """The sheet with one value typed into it."""
    at = [sheet.header.index(name) for name in ("period", "part", "value", "source")]
    rows = []
    for row in sheet.rows:
        cells = list(row)
        if cells[at[0]] == period and (cells[at[1]] or "") == part:
            cells[at[2]], cells[at[3]] = value, source
        rows.append(tuple(cells))
    return write_xlsx([Sheet("values", sheet.header, tuple(rows))])


def hand_in(cast, body: bytes):
    file = BytesIO(body)
    file.name = "values.xlsx"
    return post(cast, FOCAL_POINT, "sheets", file=file)


def test_a_sheet_goes_out_comes_back_and_is_looked_at_before_it_is_taken_in(cast):
    row = define(cast)
    report(cast, row, "2026-Q1", 10, parts={"sex:women": n("6.5"), "sex:men": n("3.5")})
    sheet = rows_of(page(cast, FOCAL_POINT, "sheet_file").content)
    assert [r[5] for r in sheet.rows[:3]] == [10, 6.5, 3.5]
    looked = cast.client(FOCAL_POINT).get(hand_in(cast, filled(sheet, "2026-Q2", 20))["Location"])
    assert "1 new or changed, 1 as they stand, 0 that cannot be taken in." in words(looked)
    assert Value.objects.count() == 1
    seen = re.search(r'name="seen" value="(\w+)"', looked.content.decode())[1]
    taken = cast.client(FOCAL_POINT).post(looked.wsgi_request.path, {"because": "", "seen": seen})
    assert (taken.status_code, Value.objects.count()) == (302, 2)
    again = cast.client(FOCAL_POINT).get(hand_in(cast, page(cast, FOCAL_POINT, "sheet_file").content)["Location"])
    assert "Nothing in this file is new." in words(again)


def test_what_cannot_be_taken_in_is_told_row_by_row(cast):
    define(cast)
    sheet = rows_of(page(cast, FOCAL_POINT, "sheet_file").content)
    looked = cast.client(FOCAL_POINT).get(hand_in(cast, filled(sheet, "2026-Q2", "1.234"))["Location"])
    said = words(looked)
    assert ("can be read as 1234 or as 1.234" in said, "Take it in" in said) == (True, False)
    strange = write_xlsx([Sheet("v", ("indicator", "period", "value"), (("nadie", "ayer", 3),))])
    assert "is no indicator on which your member reports" in words(
        cast.client(FOCAL_POINT).get(hand_in(cast, strange)["Location"])
    )


def test_another_file_is_no_sheet(cast):
    define(cast)
    for body in (b"\x00\x01", write_xlsx([Sheet("v", ("a", "b"), ((1, 2),))])):
        assert hand_in(cast, body).status_code == 422
    assert "Nothing is measured yet" in words(page(cast, OTHER, "sheets"))


def test_a_sheet_has_the_words_of_a_scale_and_every_kind_of_value(cast):
    scale = define(cast, kind=Kind.SCALE, dimensions=[], steps=[{"es": "Nada"}, {"es": "Todo"}])
    share, yes = define(cast, kind=Kind.SHARE, dimensions=[]), define(cast, kind=Kind.YES_NO, dimensions=[])
    report(cast, scale, value=Step(2))
    report(cast, share, value=Share(n(1).amount, n(4).amount))
    report(cast, yes, value=YesNo(False))
    report(cast, define(cast, dimensions=[]), value=n("123456789012345.5"))
    values, columns = sheets_of(overview(cast.actor(FOCAL_POINT), TODAY))
    found = {(row[5], row[6]) for row in values.rows}
    assert {(2, ""), (1, 4), ("no", ""), ("123456789012345.5", "")} <= found
    assert columns.rows[-1][1] == "1: Nada; 2: Todo"


## What waits, and letters


def test_the_desk_of_who_may_report_says_what_is_due(cast):
    row = define(cast, owner=cast.seats["XA/representative/JUS"])
    milestone(cast, initiative(cast))
    for who in (FOCAL_POINT, JUSTICE):
        said = words(cast.client(who).get("/"))
        assert ("Report the value of an indicator" in said, f"/indicators/{row.key}/periods/2026-Q1/" in said) == (
            True,
        ) * 2
        assert "El primer curso" in said
    for who in ("XA/representative/DEF", OTHER, SECRETARIAT):
        assert "Personas formadas" not in words(cast.client(who).get("/"))


def test_the_owner_is_reminded_once_when_a_period_ends_and_once_when_it_is_overdue(cast):
    row = define(cast, owner=cast.seats["XA/representative/JUS"], frequency=Frequency.YEAR)
    asked = question(cast, frequency=Frequency.YEAR)
    ended, overdue = (datetime(2027, month, 3, 12, tzinfo=UTC) for month in (1, 2))
    assert run_due(datetime(2026, 12, 30, tzinfo=UTC)) == 0
    assert run_due(ended) == 1 + 4  # the owner; the acting seats of the two members that have any
    assert run_due(ended) == 0
    letter = Letter.objects.get(to=cast.account(JUSTICE))
    assert letter.body.endswith(f"/indicators/{row.key}/periods/2026/")
    report(cast, row, "2026")
    report(cast, asked, "2026")
    assert run_due(overdue) == 2
    assert run_due(datetime(2027, 3, 20, tzinfo=UTC)) == 0


## How much is asked of the database


@pytest.mark.parametrize("name", ["home", "sheet_file"])
def test_a_page_asks_as_much_of_the_database_for_three_as_for_one(cast, name):
    def ask() -> int:
        client = cast.client(FOCAL_POINT)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(f"indicators:{name}")).status_code == 200
        return len(queries)

    def more() -> None:
        for row in (define(cast), question(cast)):
            release(cast, report(cast, row))
            report(cast, row, "2026-Q2")
            if row.member is None:
                release(cast, report(cast, row, "2026-Q3", who=OTHER), who=OTHER)

    more()
    one = ask()
    more()
    more()
    assert ask() == one


def test_a_question_asks_as_much_for_three_periods_as_for_one(cast):
    row = question(cast)

    def ask() -> int:
        client = cast.client(OTHER)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("indicators:together", args=[row.key]))
        return len(queries)

    release(cast, report(cast, row, "2026-Q1"))
    one = ask()
    for period in ("2026-Q2", "2026-Q3"):
        release(cast, report(cast, row, period))
    assert ask() == one


def test_a_value_is_taken_from_a_released_count_with_its_source(cast, text):
    group = counts.cohort(cast, text)
    counts.enter(cast, group, {("female", "PY-7"): 9, ("male", "PY-7"): 8})
    yearly = define(cast, frequency=Frequency.YEAR, dimensions=[])
    counts.released(cast, group.space, dimensions=["sex"])
    assert "Take it from released counts" not in words(page(cast, FOCAL_POINT, "report", yearly.key, "2026"))
    publication = counts.publish(cast)
    shown = words(page(cast, FOCAL_POINT, "report", yearly.key, "2026"))
    assert "17 persons" in shown
    key = re.search(r"count=([\w-]+)", shown)[1]
    form = page(cast, FOCAL_POINT, "report", yearly.key, "2026", count=key).context["form"]
    told = {name: form.initial[name] for name in ("whole", "source", "address", "note")}
    assert publication.digest in told["note"]
    assert told["address"].endswith("/figures/XA/?year=2026")
    assert post(cast, FOCAL_POINT, "report", yearly.key, "2026", **told).status_code == 302
    row = Value.objects.get()
    assert (row.value, "Released counts of training, 2026" in row.source) == ({"number": "17"}, True)
    holds = define(cast, kind=Kind.YES_NO, dimensions=[], frequency=Frequency.YEAR, unit={})
    for other, period in ((define(cast, dimensions=[]), "2026-Q1"), (holds, "2026"), (yearly, "2027")):
        answer = page(cast, FOCAL_POINT, "report", other.key, period)
        assert "Take it from released counts" not in words(answer)
