"""What a row of a file says: columns in four languages and any order, encodings, days, lists, positions, and each
fault with the column, what is wrong and what to do."""

from datetime import date, datetime

import pytest

from tejido.formats.sheet import read
from tejido.reporting.names import DayOrder, Duty, Fault, Field, Mechanism, Position, Remark, Status
from tejido.reporting.terms import Reading, folded, marks_of, proposed, read_row
from tejido.reporting.terms.cells import MOST_TEXT, day_in
from tejido.reporting.terms.vocabulary import mechanism_of

pytestmark = pytest.mark.anywhere
UHRI = (
    "Document Symbol", "Document Publication Date", "Reccomending Body", "Type", "Countries Concerned",
    "Regions Concerned", "Themes", "Affected Persons", "Sdgs", "Text", "UPR Session", "UPR Reccomending States",
    "UPR Position", "OHCHR Annotation Id",
)  # fmt: skip  # one row of a table


def reading(fields, **values):
    given = {
        "language": "es", "mechanism": Mechanism.OTHER, "days": DayOrder.DAY_FIRST,
        "member": frozenset({"xa", "aldea"}),
        "institutions": {"jus": "k1", "ministerio de justicia": "k1", "def": "k2"},
    }  # fmt: skip  # one row of a table
    return Reading(fields, **{**given, **values})


def said(record, **values):
    """The row of a file of which each heading is proposed by itself."""
    return read_row(7, record, reading(proposed(record, {}), **values))


def codes(read):
    return [note.code for note in read.faults]


ROW = {"Símbolo": "CERD/C/XA/CO/1", "Párrafo": "12", "Recomendación": "Formar a la policía."}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Símbolo del documento", Field.SYMBOL), ("Cote du document", Field.SYMBOL), ("PÁRRAFO", Field.PARAGRAPH),
        ("Paragraphe", Field.PARAGRAPH), ("Recomendação", Field.TEXT), ("Texte de la recommandation", Field.TEXT),
        ("Texto (es)", Field.TEXT_ES), ("Recomendación en portugués", Field.TEXT_PT), ("Text (en)", Field.TEXT_EN),
        ("Texte en français", Field.TEXT_FR), ("Estado recomendante", Field.STATES), ("ODS", Field.TARGETS),
        ("Metas de los ODS vinculadas", Field.TARGETS), ("Fecha de publicación del documento (ONU)", Field.DAY),
        ("Institución responsable", Field.PRINCIPAL), ("Autoridad validadora", Field.VALIDATING),
        ("Posição do Estado", Field.POSITION), ("Response (UPR)", Field.POSITION), ("Document Code", Field.SYMBOL),
        ("Observaciones nuestras", ""), ("", ""),
    ],
)  # fmt: skip  # one table
def test_a_heading_is_understood_in_each_language_and_by_the_words_around_it(heading, field):
    assert proposed([heading], {}) == {heading: field}


def test_every_column_of_the_index_of_human_rights_is_understood_but_for_its_regions():
    found = proposed(UHRI, {})
    assert [found[heading] for heading in UHRI] == [
        Field.SYMBOL, Field.DAY, Field.BODY, Field.SORT, Field.ADDRESSEE, "", Field.THEMES, Field.GROUPS,
        Field.TARGETS, Field.TEXT, Field.SESSION, Field.STATES, Field.POSITION, Field.EXTERNAL,
    ]  # fmt: skip  # one row of a table


def test_no_field_is_proposed_twice_and_the_exact_heading_has_it():
    assert proposed(["Fecha de emisión del informe", "Fecha"], {}) == {
        "Fecha de emisión del informe": "", "Fecha": Field.DAY
    }  # fmt: skip  # one row of a table
    assert proposed(["Fecha", "Data"], {}) == {"Fecha": Field.DAY, "Data": ""}


def test_what_the_member_chose_before_goes_before_all_else():
    remembered = {"fecha": "", "estado": Field.STATES}
    assert proposed(["Fecha", "Estado"], remembered) == {"Fecha": "", "Estado": Field.STATES}


