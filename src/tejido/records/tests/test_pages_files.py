"""A file on its way through the pages: given, mapped, checked, entered, mended and brought in again."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW
from tejido.formats.sheet import read
from tejido.records import commands
from tejido.records.models import Batch, Completion, Remembered
from tejido.records.names import State

from . import doings
from .offices import REGISTRAR, with_registrar

pytestmark = pytest.mark.django_db
IMPORTS = "/records/imports/"
CSV = (
    "Apellidos y nombres;C.I.;Fecha;Cuerpo;Resultado\n"
    "Ejemplo, Ana;1.234.567;03/04/2026;Policía;Aprobado\n"
    "Modelo, Luis;;04/05/2026;Bomberos;Aprobado\n"
    "Muestra, Eva;7.654.321;05/05/2026;Policía;Reprobado\n"
)
COLUMNS = {"c0": "name", "c1": "document", "c2": "day", "c3": "cadre", "c4": "result", "paper": "national"}


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW)


@pytest.fixture
def cohort(cast, text):
    return doings.cohort(with_registrar(cast), doings.course(cast, text))


def page(cast, address, status=200, who=REGISTRAR):
    answer = cast.client(who).get(address)
    assert answer.status_code == status
    return answer.content.decode()


def send(cast, address, sent, status=302):
    answer = cast.client(REGISTRAR).post(address, sent)
    assert answer.status_code == status, answer.content.decode()[-2500:]
    return answer.content.decode()


def given(cast, cohort, raw=CSV, name="lista.csv"):
    file = SimpleUploadedFile(name, raw if isinstance(raw, bytes) else raw.encode())
    send(cast, IMPORTS, {"file": file, "cohort": cohort.key})
    return Batch.objects.order_by("-no")[0]


def checked(cast, cohort, **answers):
    row = given(cast, cohort)
    sent = {**COLUMNS, "order": "day_first", "w_cadre_0": "civil_service", **answers}
    send(cast, f"{IMPORTS}{row.key}/mappings/", sent)
    commands.run_due(at=NOW)
    return Batch.objects.get(key=row.key)


def test_columns_are_suggested_and_what_they_leave_open_is_asked(cast, cohort):
    row = given(cast, cohort)
    html = page(cast, f"{IMPORTS}{row.key}/")
    assert "by its heading" in html
    assert "Cadre: “Bomberos”" in html
    html = send(cast, f"{IMPORTS}{row.key}/mappings/", {**COLUMNS, "order": "undecided"}, status=422)
    assert "These days can be read in two ways" in html
    html = send(cast, f"{IMPORTS}{row.key}/mappings/", {**COLUMNS, "c1": "", "c3": "name"}, status=422)
    assert "Say which column is the document" in html
    assert "is “Name, whole” already" in html


def test_a_file_is_checked_entered_and_taken_back(cast, cohort):
    row = checked(cast, cohort)
    assert (row.state, row.new, row.bad, row.left) == (State.CHECKED, 1, 1, 1)
    html = page(cast, f"{IMPORTS}{row.key}/")
    assert "The number of the document is missing" in html
    assert "Enter 1 completion" in html
    assert not Completion.objects.exists()
    send(cast, f"{IMPORTS}{row.key}/entries/", {})
    assert "You can close this page" in page(cast, f"{IMPORTS}{row.key}/")
    assert 'hx-trigger="every 2s"' in page(cast, f"{IMPORTS}{row.key}/progress/")
    commands.run_due(at=NOW)
    answer = cast.client(REGISTRAR).get(f"{IMPORTS}{row.key}/progress/")
    assert answer["HX-Redirect"] == f"{IMPORTS}{row.key}/"
    assert "Take this back" in page(cast, f"{IMPORTS}{row.key}/")
    assert "Ejemplo, Ana" in page(cast, f"/records/cohorts/{cohort.key}/")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_rows_to_mend_come_with_their_cells_and_what_is_wrong(cast, cohort, ending):
    row = checked(cast, cohort)
    answer = cast.client(REGISTRAR).get(f"{IMPORTS}{row.key}/rows-to-mend.{ending}")
    (sheet,) = read(answer.content)
    assert sheet.header == ("Row of the file", "What is wrong", *CSV.partition("\n")[0].split(";"))
    (line,) = sheet.rows
    assert str(line[0]) == "3"
    assert "missing" in str(line[1])
    assert line[2] == "Modelo, Luis"
    page(cast, f"{IMPORTS}{row.key}/rows-to-mend.pdf", 404)
    page(cast, f"{IMPORTS}{row.key}/rows-to-mend.csv", 404, "XA/focal_point")


def test_a_mended_file_brings_in_what_was_missing_alone(cast, cohort):
    row = checked(cast, cohort)
    send(cast, f"{IMPORTS}{row.key}/entries/", {})
    commands.run_due(at=NOW)
    again = given(cast, cohort, CSV.replace("Modelo, Luis;;", "Modelo, Luis;2.345.678;"))
    send(cast, f"{IMPORTS}{again.key}/mappings/", {**COLUMNS, "order": "day_first"})
    commands.run_due(at=NOW)
    send(cast, f"{IMPORTS}{again.key}/entries/", {})
    commands.run_due(at=NOW)
    again.refresh_from_db()
    assert (again.new, again.known, again.bad) == (1, 1, 0)


def test_what_was_said_once_is_remembered_for_the_school(cast, cohort):
    checked(cast, cohort)
    assert Remembered.objects.get().fields["ci"] == "document"
    row = given(cast, cohort, CSV + "Otra, Persona;3.333.333;06/06/2026;Bomberos;Aprobado\n")
    html = page(cast, f"{IMPORTS}{row.key}/")
    assert "as the last time" in html
    assert "Bomberos”" not in html


def test_a_file_is_put_aside_and_one_that_is_no_table_says_so(cast, cohort):
    row = given(cast, cohort)
    send(cast, f"{IMPORTS}{row.key}/leavings/", {})
    assert "Nothing of it was entered" in page(cast, f"{IMPORTS}{row.key}/")
    broken = given(cast, cohort, b"PK\x03\x04 nothing", "roto.xlsx")
    assert "This file cannot be read" in page(cast, f"{IMPORTS}{broken.key}/")


def test_statements_of_a_learning_store_come_in_as_a_table(cast, cohort):
    raw = (
        b'[{"actor": {"name": "Ana Ejemplo", "account": {"name": "1234567"}}, "verb": {"id": "http://x/completed"},'
        b' "object": {"id": "http://x/c"}, "timestamp": "2026-04-03T10:00:00Z"}]'
    )
    row = given(cast, cohort, raw, "statements.json")
    assert row.kind == "xapi"
    assert "actor.name" in page(cast, f"{IMPORTS}{row.key}/")


def test_an_empty_table_has_every_column(cast, cohort):
    (sheet,) = read(cast.client(REGISTRAR).get(f"{IMPORTS}model.xlsx").content)
    assert "Document: number" in sheet.header


MARKS = "C.I.;Nombre;Nota\n1.234.567;Ana;{0}\n7.654.321;Eva;{1}\n"


@pytest.mark.parametrize(
    ("cells", "asked", "said", "shown"),
    [
        (("8,5", "7"), "", "10", ("8.5 / 10", "7 / 10")),
        (("85/100", "70/100"), 'value="100"', "100", ("85 / 100", "70 / 100")),
        (("8,5", "7"), "", "", (">8.5<", ">7<")),
    ],
)
def test_marks_are_shown_with_the_highest_one_where_it_is_known(cast, cohort, cells, asked, said, shown):
    row = given(cast, cohort, MARKS.format(*cells))
    html = page(cast, f"{IMPORTS}{row.key}/")
    assert "Highest mark" in html
    assert asked in html
    sent = {"c0": "document", "c1": "name", "c2": "score", "paper": "national", "out_of": said}
    send(cast, f"{IMPORTS}{row.key}/mappings/", sent)
    commands.run_due(at=NOW)
    send(cast, f"{IMPORTS}{row.key}/entries/", {})
    commands.run_due(at=NOW)
    html = page(cast, f"/records/cohorts/{cohort.key}/")
    assert [words for words in shown if words not in html] == []
    again = given(cast, cohort, MARKS.format("6", "5"))
    suggested = re.search(r'<input[^>]*name="out_of"[^>]*>', page(cast, f"{IMPORTS}{again.key}/"))
    assert re.findall('value="([^"]*)"', suggested.group()) == ([said] if said else [])


def test_a_file_without_marks_is_not_asked_for_the_highest_one(cast, cohort):
    row = given(cast, cohort)
    assert "Highest mark" not in page(cast, f"{IMPORTS}{row.key}/")
