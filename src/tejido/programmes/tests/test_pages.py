"""The pages of initiatives: what each reader is shown, that nothing hidden is found, counted or put in order, that
forms keep what was typed, and what a page costs."""

import re
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import NOW, SECTION_A
from counting import queries_of
from tejido.formats.sheet import Sheet, read, write_csv, write_xlsx
from tejido.mechanisms.names import Audience
from tejido.programmes import commands, queries
from tejido.programmes.forms import STEPS, Offered
from tejido.programmes.models import Area, Initiative, Release, Status, Term
from tejido.programmes.names import Field, State, Use
from tejido.programmes.queries import Wanted

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    area,
    change,
    initiative,
    now,
    release,
    reported,
    stand,
    term,
)

pytestmark = pytest.mark.django_db
HOME, ALDEA = "/initiatives/", "/initiatives/members/XA/"
READERS = (FOCAL_POINT, REPRESENTATIVE, OTHER, SECRETARIAT, "")


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


def client_of(cast, who: str) -> Client:
    return cast.client(who) if who else Client(headers={"accept-language": "en"})


def page(cast, who: str, address: str = HOME, status: int = 200) -> str:
    answer = client_of(cast, who).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def send(cast, address: str, sent: dict, who: str = FOCAL_POINT, status: int = 302):
    answer = client_of(cast, who).post(address, sent)
    assert answer.status_code == status, answer.content.decode()
    return answer


def found(cast, who: str, **wanted) -> list[str]:
    return [one.key for one in queries.initiatives_for(cast.actor(who), wanted=Wanted(**wanted))]


## Reading


def test_an_initiative_is_shown_to_others_once_its_title_is_and_no_longer_than_that(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "CANARY"}})
    own = f"/initiatives/{row.key}/"
    seen = lambda: [client_of(cast, who).get(own).status_code for who in READERS]  # noqa: E731
    assert seen() == [200, 200, 404, 404, 404]
    release(cast, row)
    assert seen() == [200, 200, 200, 200, 404]
    release(cast, row, Audience.PUBLIC)
    assert seen() == [200] * 5
    assert ["CANARY" in page(cast, who, own) for who in READERS] == [True, True, False, False, False]
    assert ["Escuelas sin odio" in page(cast, who, ALDEA) for who in READERS] == [True] * 5


def test_what_is_hidden_is_not_found_by_any_filter_and_counted_nowhere(cast):
    kind, group, own = term(cast), term(cast, "Docentes", Use.GROUP), area(cast)
    row = initiative(
        cast,
        {
            Field.TYPE: kind.key,
            Field.GROUPS: [group.key],
            Field.AREA: own.key,
            Field.TASKS: ["risk"],
            Field.FACTORS: ["9"],
            Field.GOALS: ["16.1"],
            Field.INSTITUTION: cast.institutions["XA/JUS"].key,
            Field.SUMMARY: {"es": "Palabra secreta"},
        },
    )
    stand(cast, row)
    asked = {
        "type": kind.key,
        "group": group.key,
        "area": own.kind,
        "task": "risk",
        "factor": "9",
        "goal": "16.1",
        "state": "running",
        "institution": cast.institutions["XA/JUS"].key,
        "words": "SECRETA palabra",
    }
    release(cast, row)
    for name, value in asked.items():
        assert (found(cast, FOCAL_POINT, **{name: value}), found(cast, OTHER, **{name: value})) == ([row.key], []), name
    overview = queries.overview_for(cast.actor(OTHER))
    assert [(types, n) for _member, types, n in overview.rows] == [((1,), 1)]
    assert overview.types == (queries.NOT_SAID,)
    assert queries.overview_for(cast.actor(FOCAL_POINT)).types == (kind.key,)
    release(cast, row, Audience.NETWORK, *queries.values_of(row))
    for name, value in asked.items():
        assert found(cast, OTHER, **{name: value}) == [row.key], name


def test_a_factor_is_not_found_by_a_part_of_its_number(cast):
    initiative(cast, {Field.FACTORS: ["14"]})
    assert found(cast, FOCAL_POINT, factor="1") == []