def test_a_row_of_the_index_is_read_whole():
    cells = (
        "- A/HRC/0/1", datetime(2021, 7, 1), "- UPR", "- Recommendations", "- Aldea (Republic of)", "- Americas",  # noqa: DTZ001  # as a sheet holds it
        "- Education\n- Racial discrimination", "- Police\n- Children", "- 16.1 - Reduce violence\n- 4 - Education",
        "116.7 Train the police.", "- UPR 38", "- Brisa\n- Cumbre", "- Supported", "0f-1",
    )  # fmt: skip  # one row of a table
    row = said(dict(zip(UHRI, cells, strict=True)), language="en")
    assert (row.faults, [note.code for note in row.remarks]) == ((), [Remark.FROM_TEXT])
    assert row.values == {
        "symbol": "A/HRC/0/1", "paragraph": "116.7", "external": "0f-1", "body": "UPR", "session": "UPR 38",
        "cluster": "", "mechanism": Mechanism.UPR, "day": "2021-07-01", "texts": {"en": "116.7 Train the police."},
        "states": ["Brisa", "Cumbre"], "themes": ["Education", "Racial discrimination"],
        "groups": ["Police", "Children"], "targets": ["16.1", "4"], "position": Position.SUPPORTED,
        "status": Status.OPEN, "address": "",
    }  # fmt: skip  # one row of a table


def test_texts_come_in_several_languages_of_one_row():
    row = said({**ROW, "Texto (pt)": "Formar a polícia.", "Text (en)": "Train the police."})
    assert row.values["texts"] == {"es": "Formar a la policía.", "pt": "Formar a polícia.", "en": "Train the police."}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_accents_survive_every_encoding_that_programs_write(encoding):
    raw = "Símbolo;Recomendación\nA/1;Educación y niñez\n".encode(encoding)
    record = dict(zip(read(raw)[0].header, read(raw)[0].rows[0], strict=True))
    assert said(record).values["texts"] == {"es": "Educación y niñez"}


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("2021", DayOrder.DAY_FIRST, "2021"), ("2021-07", DayOrder.DAY_FIRST, "2021-07"),
        ("2021-07-01", DayOrder.MONTH_FIRST, "2021-07-01"), ("2021-07-01T00:00:00", DayOrder.DAY_FIRST, "2021-07-01"),
        ("3/4/2020", DayOrder.DAY_FIRST, "2020-04-03"), ("3.4.2020", DayOrder.MONTH_FIRST, "2020-03-04"),
        ("31/12/2025", DayOrder.MONTH_FIRST, None), ("2021-02-30", DayOrder.DAY_FIRST, None),
        ("mayo", DayOrder.DAY_FIRST, None), ("1/2/20", DayOrder.DAY_FIRST, None),
    ],
)  # fmt: skip  # one table
def test_a_day_is_read_in_the_order_of_the_file_and_never_guessed(words, order, day):
    assert day_in(words, order) == day


def test_days_of_a_sheet_are_days():
    assert said({**ROW, "Fecha": date(2020, 4, 3)}).values["day"] == "2020-04-03"
    assert said({**ROW, "Fecha": 2019}).values["day"] == "2019"


def test_a_list_is_parted_by_lines_by_semicolons_or_by_bars_and_says_nothing_twice():
    assert said({**ROW, "Temas": "a; b ;a"}).values["themes"] == ["a", "b"]
    assert said({**ROW, "Temas": "a, con coma | b"}).values["themes"] == ["a, con coma", "b"]


@pytest.mark.parametrize(
    ("cell", "targets"),
    [
        ("16.1, 16.2; 4.a", ["16.1", "16.2", "4.a"]), ("ODS 16 - Paz, justicia", ["16"]), ("SDG: 5.01", ["5.1"]),
        (16, ["16"]), ("No SDG link identified", []), ("ninguno", []),
    ],
)  # fmt: skip  # one table
def test_goals_and_targets_are_read_by_their_numbers(cell, targets):
    row = said({**ROW, "ODS": cell})
    assert (row.values["targets"], row.faults) == (targets, ())


@pytest.mark.parametrize("cell", ["18", "16.99", "paz"])
def test_what_is_no_goal_is_a_fault(cell):
    row = said({**ROW, "ODS": cell})
    assert codes(row) == [Fault.NOT_A_TARGET]
    assert {word in row.faults[0].sentence for word in (cell, "ODS")} == {True}


@pytest.mark.parametrize(
    ("words", "mechanism"),
    [
        ("CERD", Mechanism.TREATY_BODY), ("SR Racism", Mechanism.SPECIAL_PROCEDURE), ("EPU", Mechanism.UPR),
        ("Comisión Interamericana de Derechos Humanos", Mechanism.INTER_AMERICAN), ("", None),
        ("Comité contra la Tortura", Mechanism.TREATY_BODY), ("Revisión entre pares", Mechanism.NETWORK_REVIEW),
    ],
)  # fmt: skip  # one table
def test_a_mechanism_is_known_by_what_bodies_are_called(words, mechanism):

    assert mechanism_of(folded(words)) == mechanism


