"""Tables of comments go out as Word and Excel and come back with every row accounted for."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.engine.document import addresses
from tejido.formats import BadFile, Code
from tejido.formats.child import parse_comments
from tejido.formats.comments import CommentTable, How, Row, place, rows_in, type_in, write_docx, write_xlsx
from tejido.formats.comments.columns import HEADINGS, columns_in
from tejido.formats.comments.reader import read_grids
from tejido.formats.markdown import read
from tejido.formats.markdown.tests.sources import minter
from tejido.formats.sheet import Sheet
from tejido.formats.sheet import read as read_sheets

DOCUMENT = read(
    "# Título\n\nPreámbulo del acuerdo que se discute.\n\n## Uno\n\nEl Estado protege a las personas.\n\n"
    "- un inciso de la lista que se añade\n\n## Dos\n\n### Dos uno\n\nLa red coopera con los mecanismos.\n",
    "es",
    minter(),
)
AT = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
WRITERS = (write_xlsx, write_docx)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|'/c calc'!A0", "＝1", "-- guion")


def blank() -> tuple[Row, ...]:
    where = addresses(DOCUMENT)
    return tuple(
        Row(p.id, "PY", "", where[p.id].section, f"¶ {where[p.id].place} «{p.text('es')[:40]}…»", "te", f"Sobre {n}")
        for n, p in enumerate(DOCUMENT)
    )


def table(rows: tuple[Row, ...] | None = None, language: str = "es") -> CommentTable:
    facts = (("Texto", "Acuerdo"), ("Huella", "=0123"))
    return CommentTable("Comentarios", language, facts, blank() if rows is None else rows, AT)


def found(raw: bytes) -> tuple[Row, ...]:
    return rows_in(read_grids(raw))


def placed(rows: tuple[Row, ...]) -> list[tuple[str, How]]:
    return [(p.passage, p.how) for p in place(rows, DOCUMENT)]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("language", HEADINGS)
def test_a_table_comes_back(write: Callable[[CommentTable], bytes], language: str) -> None:
    made = write(table(language=language))
    rows = parse_comments(made, name="a")
    assert [(r.id, r.member, r.comment, r.type) for r in rows] == [(r.id, r.member, r.comment, r.type) for r in blank()]
    assert placed(rows) == [(p.id, How.ID) for p in DOCUMENT]
    assert made == write(table(language=language))


@pytest.mark.parametrize("write", WRITERS)
def test_nothing_in_it_is_a_formula(write: Callable[[CommentTable], bytes]) -> None:
    rows = tuple(Row(DOCUMENT.passages[0].id, "PY", comment=text, proposal=text) for text in FORMULAS)
    made = write(table(rows))
    with ZipFile(BytesIO(made)) as archive:
        xml = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<f>" not in xml
    assert [r.comment for r in found(made)] == [text.strip() for text in FORMULAS]


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30)


@pytest.mark.parametrize("write", WRITERS)
@given(st.lists(words, min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_any_words_come_back(write: Callable[[CommentTable], bytes], texts: list[str]) -> None:
    rows = tuple(Row("0000000000ab", "PY", "1", "2", "3", "ge", text, "x", "y") for text in texts)
    again = found(write(table(rows)))
    assert [_said(r.comment) for r in again] == [_said(text) for text in texts]


def _said(text: str) -> str:
    """The letters, those that Unicode writes in two ways in one of them."""
    from tejido.formats.markdown.cleaning import clean

    return normalize("NFC", "".join(clean(text).split()))


def test_the_file_names_nobody() -> None:
    for write in WRITERS:
        with ZipFile(BytesIO(write(table()))) as archive:
            core = archive.read("docProps/core.xml").decode()
        assert "2026-03-12T09:30:00Z" in core
        assert "<dc:creator></dc:creator>" in core or "creator" not in core
        assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core or "lastModifiedBy" not in core


def grid(*rows: tuple[str, ...]) -> tuple[Row, ...]:
    width = max(map(len, rows))
    return rows_in([Sheet("", tuple(map(str, range(width))), tuple((*r, *[""] * (width - len(r))) for r in rows), 1)])


HEADER = ("Comments", "MB", "Clause", "Proposed change", "Paragraph/Figure", "Type")


def test_columns_in_any_order_and_titles_above_are_understood() -> None:
    rows = grid(("Comentarios sobre el borrador",), (), HEADER, ("Sí", "PY", "1", "otro", "¶ 1", "te"))
    assert rows == (Row("", "PY", "", "1", "¶ 1", "te", "Sí", "otro", number=4),)


def test_without_ids_the_address_counts() -> None:
    where = addresses(DOCUMENT)
    for passage in DOCUMENT:
        address = where[passage.id]
        rows = grid(HEADER, ("Sí", "PY", address.section, "", f"¶ {address.place}" if address.place else "", ""))
        if address.section:
            assert placed(rows) == [(passage.id, How.ADDRESS)]


@pytest.mark.parametrize(
    ("clause", "element", "place_", "how"),
    [
        ("2.1", "1", 7, How.ADDRESS),
        ("§ 2.1 ¶ 1", "", 7, How.ADDRESS),
        ("", "1 ¶ 2", 4, How.ADDRESS),
        ("9", "¶ 9 «El Estado protege a…»", 3, How.TEXT),
        ("", "coopera con los mecanismos", 7, How.TEXT),
        ("9.9", "", -1, How.NOT),
        ("2.1", "9" * 5000, -1, How.NOT),
        ("", "el", -1, How.NOT),
    ],
)
def test_a_row_is_placed_by_what_it_says(clause: str, element: str, place_: int, how: How) -> None:
    rows = grid(HEADER, ("Sí", "", clause, "", element, ""))
    assert placed(rows) == [(DOCUMENT.passages[place_].id if place_ >= 0 else "", how)]


def test_rows_added_below_another_and_merged_cells_belong_to_it() -> None:
    rows = grid(HEADER, ("a", "", "1", "", "¶ 1", ""), ("b",), ("", "", "", "", "", "te"), ("c",))
    assert [how for _, how in placed(rows)] == [How.ADDRESS, How.ABOVE, How.ABOVE]


def test_a_row_on_the_whole_text() -> None:
    assert placed((Row("text", comment="General"), Row("", comment="Suelto"))) == [("", How.WHOLE), ("", How.NOT)]


def test_repeated_headings_and_empty_rows_are_no_comments() -> None:
    rows = grid(HEADER, ("a", "", "1", "", "¶ 1", ""), HEADER, (), ("b", "", "1", "", "¶ 2", ""))
    assert [row.comment for row in rows] == ["a", "b"]


@pytest.mark.parametrize("language", HEADINGS)
def test_every_column_is_found_in_every_language(language: str) -> None:
    assert list(columns_in(list(HEADINGS[language].values()))) == list(HEADINGS[language])


def test_a_row_that_begins_like_headings_is_a_comment_and_other_headings_are_not() -> None:
    said = ("Comments are unclear", "Member A", "Section 2", "Propose to delete it", "Paragraph 3", "Type II error")
    spanish = ("Comentarios", "Miembro (MB/NC)", "Sección/Subsección", "Cambio propuesto", "Párrafo/Figura/Tabla", "")
    rows = grid(HEADER, said, spanish, ("b", "", "1", "", "¶ 2", ""))
    assert [row.comment for row in rows] == ["Comments are unclear", "b"]
    assert rows[0].proposal == "Propose to delete it"


@pytest.mark.parametrize("cell", ["te", "Technical", "técnico", " TE "])
def test_types_are_understood(cell: str) -> None:
    assert type_in(cell) == "technical"
    assert not type_in("?")


def test_a_line_of_words_is_no_header() -> None:
    assert not columns_in(["Comentarios generales", "del país", ""])
    assert not columns_in(["Tipo", "Línea", "Miembro", "Cláusula"])


def test_word_merges_and_tracked_changes_are_read() -> None:
    made = write_docx(table(blank()[:2]))
    with ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    xml = xml.replace(
        '<w:t xml:space="preserve">Sobre 0</w:t></w:r>',
        '<w:t xml:space="preserve">Sobre </w:t></w:r><w:del><w:r><w:delText>0</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>todo</w:t></w:r></w:ins>",
    )
    parts["word/document.xml"] = xml.encode()
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert found(out.getvalue())[0].comment == "Sobre todo"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Code.NO_COMMENT_TABLE),
        (b"hola", Code.NO_COMMENT_TABLE),
        (b"a;b;c\n1;2;3\n", Code.NO_COMMENT_TABLE),
        (b"PK\x03\x04", Code.BROKEN_ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Code.OLD_SHEET),
        (b"%PDF-1.7\n\x00", Code.NOT_TEXT),
    ],
)
def test_what_is_no_table_is_one_sentence(raw: bytes, code: Code) -> None:
    with pytest.raises(BadFile) as caught:
        parse_comments(raw, name="tabla.xlsx")
    assert caught.value.code is code
    assert str(caught.value).startswith("tabla.xlsx: ")


def test_a_word_file_that_is_broken_or_hostile_is_one_sentence() -> None:
    made = write_docx(table())
    with ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for body in (b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts["word/document.xml"]):
        out = BytesIO()
        with ZipFile(out, "w") as archive:
            for name, data in (parts | {"word/document.xml": body}).items():
                archive.writestr(name, data)
        with pytest.raises(BadFile):
            parse_comments(out.getvalue(), name="a.docx")


@pytest.mark.slow
@pytest.mark.parametrize(("write", "ending"), [(write_xlsx, "xlsx"), (write_docx, "docx")])
def test_libreoffice_keeps_rows_and_ids(write: Callable[[CommentTable], bytes], ending: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: the table was NOT opened and saved by it")
    (tmp_path / f"a.{ending}").write_bytes(write(table()))
    out = tmp_path / "out"
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", str(out), str(tmp_path / f"a.{ending}")], check=True, capture_output=True)  # noqa: S603
    rows = parse_comments((out / f"a.{ending}").read_bytes(), name="a")
    assert placed(rows) == [(p.id, How.ID) for p in DOCUMENT]
    assert [r.comment for r in rows] == [r.comment for r in blank()]


def test_what_a_cell_of_excel_cannot_hold_is_said_in_the_cell_and_beside_the_table() -> None:
    made = write_xlsx(table((Row("a", comment="x" * 40_000), Row("b", comment="corto"))))
    comments, about = (["".join(map(str, row)) for row in sheet.rows] for sheet in read_sheets(made))
    assert ["[Cortado" in row for row in comments] == [True, False]
    assert any("[Cortado" in row for row in about)
    assert "[Cortado" not in str([sheet.rows for sheet in read_sheets(write_xlsx(table((Row("b", comment="c"),))))])


def test_a_fact_without_a_name_is_only_said() -> None:
    made = write_docx(replace(table(()), facts=(("Texto", "Acuerdo"), ("", "En preparación"))))
    with ZipFile(BytesIO(made)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert ">Texto: Acuerdo<" in xml
    assert ">En preparación<" in xml