def test_others_find_and_sort_by_what_was_released_and_not_by_what_stands_there_now(cast):
    first = initiative(cast, {Field.TITLE: {"es": "Alfa"}})
    second = initiative(cast, {Field.TITLE: {"es": "Beta"}})
    for row in (first, second):
        release(cast, row)
    change(cast, first, {Field.TITLE: {"es": "Zeta"}})
    assert found(cast, OTHER) == [first.key, second.key]
    assert found(cast, FOCAL_POINT) == [second.key, first.key]
    assert (found(cast, OTHER, words="zeta"), found(cast, OTHER, words="álfa")) == ([], [first.key])


def test_the_home_page_filters_by_what_the_address_asks_and_understands_no_nonsense(cast):
    row = initiative(cast, {Field.TASKS: ["risk"]})
    assert row.key in page(cast, FOCAL_POINT, f"{HOME}?task=risk")
    assert "Nothing like this may be read here" in page(cast, FOCAL_POINT, f"{HOME}?task=training")
    assert row.key in page(cast, FOCAL_POINT, f"{HOME}?task=galactic&page=many")
    assert "No initiative is shown yet" in page(cast, "")
    assert "No initiative yet" in page(cast, OTHER)


def test_an_area_is_shown_as_it_was_released(cast):
    row, actor = area(cast, institution=cast.institutions["XA/JUS"]), cast.actor(FOCAL_POINT)
    seen = lambda: ["Inclusión" in page(cast, who, ALDEA) for who in READERS]  # noqa: E731
    assert seen() == [True, True, False, False, False]
    shown = re.search(r'releases/">.*?name="seen" value="(\w+)"', page(cast, FOCAL_POINT, ALDEA))[1]
    send(cast, f"/initiatives/areas/{row.key}/releases/", {"audience": "network"}, status=409)
    send(cast, f"/initiatives/areas/{row.key}/releases/", {"audience": "network", "seen": shown})
    assert seen() == [True, True, True, True, False]
    commands.change_area(actor=actor, area=row, kind=row.kind, name={"es": "CANARY"}, institution=None, at=NOW)
    html = page(cast, OTHER, ALDEA)
    assert "CANARY" not in html
    assert "JUS de XA" in html
    assert "others read an earlier state" in page(cast, FOCAL_POINT, ALDEA)
    assert "earlier state" not in html


def test_what_a_source_says_stands_with_its_source_for_everybody(cast):
    row = reported(cast, {Field.DATES: {"until": "2024"}}, address="https://example.org/informe")
    html = page(cast, "", f"/initiatives/{row.key}/")
    assert "A single source: Un informe" in html
    assert "until <time" in html
    assert page(cast, FOCAL_POINT, f"/initiatives/{row.key}/revisions/", 404)


def test_a_section_leads_to_the_text_for_seats_and_is_not_named_to_whom_it_is_closed(cast, text):
    row = initiative(cast, {Field.PASSAGES: [{"text": text.key, "passage": SECTION_A}]})
    release(cast, row, Audience.PUBLIC, Field.PASSAGES)
    own = f"/initiatives/{row.key}/"
    assert "/texts/texto/#p-" in page(cast, OTHER, own)
    html = page(cast, "", own)
    assert "A section that is not open here" in html
    assert "Factores de riesgo" not in html


def test_changes_are_told_to_the_members_own_seats_with_their_office(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "Antes"}})
    change(cast, row, {Field.SUMMARY: {"es": "Después"}, Field.DATES: {"since": "2024"}})
    release(cast, row)
    release(cast, row, Audience.PUBLIC)
    html = page(cast, REPRESENTATIVE, f"/initiatives/{row.key}/revisions/")
    assert "<del><div" in html
    assert "focal_point MRE XA, Aldea" in html
    assert "Was shown, and is shown no more" in html
    assert "from <time" in page(cast, FOCAL_POINT, f"/initiatives/{row.key}/")


## Writing


