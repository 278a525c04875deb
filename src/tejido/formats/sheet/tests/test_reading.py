"""Workbooks and CSV files as people really have them, and as those make them who mean harm."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tejido.formats import BadFile, Code
from tejido.formats.child import parse_sheets
from tejido.formats.sheet import Sheet, read, write_csv, write_xlsx
from tejido.formats.sheet.frames import from_bytes, to_bytes

INSTANT = datetime(2015, 6, 1, 9, 30)  # noqa: DTZ001 - a cell has no zone
TABLE = Sheet("Países", ("código", "nombre"), (("PY", "Paraguay"), ("BR", "São Paulo; y, «más»")))
CSV = "código;nombre\r\nPY;Paraguay\r\nBR;Peñón\r\n"


def refused(raw: bytes) -> BadFile:
    with pytest.raises(BadFile) as problem:
        parse_sheets(raw, name="tabla.xlsx")
    return problem.value


def mended(xlsx: bytes, **parts: bytes) -> bytes:
    """The workbook with other bytes in some of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(xlsx)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for entry in old.namelist():
            stem = entry.rpartition("/")[2].partition(".")[0]
            new.writestr(entry, parts.get(stem, old.read(entry)))
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_csv_file_is_read_in_the_encoding_it_has(encoding):
    (sheet,) = read(CSV.encode(encoding))
    assert sheet == Sheet("", ("código", "nombre"), (("PY", "Paraguay"), ("BR", "Peñón")))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_read_with_the_separator_it_has(separator):
    (sheet,) = read(write_csv(TABLE, separator))
    assert (sheet.header, sheet.rows) == (TABLE.header, TABLE.rows)


def test_excel_s_own_line_says_the_separator_and_a_quoted_heading_says_none():
    (said,) = read(b"sep=;\r\na,b;c\r\n1,2;3\r\n")
    assert said.header == ("a,b", "c")
    (quoted,) = read(b'"a;b;c;d",e\r\n1,2\r\n')
    assert quoted.header == ("a;b;c;d", "e")


def test_a_nul_that_no_database_can_hold_is_left_out_of_what_was_read():
    told = to_bytes([Sheet("h\0oja", ("a\0",), (("x\0y",),))])
    assert from_bytes(told) == (Sheet("hoja", ("a",), (("xy",),)),)


def test_a_workbook_comes_back_with_its_texts_numbers_days_and_instants():
    rows = (("a", 3, 2.5, True, date(2015, 6, 1), INSTANT), (None,) * 6, ("z", *(None,) * 5))
    table = Sheet("hoja", ("t", "n", "f", "b", "d", "i"), rows)
    assert parse_sheets(write_xlsx([table, TABLE]), name="t.xlsx") == (table, TABLE)


def test_rows_have_the_numbers_that_people_see_and_empty_ones_say_nothing():
    (sheet,) = read(b"\r\n,\r\na,b\r\n1,2\r\n,\r\n3,\r\n,\r\n")
    assert sheet.first == 4
    assert list(sheet.records()) == [(4, {"a": "1", "b": "2"}), (6, {"a": "3", "b": None})]


def test_columns_without_a_heading_are_no_part_of_the_table_and_short_rows_are_filled():
    (sheet,) = read(b"a,,b\r\n1,x,2\r\n3\r\n")
    assert (sheet.header, sheet.rows) == (("a", "b"), (("1", "2"), ("3", None)))


def test_of_two_columns_with_one_name_the_first_counts():
    assert [row for _, row in Sheet("", ("a", "a"), (("1", "2"),)).records()] == [{"a": "1"}]


