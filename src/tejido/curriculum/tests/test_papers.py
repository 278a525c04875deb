"""Texts as files: in every format, for whoever may read the text, and true to the record."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from cast import SECTION_A
from tejido.curriculum.papers import about, book_of, redline_book, revision_version, summary_in
from tejido.curriculum.queries import document_of, latest_revision
from tejido.curriculum.redline import redline
from tejido.curriculum.views import papers
from tejido.engine.document import Document
from tejido.formats import akn, markdown, pdf

from .writing import save, shown

pytestmark = pytest.mark.django_db
READER = "XB/focal_point"


def get(cast, address: str, *, who: str = READER):
    return cast.client(who, language="es").get(f"/texts/texto/{address}")


def mint() -> str:
    raise AssertionError("every passage has its id")


@pytest.mark.parametrize(
    ("ending", "media_type", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF"),
        ("epub", "application/epub+zip", b"PK"),
        ("xml", "application/akn+xml", b"<?xml"),
        ("md", "text/markdown; charset=utf-8", b"<!-- p:"),
    ],
)
def test_a_text_is_there_in_every_format(cast, text, ending, media_type, begins):
    answer = get(cast, f"papers/es.{ending}")
    assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
    assert answer.content.startswith(begins)
    assert f'filename="texto-r1.es.{ending}"' in answer["Content-Disposition"]


@pytest.mark.parametrize("address", ["papers/fr.pdf", "papers/es.exe", "papers/es.pdf?beside=fr", "changes/1-9.es.pdf",
                                     "changes/1-1.fr.pdf", "papers/es.md?revision=9"])  # fmt: skip
def test_what_is_not_there_is_not_found(cast, text, address):
    assert get(cast, address).status_code == 404


def test_ids_come_back_from_akoma_ntoso_and_markdown(cast, text):
    whole = document_of(latest_revision(text))
    ids = [p.id for p in whole if p.text("es")]
    for ending, read in (("xml", akn.read), ("md", markdown.read_bytes)):
        again = read(get(cast, f"papers/es.{ending}").content, "es", mint)
        assert [p.id for p in again] == ids
        assert [p.text("es") for p in again] == [p.text("es") for p in whole if p.text("es")]


def test_the_e_book_holds_the_ids_and_names_nobody(cast, text):
    with ZipFile(BytesIO(get(cast, "papers/es.epub").content)) as archive:
        said = "".join(archive.read(name).decode() for name in archive.namelist() if not name.endswith("png"))
    assert all(f'id="p-{p.id}"' in said for p in document_of(latest_revision(text)))
    assert "dc:creator" not in said


def test_a_book_says_that_it_is_in_preparation_in_its_own_language(cast, text):
    version = revision_version(text, latest_revision(text), "https://red.example/texts/texto/")
    assert {book_of(version, [tag]).paper.words.contents for tag in ("es", "pt")} == {"Índice", "Sumário"}
    assert book_of(version, ["es"]).notice == "Texto en preparación"
    assert about(version, "es").version == "revision-1"
    assert summary_in("fr").startswith("Le texte")


def test_the_redline_is_set_with_what_changed(cast, text):
    before = latest_revision(text)
    save(cast, text, SECTION_A, shown(text, SECTION_A) + "\nUn párrafo nuevo.\n")
    after = latest_revision(text)
    line = redline(document_of(before), document_of(after), "es")
    book = redline_book(revision_version(text, after, ""), before, line, "es")
    assert len(book.changes) == len(line.entries)
    kept = {change.what: bool(change.text) for change in book.changes}
    assert kept == {"unchanged": True, "added": False}
    assert get(cast, f"changes/1-{after.number}.es.pdf").content.startswith(b"%PDF")


def test_what_changed_in_another_language_only_says_so_and_is_set_as_it_always_is(text):
    revision = latest_revision(text)
    whole = document_of(revision)
    first = whole.passages[1]
    after = Document.of(p.with_text("pt", "Outras palavras.") if p == first else p for p in whole)
    book = redline_book(revision_version(text, revision, ""), revision, redline(whole, after, "es"), "es")
    changed = [change for change in book.changes if change.what == "changed"]
    assert [(c.word, c.text) for c in changed] == [("modificado en otro idioma", first.text("es"))]


def test_a_paper_that_cannot_be_set_leads_back_with_a_sentence(cast, text, monkeypatch):
    def refuse(_book):
        raise pdf.NotSet("no")

    monkeypatch.setattr(papers.pdf, "typeset", refuse)
    for address in ("papers/es.pdf", "changes/1-1.es.pdf"):
        answer = get(cast, address)
        assert answer.status_code == 302
        assert answer["Location"] == "/texts/texto/"


def test_the_pages_offer_their_files(cast, text):
    page = get(cast, "").content.decode()
    for ending in ("pdf", "epub", "md", "xml"):
        assert f"/texts/texto/papers/es.{ending}?revision=1" in page
    assert "beside=pt" in page
    assert "/texts/texto/changes/1-1.es.pdf" in get(cast, "changes/").content.decode()