def test_the_mechanism_is_what_the_row_says_then_its_body_then_its_document_then_what_was_chosen():
    assert said({**ROW, "Mecanismo": "EPU", "Órgano": "CERD"}).values["mechanism"] == Mechanism.UPR
    assert said({**ROW, "Órgano": "CERD"}).values["mechanism"] == Mechanism.TREATY_BODY
    assert said({**ROW, "Símbolo": "A/HRC/WG.6/38/XA/1"}).values["mechanism"] == Mechanism.UPR
    assert said(ROW).values["mechanism"] == Mechanism.OTHER
    unknown = said({**ROW, "Mecanismo": "Foro"})
    assert codes(unknown) == [Fault.UNKNOWN_WORD]
    assert "Universal Periodic Review" in unknown.faults[0].sentence


def test_a_position_is_what_the_file_says_and_a_rejection_is_not_turned_into_a_note():
    assert said({**ROW, "Posición": "Se toma nota"}).values["position"] == Position.NOTED
    assert said({**ROW, "Posición": "Supported/Noted"}).values["position"] == Position.PARTIALLY
    assert said(ROW).values["position"] == Position.UNSTATED
    assert codes(said({**ROW, "Posición": "Rechazada"})) == [Fault.UNKNOWN_WORD]
    assert said({**ROW, "Estado de cumplimiento": "En curso"}).values["status"] == Status.UNDER_WAY


def test_institutions_are_found_by_code_and_name_and_one_that_is_unknown_is_left_out_with_a_remark():
    row = said({**ROW, "Institución responsable": "Ministerio de Justicia; INDI", "Alterna": "DEF; JUS"})
    assert row.charges == (("k1", Duty.PRINCIPAL), ("k2", Duty.ALTERNATE))
    assert [note.code for note in row.remarks] == [Remark.NO_INSTITUTION]
    assert "INDI" in row.remarks[0].sentence
    assert row.faults == ()


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"Recomendación": ""}, Fault.NO_TEXT), ({"Recomendación": "x" * (MOST_TEXT + 1)}, Fault.TOO_LONG),
        ({"Símbolo": ""}, Fault.NO_IDENTITY), ({"Símbolo": "x" * 81}, Fault.TOO_LONG),
        ({"Fecha": "ayer"}, Fault.NOT_A_DAY), ({"Enlace": "ftp://x.org"}, Fault.NOT_AN_ADDRESS),
        ({"Enlace": "javascript:alert(1)"}, Fault.NOT_AN_ADDRESS),
        ({"Enlace": "https://x.org/" + "x" * 500}, Fault.TOO_LONG),
        ({"Enlace": "https://x.org/\x07"}, Fault.NOT_AN_ADDRESS), ({"Temas": "x" * 201}, Fault.TOO_LONG),
        ({"Temas": "; ".join(map(str, range(61)))}, Fault.TOO_LONG), ({"País": "Brisa"}, Fault.OTHER_STATE),
        ({"Tipo": "Concerns/Observations"}, Fault.NO_RECOMMENDATION),
    ],
)  # fmt: skip  # one table
def test_each_fault_is_named_and_the_row_is_not_taken(more, fault):
    row = said({**ROW, **more})
    assert codes(row) == [fault]
    assert "%(" not in row.faults[0].sentence


def test_what_is_right_is_no_fault():
    row = said({**ROW, "Enlace": "https://x.org/a", "País": "ALDEA; Brisa", "Tipo": "- Recommendations"})
    assert (row.faults, row.values["address"]) == ((), "https://x.org/a")


def test_words_alone_do_until_a_body_says_where_they_come_from():
    assert codes(said({"Recomendación": "Formar.", "Órgano": "CERD"})) == []


def marks(**values):
    return marks_of({"symbol": "", "paragraph": "", "external": "", "body": "", "session": "", "texts": {}, **values})


def test_a_recommendation_is_known_again_by_its_place_its_identifier_or_its_words():
    whole = marks(symbol="A/1", paragraph="12", external="Q", texts={"es": "Formar."})
    assert [mark[:2] for mark in whole] == ["p:", "x:", "t:"]
    assert marks(symbol="a/1", paragraph="12.")[:1] == whole[:1]  # however it is written
    assert marks(symbol="A/1", texts={"es": "FORMAR"}) == whole[2:]
    assert not set(marks(symbol="A/2", texts={"es": "Formar."})) & set(whole)  # the same words elsewhere
    assert marks(body="CERD", session="1", texts={"es": "Formar."}) != marks(body="CERD", texts={"es": "Formar."})
    assert len(marks(texts={"ar": "تدريب", "es": "…"})) == 1  # signs alone are no words