def test_an_empty_file_and_an_empty_sheet_hold_no_table():
    assert read(b"") == ()
    assert read(write_xlsx([Sheet("nada", (), ())])) == ()


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")')


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_leaves_as_a_formula_and_all_of_them_come_back(formula):
    table = Sheet("t", ("a", "b"), ((formula, "x"),))
    written = write_csv(table).decode("utf-8-sig").splitlines()[1].lstrip('"')
    assert written.startswith("'")
    workbook = write_xlsx([table])
    with ZipFile(BytesIO(workbook)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in page
    assert b"hyperlink" not in page
    for raw in (write_csv(table), workbook):
        assert str(read(raw)[0].rows[0][0]).strip() == formula.strip()


def test_numbers_are_no_formulas_and_truth_has_two_words():
    table = Sheet("t", ("n", "b", "d"), ((-5, False, date(2020, 1, 2)), (None, True, INSTANT)))
    assert write_csv(table).decode("utf-8-sig").splitlines()[1:] == ["-5,false,2020-01-02", ",true,2015-06-01 09:30"]


def test_the_name_of_a_sheet_is_made_one_that_excel_takes():
    names = [sheet.name for sheet in read(write_xlsx([Sheet("a/b:c" + "x" * 40, ("h",), ()), Sheet("", ("h",), ())]))]
    assert names == ["a b c" + "x" * 26, "2"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAR = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
WIDE = b'<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (OLE + b"\0" * 600, Code.OLD_SHEET),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Code.ENCRYPTED),
        (b"PK\x03\x04 cut off", Code.BROKEN_ZIP),
        (write_xlsx([TABLE])[:-200], Code.BROKEN_ZIP),
        (mended(write_xlsx([TABLE]), sheet1=FAR), Code.TOO_BIG),
        (mended(write_xlsx([TABLE]), sheet1=WIDE), Code.TOO_BIG),
        (mended(write_xlsx([TABLE]), workbook=b"<no"), Code.NOT_SHEET),
        (b"a,b\r\n\x00\x01,2", Code.NOT_TEXT),
        (b'a,b\r\n"never closed', Code.BROKEN_CSV),
        (b"a,b\r\n\x81\x8d", Code.NOT_UTF8),
        (b"a\r\n" + b"x" * 40_000, Code.TOO_BIG),
        (b"a\r\n" + b"x" * 140_000, Code.BROKEN_CSV),
        (b"a\r\n" * 50_002, Code.TOO_BIG),
        (b"a," * 300 + b"\r\n", Code.TOO_BIG),
    ],
)
def test_what_is_no_sound_table_is_one_refusal_with_the_name_of_the_file(raw, code):
    problem = refused(raw)
    assert (problem.code, problem.name) == (code, "tabla.xlsx")


def test_a_word_file_is_no_workbook():
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr("word/document.xml", "<w/>")
    assert refused(made.getvalue()).code == Code.NOT_SHEET


def test_too_many_sheets_are_too_big():
    assert refused(write_xlsx([Sheet(f"s{n}", ("a",), (("1",),)) for n in range(40)])).code == Code.TOO_BIG


def test_entities_are_not_expanded():
    bomb = b'<!DOCTYPE x [<!ENTITY a "boo">]><sst count="1" uniqueCount="1"><si><t>&a;&a;</t></si></sst>'
    raw = mended(write_xlsx([Sheet("t", ("h",), (("x",),))]), sharedStrings=bomb)
    try:
        told = str(parse_sheets(raw, name="t.xlsx"))
    except BadFile as problem:
        told = str(problem)
    assert "booboo" not in told


def test_a_file_that_is_too_big_is_not_even_read(monkeypatch):
    monkeypatch.setattr("tejido.formats.child.MAX_FILE", 10)
    assert refused(b"a" * 11).code == Code.TOO_BIG


@pytest.mark.parametrize(
    "answer",
    [b"[]", b"{}", b'{"sheets": [["n", ["a"], 2, [["1", "2"]]]]}', b'{"sheets": [["n", [1], 2, []]]}', b"no"],
)
def test_an_answer_that_is_none_is_a_crash_of_ours(monkeypatch, answer):
    monkeypatch.setattr("tejido.formats.child._answer", lambda *_: answer)
    assert refused(b"a").code == Code.CRASHED
