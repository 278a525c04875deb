"""Whatever signs a title holds, the file that shows it is sound."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from tejido.formats import akn, epub, pdf
from tejido.formats.escaping import quoted, sayable, xml
from tejido.formats.pdf.tests.books import book, document
from tejido.formats.word.writing import write

BAD = "Acuerdo\x01\x0c\x1f\ufffe\uffff & <más>"
SAID = "Acuerdo & <más>"
_XML = (".xml", ".xhtml", ".opf", ".svg", ".rels")


def titled() -> pdf.Book:
    whole = book()
    words = dict.fromkeys(("title", "network", "subtitle", "head", "foot"), BAD)
    blocks = (whole.paper.blocks[0], whole.paper.blocks[-1])
    return replace(whole, notice=BAD, paper=replace(whole.paper, facts=((BAD, "x"),), blocks=blocks, **words))


def zipped(raw: bytes) -> list[bytes]:
    with ZipFile(BytesIO(raw)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(_XML)]


WRITERS: dict[str, Callable[[], list[bytes]]] = {
    "akn": lambda: [akn.write(document(), "es", akn.About("a", BAD, BAD, BAD, "0", date(2026, 3, 12), BAD))],
    "epub": lambda: zipped(epub.bind(titled(), summary=BAD)),
    "word": lambda: zipped(write(titled().paper)),
}


@pytest.mark.parametrize("name", WRITERS)
def test_no_sign_in_a_title_breaks_a_file(name: str) -> None:
    said = [" ".join([*root.itertext(), *root.xpath("//@*")]) for root in map(etree.fromstring, WRITERS[name]())]
    assert any(SAID in words for words in said)


def test_no_sign_in_a_title_stops_the_press() -> None:
    assert pdf.typeset(titled()).startswith(b"%PDF")


def test_what_xml_can_hold_stays() -> None:
    assert sayable("á\tb\nc\U0001f600") == "á\tb\nc\U0001f600"
    assert xml("a<b>&\x0b") == "a&lt;b&gt;&amp;"
    assert quoted('"a"\nb') == "&quot;a&quot; b"
