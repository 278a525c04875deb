"""Lists as schools have them: headings in any order, in four languages, with their abbreviations."""

from __future__ import annotations

import pytest

from tejido.formats.roster.days import Order
from tejido.formats.roster.documents import Paper
from tejido.formats.roster.headings import Sureness
from tejido.formats.roster.mapping import Mapping, asks_order, headings_key, unknown_words
from tejido.formats.roster.suggesting import suggest
from tejido.formats.roster.values import Field
from tejido.formats.roster.words import MeaningOfM

F = Field


def fields(header: str, *rows: str) -> list[Field | None]:
    """The fields of a header and rows whose cells are divided by bars."""
    cells = [row.split("|") for row in rows]
    return list(suggest(header.split("|"), cells).mapping.fields)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("N°|C.I.|Apellidos y Nombres|Institución|Grado|Sexo|Fecha de aprobación|Calificación|Horas",
         [F.NUMBER, F.DOCUMENT, F.NAME, F.INSTITUTION, F.LEVEL, F.SEX, F.DAY, F.SCORE, F.HOURS]),
        ("Orden|NOMBRE Y APELLIDO|Cédula de Identidad N.º|Dependencia|Jerarquía|Género|Departamento|Resultado",
         [F.NUMBER, F.NAME, F.DOCUMENT, F.INSTITUTION, F.LEVEL, F.SEX, F.PROVINCE, F.RESULT]),
        ("RUT|Apellido Paterno|Apellido Materno|Nombres|Nota Final|Fecha Término",
         [F.DOCUMENT, F.FAMILY, F.FAMILY, F.GIVEN, F.SCORE, F.DAY]),
        ("Tipo de documento|Número de documento|Primer apellido|Segundo apellido|Primer nombre|Segundo nombre",
         [F.PAPER, F.DOCUMENT, F.FAMILY, F.FAMILY, F.GIVEN, F.GIVEN]),
        ("CPF|Nome completo|Órgão|UF|Carga horária|Data de conclusão|Situação",
         [F.DOCUMENT, F.NAME, F.INSTITUTION, F.PROVINCE, F.HOURS, F.DAY, F.RESULT]),
        ("Nom|Prénom|N° de pièce|Sexe|Administration|Date d'achèvement|Note|Résultat",
         [F.FAMILY, F.GIVEN, None, F.SEX, F.INSTITUTION, F.DAY, F.SCORE, F.RESULT]),
        ("Last name|First name|ID card number|Agency|Rank|Date completed|Hours|Grade",
         [F.FAMILY, F.GIVEN, F.DOCUMENT, F.INSTITUTION, F.LEVEL, F.DAY, F.HOURS, F.SCORE]),
        ("DNI|Nombre|Apellido|Fecha de nacimiento|Inscripción|Fecha de finalización|Correo electrónico|Teléfono",
         [F.DOCUMENT, F.GIVEN, F.FAMILY, None, None, F.DAY, None, None]),
    ],
)  # fmt: skip  # one table, read as one
def test_columns_are_known_by_their_headings(header: str, expected: list[Field | None]) -> None:
    assert fields(header) == expected


def test_the_completion_report_of_moodle() -> None:
    header = (
        "ID|Nombre|Dirección de correo|Número de ID|Cuestionario final"
        "|Cuestionario final - Fecha de finalización|Curso completado"
    )
    row = "41|Ana Ejemplo|ana@example.org|1234567|Finalizado|05/03/24, 10:30|25/03/24, 10:31"
    found = suggest(header.split("|"), [row.split("|")])
    assert list(found.mapping.fields) == [None, F.NAME, None, F.DOCUMENT, None, None, F.DAY]
    assert found.mapping.order == Order.DAY_FIRST


def test_the_grades_of_moodle() -> None:
    header = (
        "Nombre|Apellido(s)|Número de ID|Institución|Departamento|Dirección de correo|Tarea: Caso (Real)"
        "|Total del curso (Real)|Última descarga de este curso"
    )
    expected = [F.GIVEN, F.FAMILY, F.DOCUMENT, F.INSTITUTION, F.PROVINCE, None, None, F.SCORE, None]
    assert fields(header, "Ana|Ejemplo|1234567|Policía|Central|ana@example.org|80,00|85,00|1711363200") == expected
    english = (
        "First name|Last name|ID number|Institution|Department|Email address|Quiz (Real)|Course total (Real)"
        "|Last downloaded from this course"
    )
    assert fields(english, "Ana|Ejemplo|1234567|Police|Capital|ana@example.org|80.00|85.00|1711363200") == expected


def test_an_account_stands_for_a_document_where_there_is_none() -> None:
    header = "Nombre|Apellido(s)|Número de ID|Dirección de correo|Nombre de usuario|Curso completado"
    found = suggest(header.split("|"), [["Ana", "Ejemplo", "", "ana@example.org", "1234567", "25/03/24"]])
    assert list(found.mapping.fields) == [F.GIVEN, F.FAMILY, None, None, F.DOCUMENT, F.DAY]
    assert found.sureness[4] == Sureness.GUESSED
    assert found.mapping.paper == Paper.ACCOUNT
    only_mail = suggest(["Name", "Email address"], [["Ana Ejemplo", "ana@example.org"]])
    assert list(only_mail.mapping.fields) == [F.NAME, F.DOCUMENT]


