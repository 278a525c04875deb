"""A text of real size and of every ingredient, written by another program, comes over whole."""

from __future__ import annotations

import hashlib
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tejido.engine.document import Document, Kind
from tejido.formats.markdown import plain
from tejido.formats.markdown import read as read_markdown
from tejido.formats.markdown import write as write_markdown
from tejido.formats.word import NoticeCode, Reading

from .sample import p, part, png, reading

MODULES, UNITS = 12, 10
WORDS = "La prevención de atrocidades masivas exige instituciones que recuerden, que escuchen y que actúen a tiempo. "


def call(paragraph, id: str) -> None:
    """Calls a note at the end of a paragraph: python-docx has no words for it."""
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), id)
    paragraph.add_run()._r.append(reference)


def add_notes(document) -> None:
    ids = [f"{number}{unit:02}" for number in range(1, MODULES + 1) for unit in range(1, UNITS + 1)]
    notes = "".join(f'<w:footnote w:id="{id}">{p(f"Nota {id}.")}</w:footnote>' for id in ids)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    made = Part(PackURI("/word/footnotes.xml"), kind, part("footnotes", notes), document.part.package)
    document.part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)


def module(document, number: int) -> None:
    document.add_heading(f"Módulo {number}", 1)
    for unit in range(1, UNITS + 1):
        document.add_heading(f"Unidad {number}.{unit}", 2)
        for place in range(4):
            paragraph = document.add_paragraph(f"{number}.{unit}.{place} ")
            paragraph.add_run("Importante:").bold = True
            paragraph.add_run(f" {WORDS * 3}")
            paragraph.add_run("con énfasis").italic = True
        call(paragraph, f"{number}{unit:02}")
        for place in range(3):
            document.add_paragraph(f"paso {place} de {number}.{unit}", style="List Number")
            document.add_paragraph(f"detalle {place} de {number}.{unit}", style="List Bullet 2")
        document.add_paragraph(f"Cita {number}.{unit}: {WORDS}", style="Quote")
        table = document.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{number}.{unit} {row}×{column}"
    document.add_picture(BytesIO(png((b"tEXt", f"k\0{number}".encode()))))
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


@pytest.fixture(scope="module")
def found() -> Reading:
    """More than a hundred pages: 12 modules of 10 units with 4 paragraphs of some 60 words, lists, quotations, tables
    and images.
    """
    document = docx.Document()
    document.add_heading("Currículo de demostración", 0)
    for number in range(1, MODULES + 1):
        module(document, number)
    add_notes(document)
    file = BytesIO()
    document.save(file)
    return reading(file.getvalue())


def kinds(document: Document, kind: Kind) -> list[str]:
    return [passage.text("es") for passage in document if passage.kind is kind]


def test_every_passage_is_there_and_is_what_it_was(found):
    counted = {kind.value: len(kinds(found.document, kind)) for kind in Kind}
    units = MODULES * UNITS
    assert counted == {
        "heading": 1 + MODULES + units,
        "paragraph": 4 * units,
        "item": 6 * units,
        "quotation": units,
        "table": units,
        "figure": MODULES,
        "activity": 0,
    }
    assert (
        sum(len(plain(passage.text("es")).split()) for passage in found.document) > 30_000
    )  # a hundred pages of 300 words


def test_the_outline_is_that_of_the_title_its_modules_and_units(found):
    headings = [(passage.level, passage.text("es")) for passage in found.document if passage.kind is Kind.HEADING]
    assert headings[:3] == [(1, "Currículo de demostración"), (2, "Módulo 1"), (3, "Unidad 1.1")]
    assert [level for level, _ in headings].count(2) == MODULES
    assert headings[-1] == (3, f"Unidad {MODULES}.{UNITS}")


def test_words_emphasis_items_and_cells_are_those_that_were_written(found):
    assert kinds(found.document, Kind.PARAGRAPH)[5] == f"1.2.1 **Importante:** {WORDS * 3}*con énfasis*"
    notes = [text.rpartition("^[")[2] for text in kinds(found.document, Kind.PARAGRAPH) if "^[" in text]
    assert notes == [f"Nota {number}{unit:02}.]" for number in range(1, MODULES + 1) for unit in range(1, UNITS + 1)]
    items = [passage for passage in found.document if passage.kind is Kind.ITEM][:4]
    assert [(item.text("es"), item.level, item.attribute("ordered")) for item in items] == [
        ("paso 0 de 1.1", 1, "1"),
        ("detalle 0 de 1.1", 1, ""),
        ("paso 1 de 1.1", 1, "1"),
        ("detalle 1 de 1.1", 1, ""),
    ]
    assert kinds(found.document, Kind.TABLE)[-1].splitlines() == [
        "| 12.10 0×0 | 12.10 0×1 | 12.10 0×2 |",
        "| --- | --- | --- |",
        "| 12.10 1×0 | 12.10 1×1 | 12.10 1×2 |",
        "| 12.10 2×0 | 12.10 2×1 | 12.10 2×2 |",
    ]


def test_equal_images_come_once_and_each_figure_lacks_its_words(found):
    [image] = found.images
    assert image.data == png()
    assert kinds(found.document, Kind.FIGURE) == [f"![](media:{hashlib.sha256(png()).hexdigest()})"] * MODULES
    assert [notice.code for notice in found.notices] == [NoticeCode.NO_ALTERNATIVE] * MODULES


def test_the_text_written_as_markdown_reads_back_as_the_same_passages(found):
    ids = iter(passage.id for passage in found.document)
    assert read_markdown(write_markdown(found.document, "es"), "es", lambda: next(ids)) == found.document