def test_a_title_is_enough_to_begin_with_and_leads_on_to_the_next_step(cast):
    answer = send(cast, f"{ALDEA}new/", {"title_es": "Nueva", "onward": "1"})
    row = Initiative.objects.get()
    assert answer.url == f"/initiatives/{row.key}/steps/where/"
    when = cast.client(FOCAL_POINT).get(f"/initiatives/{row.key}/steps/when/").content.decode()
    assert when.index('name="since"') < when.index('name="budget_en"')
    html = send(cast, f"{ALDEA}new/", {"summary_pt": "Resumo digitado"}, status=422).content.decode()
    assert "Give the title in at least one language." in html
    assert "Resumo digitado" in html


def test_a_representative_enters_for_its_own_institution(cast):
    send(cast, f"{ALDEA}new/", {"title_es": "De Justicia"}, REPRESENTATIVE)
    row = Initiative.objects.get()
    assert queries.values_of(row)[Field.INSTITUTION]["code"] == "JUS"


def test_each_step_keeps_its_fields_and_goes_on(cast, text):
    kind, group, own = term(cast), term(cast, "Docentes", Use.GROUP), area(cast)
    row = initiative(cast)
    here = f"/initiatives/{row.key}/steps/"
    what = {"title_es": "Otra", "type": kind.key, "groups": [group.key], "code": "A-1", "seen": "1", "onward": "1"}
    assert send(cast, f"{here}what/", what).url == f"{here}where/"
    where = {
        "institution": cast.institutions["XA/JUS"].key, "area": own.key, "level": "subnational", "place": "XA-1",
        "place_name": "Norte", "partners": "Una\n\nOtra", "seen": "2",
    }  # fmt: skip  # one form
    send(cast, f"{here}where/", where)
    when = {"since": "2024", "until": "2025-03", "rank": "law", "legal_title": "Ley", "language": "es",
            "budget_es": "Propio", "seen": "3"}  # fmt: skip  # one form
    send(cast, f"{here}when/", when)
    links = {
        "tasks": ["risk"], "factors": ["9"], "goals": "16.1 16.A", "recommendations": "Una",
        "passages_0": [f"{text.key}/{SECTION_A}"], "seen": "4", "onward": "1",
    }  # fmt: skip  # one form
    assert send(cast, f"{here}links/", links).url == f"/initiatives/{row.key}/"
    values = queries.values_of(row)
    assert set(values) == set(Field) - {Field.STATUS, Field.SUMMARY}
    assert (values[Field.PARTNERS], values[Field.GOALS]) == (["Una", "Otra"], ["16.1", "16.a"])
    assert now(row).code == "A-1"
    for step, sent in (("what", what), ("where", where), ("when", when), ("links", links)):
        send(cast, f"{here}{step}/", {**sent, "seen": str(now(row).revision)})
    assert now(row).revision == 5  # nothing was different
    html = page(cast, FOCAL_POINT, f"{here}links/")
    assert "checked" in html
    html = page(cast, FOCAL_POINT, f"/initiatives/{row.key}/")
    said = ("Subnational: Norte XA-1", "Law: Ley", "Propio", "16.1, 16.a", "Risk assessment and early warning", "2025")
    for words in (*said, "A group is treated as worth less", "§ 1 Factores de riesgo", "Docentes"):
        assert words in html, words
    assert page(cast, FOCAL_POINT, f"{here}galactic/", 404)