def test_the_headings_of_our_own_tables_are_known() -> None:
    from tejido.formats.roster import oneroster, xapi

    of_xapi = suggest(xapi.HEADER, []).mapping
    expected = {F.DOCUMENT: 0, F.NAME: 2, F.RESULT: 3, F.DAY: 6, F.SCORE: 7, F.HOURS: 8}
    assert {field: of_xapi.at(field) for field in expected} == expected
    roster = suggest(oneroster.HEADER, []).mapping
    expected = {F.DOCUMENT: 0, F.GIVEN: 1, F.FAMILY: 2, F.SEX: 4, F.INSTITUTION: 5, F.DAY: 8}
    assert {field: roster.at(field) for field in expected} == expected


def test_values_decide_where_they_contradict_the_heading() -> None:
    assert fields("CI|Estado", "1234567|Aprobado", "7654321|Reprobado") == [F.DOCUMENT, F.RESULT]
    assert fields("CURP|Estado", "ABCD123456|Jalisco", "EFGH123456|Sonora") == [F.DOCUMENT, F.PROVINCE]
    assert fields("DNI|Aprobado", "1234567|25/03/2024", "7654321|26/03/2024") == [F.DOCUMENT, F.DAY]
    assert fields("DNI|Completed", "1234567|Yes", "7654321|No") == [F.DOCUMENT, F.RESULT]


def test_a_column_whose_heading_says_nothing_is_what_it_looks_like() -> None:
    found = suggest(
        ["Columna1", "Columna2", "", "x4"],
        [["1.234.567", "Ejemplo, Ana", "25/03/2024", "F"], ["7.654.321", "Modelo, Luis", "26/03/2024", "M"]],
    )
    assert list(found.mapping.fields) == [F.DOCUMENT, F.NAME, F.DAY, None]
    assert set(found.sureness[:3]) == {Sureness.GUESSED}


def test_a_field_goes_to_the_column_that_is_surest_of_it() -> None:
    assert fields("Nota parcial|Nota final|Nota del taller") == [None, F.SCORE, None]
    assert fields("Cédula|Nro. de legajo") == [F.DOCUMENT, None]


def test_what_the_school_said_the_last_time_comes_first() -> None:
    known = {"nota": "", "codigointerno": "document", "ci": ""}
    found = suggest(["Código interno", "Nota", "C.I."], [["A-1", "10", "1234567"]], known)
    assert list(found.mapping.fields) == [F.DOCUMENT, None, None]
    assert found.sureness[0] == Sureness.REMEMBERED


def test_what_can_mean_two_things_is_decided_by_the_values_or_asked_for() -> None:
    header = ["CI", "Sexo", "Fecha"]
    told = suggest(header, [["1234567", "M", "03/04/2024"], ["7654321", "H", "25/04/2024"]]).mapping
    assert (told.order, told.m) == (Order.DAY_FIRST, MeaningOfM.FEMALE)
    untold = suggest(header, [["1234567", "M", "03/04/2024"]]).mapping
    assert (untold.order, untold.m) == (Order.UNDECIDED, MeaningOfM.UNDECIDED)
    assert asks_order(untold, ["03/04/2024"])
    assert not asks_order(untold, ["2024-04-03", "05/05/2024"])
    assert not asks_order(told, ["03/04/2024"])


def test_the_document_is_the_one_that_the_heading_names() -> None:
    assert suggest(["Pasaporte"], [["AB123456"]]).mapping.paper == Paper.PASSPORT
    assert suggest(["Nro. de legajo"], [["12345"]]).mapping.paper == Paper.STAFF
    assert suggest(["Documento"], [["1234567"]]).mapping.paper == Paper.NATIONAL


def test_words_that_nobody_knows_are_asked_for_once() -> None:
    mapping = Mapping((F.CADRE, F.PROVINCE, F.SEX), meanings={F.PROVINCE: {"central": "PY-11"}}, m=MeaningOfM.MALE)
    columns = [["Policía", "Bomberos", "BOMBEROS", ""], ["Central", "PY-7", "Itapúa", None], ["M", "F", "", "F"]]
    assert unknown_words(mapping, columns) == {F.CADRE: ["BOMBEROS"], F.PROVINCE: ["Itapúa"]}
    assert unknown_words(Mapping((None,)), [["x"]]) == {}


def test_headings_have_one_digest_in_whatever_order_they_stand() -> None:
    assert headings_key(["C.I.", "Fecha de aprobación"]) == headings_key(["FECHA DE APROBACION", "CI", ""])
    assert headings_key(["CI"]) != headings_key(["CI", "Nota"])


def test_a_mapping_comes_back_as_it_was_told() -> None:
    mapping = Mapping(
        (F.DOCUMENT, None, F.FAMILY, F.FAMILY),
        Order.MONTH_FIRST,
        MeaningOfM.FEMALE,
        Paper.PASSPORT,
        20,
        {F.CADRE: {"tropa": "armed_forces"}},
    )
    assert Mapping.heard(mapping.told()) == mapping
    assert mapping.all_at(F.FAMILY) == (2, 3)
    assert mapping.at(F.DAY) is None
    assert mapping.has(F.DOCUMENT)
    assert not mapping.has(F.DAY)
