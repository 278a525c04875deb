"""Lists that are signed on paper: pasted from any table, typed in, and turned into what is entered."""

from __future__ import annotations

from datetime import date

import pytest

from tejido.formats.roster.listing import (
    MOST,
    Fault,
    Line,
    columns_of,
    faults_of,
    identity_of,
    pasted,
    renumbered,
    ticked,
)

DAY = date(2027, 3, 25)
ANA, LUIS = Line(1, "1.234.567", "Ejemplo, Ana"), Line(2, "7.654.321", "Modelo, Luis")


@pytest.mark.parametrize(
    "text",
    [
        "1.234.567\tEjemplo, Ana\n7.654.321\tModelo, Luis\n",
        "C.I.;Apellidos y nombres\n1.234.567;Ejemplo, Ana\n\n7.654.321;Modelo, Luis",
        "Apellidos y nombres|Cédula|Firma\nEjemplo, Ana|1.234.567|\nModelo, Luis|7.654.321|",
        "Apellido\tNombre\tDNI\nEjemplo\tAna\t1.234.567\nModelo\tLuis\t7.654.321",
    ],
)
def test_persons_are_pasted_from_any_table(text: str) -> None:
    assert pasted(text) == [ANA, LUIS]


def test_what_else_stands_in_the_table_comes_along() -> None:
    text = (
        "Documento\tNombre completo\tInstitución\tSexo\n1.234.567\tAna Ejemplo\tPolicía\tM\n2.345.678\tLuis Modelo\t\tH"
    )
    assert [(line.institution, line.sex) for line in pasted(text)] == [("Policía", "female"), ("", "male")]
    passport = pasted("Tipo de documento\tNúmero de documento\tNombre completo\nPasaporte\tAB-12345\tAna Ejemplo\n")
    assert passport[0].document == "passport:AB-12345"
    assert identity_of(passport[0].document) == "passport:AB12345"


def test_nothing_pasted_is_nobody() -> None:
    assert pasted(" \n\n") == []
    assert pasted("Cédula\n") == []


def test_no_more_persons_are_taken_than_a_list_has() -> None:
    assert len(pasted("\n".join(f"{number:07}\tAna Ejemplo" for number in range(1, MOST + 50)))) == MOST


def test_a_document_is_compared_as_everywhere() -> None:
    assert identity_of("1.234.567") == "national:1234567"
    assert identity_of("Pasaporte: AB 12345") == "passport:AB12345"
    assert identity_of("otro:1234567") == "national:1234567"
    assert identity_of("12") == ""


def test_only_rows_of_those_who_completed_have_to_be_right() -> None:
    lines = [
        Line(1, "", "", done=True), Line(2, "123456", "Ana", done=True, hours="veinte", score="bien"),
        Line(3, "123.456", "Ana", done=True), Line(4, "", "Luis"),
        Line(5, "7654321", "Eva", done=True, hours="20 h", score="9"),
    ]  # fmt: skip  # one table, read as one
    assert faults_of(lines) == {
        1: [Fault.NO_DOCUMENT, Fault.NO_NAME], 2: [Fault.NOT_HOURS, Fault.NOT_MARK], 3: [Fault.TWICE],
    }  # fmt: skip  # one table, read as one


def test_those_who_completed_are_entered_on_the_day_of_the_list() -> None:
    lines = [
        Line(1, "1.234.567", "Ejemplo, Ana", "Policía", "female", True, "20:30", "85/100"),
        Line(2, "7.654.321", "Modelo, Luis"), Line(3, "2.222.222", "Muestra, Eva", done=True),
    ]  # fmt: skip  # one table, read as one
    made = columns_of(lines, DAY, level="operating")
    assert (made.rows, made.documents) == ([1, 3], ["national:1234567", "national:2222222"])
    assert (made.minutes, made.scores, made.sexes) == ([1230, None], [8500, None], ["female", ""])
    assert (made.days, made.levels) == (["2027-03-25"] * 2, ["operating"] * 2)


def test_numbers_tick_more_and_untick_nothing() -> None:
    lines = ticked([ANA, Line(2, done=True), Line(3)], [1, 9])
    assert [line.done for line in lines] == [True, True, False]


def test_a_list_is_numbered_from_one_and_filled_up() -> None:
    lines = renumbered([Line(7, "1"), Line(9, "2")], 3)
    assert [(line.number, line.document) for line in lines] == [(1, "1"), (2, "2"), (3, "")]


def test_a_line_comes_back_as_it_was_told() -> None:
    line = Line(1, "1", "Ana", "Policía", "female", True, "20", "9")
    assert Line.heard(line.told()) == line
    assert line.says
    assert not Line(1, done=True).says