@pytest.mark.parametrize(
    ("step", "sent", "said"),
    [
        ("where", {"level": "national", "place": "XA-1"}, "A place goes with the levels"),
        ("when", {"since": "2025", "until": "2024", "language": "es"}, "This is before the beginning."),
        ("when", {"legal_title": "Ley", "language": "es"}, "Say of which rank the legal base is."),
        ("links", {"goals": "16.99"}, "is none of the 17 goals and 169 targets"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(cast, step, sent, said):
    row = initiative(cast)
    html = send(cast, f"/initiatives/{row.key}/steps/{step}/", {**sent, "seen": "1"}, status=422).content.decode()
    assert said in html


def test_a_form_that_somebody_overtook_keeps_what_was_typed(cast):
    row = initiative(cast)
    change(cast, row, {Field.SUMMARY: {"es": "De otra persona"}})
    sent = {"title_es": "Tecleado", "seen": "1"}
    html = send(cast, f"/initiatives/{row.key}/steps/what/", sent, status=422).content.decode()
    assert "Tecleado" in html
    assert "Somebody changed this" in html


def test_a_closed_area_and_a_passage_that_is_gone_stay_on_the_form(cast, text):
    own = area(cast)
    row = initiative(cast, {Field.AREA: own.key})
    commands.close_area(actor=cast.actor(FOCAL_POINT), area=own, at=NOW)
    assert f'value="{own.key}" selected' in page(cast, FOCAL_POINT, f"/initiatives/{row.key}/steps/where/")
    form = queries.values_of(row) | {Field.PASSAGES: [{"text": text.key, "passage": "000000000zzz"}]}
    fields = STEPS["links"][1](offered=Offered(), values=form).section_fields()
    assert [field.initial for field in fields] == [[f"{text.key}/000000000zzz"]]


def test_the_secretariat_enters_from_a_source_and_changes_it(cast):
    sent = {"title_es": "De un informe", "source": "Informe", "grade": "B"}
    send(cast, f"{ALDEA}new/", sent, SECRETARIAT)
    row = Initiative.objects.get()
    send(cast, f"/initiatives/{row.key}/steps/what/", {"title_es": "Corregido", "seen": "1"}, SECRETARIAT)
    assert "Corregido" in page(cast, "", f"/initiatives/{row.key}/")
    send(cast, f"{ALDEA}new/", {**sent, "source": ""}, SECRETARIAT, 422)


def test_a_status_is_entered_with_its_reason(cast):
    row = initiative(cast)
    here = f"/initiatives/{row.key}/statuses/"
    send(cast, here, {"state": "running", "since": "2025", "reason_es": "Porque sí"})
    assert Status.objects.get().reason == {"es": "Porque sí"}
    html = send(cast, here, {"state": "running", "since": "2026"}, status=422).content.decode()
    assert "It stands at “Running” already." in html
    assert "Porque sí" in page(cast, FOCAL_POINT, f"/initiatives/{row.key}/")


def test_what_is_struck_out_leaves_the_lists(cast):
    row = initiative(cast)
    send(cast, f"/initiatives/{row.key}/strikings/", {"reason": ""})
    assert row.key in page(cast, FOCAL_POINT, ALDEA)
    send(cast, f"/initiatives/{row.key}/strikings/", {"reason": "Doble"})
    assert row.key not in page(cast, FOCAL_POINT, ALDEA)
    assert "Struck out: Doble" in page(cast, FOCAL_POINT, f"/initiatives/{row.key}/")


## Releasing


def test_the_preview_shows_what_others_will_read_and_the_act_makes_it_so(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "Para la red"}, Field.BUDGET: {"es": "CANARY"}})
    here = f"/initiatives/{row.key}/releases/"
    asked = {"title": "public", "summary": "network", "budget": "own", "seen": "1"}
    html = cast.client(FOCAL_POINT).get(f"{here}preview/", asked).content.decode()
    network, _, everybody = html.partition("<h2>Everybody</h2>")
    assert ("Para la red" in network, "Para la red" in everybody, "CANARY" in html) == (True, False, False)
    assert not Release.objects.exists()
    send(cast, here, asked)
    assert "Para la red" in page(cast, OTHER, f"/initiatives/{row.key}/")
    assert "Para la red" not in page(cast, "", f"/initiatives/{row.key}/")


def test_the_preview_says_why_a_plan_cannot_be_done(cast):
    row = initiative(cast, {Field.SUMMARY: {"es": "Así"}})
    here = f"/initiatives/{row.key}/releases/"
    said = lambda **asked: (  # noqa: E731
        cast.client(FOCAL_POINT).get(f"{here}preview/", {"seen": "1", **asked}).content.decode()
    )
    assert "would be shown without the title" in said(title="own", summary="network")
    assert "do not learn that it is there" in said(title="own", summary="network")
    assert "Nothing is different" in said(title="own", summary="own")
    assert cast.client(FOCAL_POINT).get(f"{here}preview/", {"title": "galactic"}).url == here
    release(cast, row, Audience.NETWORK, Field.SUMMARY)
    change(cast, row, {Field.SUMMARY: {}})
    assert "There is nothing to release." in said(title="network", summary="network", summary_anew="on")
    html = page(cast, FOCAL_POINT, here)
    assert "others read an earlier state" in html
    send(cast, here, {"seen": "2", "title": "network", "summary": "galactic"})


def test_a_release_asks_for_the_second_factor(cast):
    row = initiative(cast)
    client = cast.client(FOCAL_POINT, fresh=False)
    answer = client.post(f"/initiatives/{row.key}/releases/", {"title": "network", "seen": "1"})
    assert answer.status_code in (302, 403)
    assert not Release.objects.exists()


## Areas and terms


def test_an_area_is_entered_changed_withdrawn_and_closed(cast):
    send(cast, f"{ALDEA}areas/", {"kind": "memory", "name_es": "Memoria", "institution": ""})
    row = Area.objects.get()
    here = f"/initiatives/areas/{row.key}/"
    jus = cast.institutions["XA/JUS"].key
    send(cast, here, {"kind": "memory", "name_es": "Memoria y verdad", "institution": jus})
    html = send(cast, here, {"kind": "memory", "name_es": "Memoria y verdad", "institution": jus}, status=422)
    assert "Nothing is different" in html.content.decode()
    send(cast, f"{here}releases/", {"audience": "galactic"})
    shown = re.search(r'releases/">.*?name="seen" value="(\w+)"', page(cast, FOCAL_POINT, ALDEA))[1]
    send(cast, f"{here}releases/", {"audience": "public", "seen": shown})
    send(cast, f"{here}withdrawals/", {})
    send(cast, f"{here}closings/", {})
    assert "closed" in page(cast, FOCAL_POINT, ALDEA)
    assert page(cast, OTHER, here, 404)


def test_an_area_is_the_members_own_to_enter(cast):
    assert page(cast, OTHER, f"{ALDEA}areas/", 404)
    assert page(cast, REPRESENTATIVE, f"{ALDEA}areas/", 403)
    html = send(cast, f"{ALDEA}areas/", {"kind": "memory"}, status=422).content.decode()
    assert "Write it in at least one language." in html


def test_the_vocabulary_is_public_and_a_proposal_is_not(cast):
    term(cast)
    here = f"{HOME}vocabulary/"
    send(cast, here, {"use": "type", "name_es": "CANARY"})
    assert ["CANARY" in page(cast, who, here) for who in READERS] == [True, True, False, True, False]
    assert ["Formación" in page(cast, who, here) for who in READERS] == [True] * 5
    asked = Term.objects.get(standing="proposed")
    send(cast, f"{here}{asked.key}/decisions/", {"decision": "declined"}, SECRETARIAT)
    send(cast, f"{here}{asked.key}/decisions/", {"decision": "declined", "reason": "Ya está."}, SECRETARIAT)
    assert ["CANARY" in page(cast, who, here) for who in READERS] == [True, True, False, True, False]
    send(cast, here, {"use": "type", "name_es": "formacion"}, SECRETARIAT, 422)
    row = Term.objects.get(standing="in_use")
    send(cast, f"{here}{row.key}/names/", {"name_es": "Capacitación"}, SECRETARIAT)
    send(cast, f"{here}{row.key}/names/", {"name_es": "Capacitación"}, SECRETARIAT, 422)
    send(cast, f"{here}{row.key}/retirements/", {}, SECRETARIAT)
    html = page(cast, "", here)
    assert "Capacitación" in html
    assert "Retired" in html


## Files


def hand_in(cast, rows, header=("code", "title_es"), who=FOCAL_POINT):
    data = write_csv(Sheet("", header, rows))
    return send(cast, f"{HOME}files/", {"file": SimpleUploadedFile("mias.csv", data)}, who).url


def seen_on(cast, address, who=FOCAL_POINT):
    found = re.search(r'name="seen" value="(\w+)"', page(cast, who, address))
    return {"seen": found[1]} if found else {}


def test_a_file_never_undoes_what_its_preview_did_not_show(cast):
    here = hand_in(cast, (("A-1", "Una"), ("A-2", "Otra")))
    send(cast, here, seen_on(cast, here))
    here = hand_in(cast, (("A-1", "Una"), ("A-2", "Otra más")))
    shown = seen_on(cast, here)
    first = Initiative.objects.get(code="A-1")
    change(cast, first, {"title": {"es": "De una colega"}})
    send(cast, here, shown, status=409)
    assert queries.values_of(first)["title"] == {"es": "De una colega"}
    assert "2 rows changed" in page(cast, FOCAL_POINT, here)
    send(cast, here, seen_on(cast, here))
    assert queries.values_of(first)["title"] == {"es": "Una"}


def test_a_file_is_looked_at_before_anything_is_entered_and_can_be_handed_in_again(cast):
    kind = term(cast)
    header = ("code", "title_es", "type", "since", "factors", "goals", "level")
    rows = (("A-1", "Una", "formación", 2024, "1, 9", "16.1; 16.a", "national"), ("A-2", "Otra", "", "", "", "", ""))
    here = hand_in(cast, rows, header)
    html = page(cast, FOCAL_POINT, here)
    assert "2 new rows" in html
    assert not Initiative.objects.exists()
    assert page(cast, REPRESENTATIVE, here, 404)
    send(cast, here, seen_on(cast, here))
    first = Initiative.objects.get(code="A-1")
    assert queries.values_of(first) == {
        "title": {"es": "Una"}, "type": kind.key, "dates": {"since": "2024"}, "factors": ["1", "9"],
        "goals": ["16.1", "16.a"], "level": {"level": "national"},
    }  # fmt: skip  # one value
    assert "Nothing would change" in page(cast, FOCAL_POINT, hand_in(cast, rows, header))
    here = hand_in(cast, (("A-1", "Una más"), ("A-3", "Tercera")))
    html = page(cast, FOCAL_POINT, here)
    assert "1 row changed" in html
    send(cast, here, seen_on(cast, here))
    assert Initiative.objects.count() == 3
    assert queries.values_of(first)["factors"] == ["1", "9"]


def test_cells_are_read_as_they_were_meant(cast):
    header = ("code", "title_es", "title_pt", "since", "until", "factors", "number", "rank", "partners")
    rows = (("A-1", "Una", "Uma", date(2024, 3, 5), datetime(2025, 6, 1), 9.0, 12, "Law", "Una; Otra"),)  # noqa: DTZ001
    data = write_xlsx([Sheet("notes", ("x",), (("y",),)), Sheet("initiatives", header, rows)])
    sent = {"file": SimpleUploadedFile("mias.xlsx", data)}
    here = send(cast, f"{HOME}files/", sent).url
    send(cast, here, seen_on(cast, here))
    assert queries.values_of(Initiative.objects.get()) == {
        "title": {"es": "Una", "pt": "Uma"}, "dates": {"since": "2024-03-05", "until": "2025-06-01"},
        "factors": ["9"], "legal": {"rank": "law", "number": "12"}, "partners": ["Una", "Otra"],
    }  # fmt: skip  # one value


def test_a_file_of_too_many_rows_is_told(cast, monkeypatch):
    monkeypatch.setattr("tejido.programmes.imports.MOST", 1)
    html = page(cast, FOCAL_POINT, hand_in(cast, (("A-1", "Una"), ("A-2", "Otra"))))
    assert "more than 1 rows" in html


def test_each_row_that_is_refused_says_why_and_nothing_is_entered(cast):
    header = ("code", "title_es", "type", "since", "until", "area", "institution", "rank", "place")
    jus = ("JUS", "", "")
    rows = (
        ("", "Sin código", "", "", "", "", *jus),
        ("A-1", "", "", "", "", "", *jus),
        ("A-2", "Tipo", "galáctico", "", "", "", *jus),
        ("A-3", "Fechas", "", "2025", "2024", "", *jus),
        ("A-4", "Bien", "", "", "", "", *jus),
        ("A-4", "Dos veces", "", "", "", "", *jus),
        ("A" * 25, "Largo", "", "", "", "", *jus),
        ("A-5", "Lugar", "", "", "", "", "JUS", "", "XA-1"),
        ("A-6", "Rango", "", "", "", "", "JUS", "galactic", ""),
        ("A-7", "Área", "", "", "", "Nada", *jus),
    )
    here = hand_in(cast, rows, header)
    html = page(cast, FOCAL_POINT, here)
    assert "9 rows refused" in html
    for sentence in ("give the row a code", "Give the title", "galáctico", "“Dates” has a value", "an earlier row too"):
        assert sentence in html
    send(cast, here, {}, status=200)
    assert not Initiative.objects.exists()


def test_a_representative_hands_in_for_its_own_institution_alone(cast):
    header = ("code", "title_es", "institution")
    here = hand_in(cast, (("A-1", "Una", "JUS"), ("A-2", "Otra", "DEF")), header, REPRESENTATIVE)
    html = page(cast, REPRESENTATIVE, here)
    assert "1 row refused" in html
    assert "From your seat you enter initiatives of your own institution." in html


def test_a_file_without_the_table_and_what_is_no_file_are_told(cast):
    assert "no table with a column “code”" in page(cast, FOCAL_POINT, hand_in(cast, (("x",),), ("nada",)))
    bad = SimpleUploadedFile("mias.xlsx", b"PK\x03\x04 no")
    html = send(cast, f"{HOME}files/", {"file": bad}, status=422).content.decode()
    assert "mias.xlsx" in html


def test_the_export_has_what_the_reader_may_read_and_comes_back_unchanged(cast):
    kind = term(cast)
    said = {
        Field.SUMMARY: {"es": "CANARY"}, Field.TYPE: kind.key, Field.FACTORS: ["1", "9"],
        Field.DATES: {"since": "2024"}, Field.LEGAL: {"rank": "law", "title": "Ley"},
    }  # fmt: skip  # one value
    row = initiative(cast, said, code="A-1")
    stand(cast, row)
    release(cast, row, Audience.PUBLIC, Field.TYPE)
    mine, public = (client_of(cast, who).get(f"{HOME}initiatives.xlsx").content for who in (FOCAL_POINT, ""))
    ((_, own),) = read(mine)[0].records()
    ((_, shown),) = read(public)[0].records()
    assert (own["code"], own["summary_es"], own["status"]) == ("A-1", "CANARY", "running")
    assert (shown["code"], shown["summary_es"], shown["type"]) == (None, None, "Formación")
    here = send(cast, f"{HOME}files/", {"file": SimpleUploadedFile("mias.xlsx", mine)}).url
    assert "Nothing would change" in page(cast, FOCAL_POINT, here)
    assert "Formación" in client_of(cast, "").get(f"{HOME}initiatives.csv").content.decode()


def test_the_template_tells_what_each_column_may_say(cast):
    term(cast)
    sheets = read(cast.client(FOCAL_POINT).get(f"{HOME}template.xlsx").content)
    assert [sheet.name for sheet in sheets] == ["initiatives", "help"]
    assert "formacion" in str(sheets[1].rows)
    assert cast.client(FOCAL_POINT).get(f"{HOME}template.pdf").status_code == 404


## What pages cost


def many(cast, n: int) -> None:
    kind, own = term(cast, f"Tipo {n}"), area(cast, name={"es": f"Área {n}"})
    for number in range(n):
        row = initiative(cast, {Field.TYPE: kind.key, Field.AREA: own.key, Field.TITLE: {"es": f"{n}-{number}"}})
        stand(cast, row, State.RUNNING)
        release(cast, row, Audience.PUBLIC, Field.TYPE)


@pytest.mark.parametrize("who", [FOCAL_POINT, OTHER, ""])
def test_a_page_costs_the_same_however_much_there_is(cast, who):
    many(cast, 1)
    client = client_of(cast, who)
    cost = lambda: [queries_of(lambda a=a: client.get(a)) for a in (HOME, f"{HOME}?task=risk", ALDEA)]  # noqa: E731
    cost()
    before = cost()
    many(cast, 3)
    assert cost() == before
    assert max(before) <= 24
