"""What lacks the language of its paper is never left out: it stands in another and says so."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from tejido.engine.document import Document, Passage
from tejido.formats import pdf
from tejido.formats.paper import Paper, Text, Words, languages_shown
from tejido.formats.pdf.nodes import book_to_data
from tejido.formats.pdf.tests.books import book
from tejido.formats.pdf.tests.test_typesetting import words_in
from tejido.formats.word.answers.proposals import What
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.tests.editor import Edited
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.writing import write

from ..word.answers.tests.base import document, key

LACKING = (key("memoria"), key("archivos"), key("policia"))


def mixed() -> Document:
    """The sample in Spanish, but three of its passages in Portuguese and English only."""
    return Document.of(
        Passage.of(p.id, p.kind, _elsewhere(p), level=p.level, attributes=dict(p.attributes)) if p.id in LACKING else p
        for p in document()
    )


def _elsewhere(passage: Passage) -> dict[str, str]:
    return {"pt-BR": f"Em português: {passage.text('es')}", "en": f"In English: {passage.text('es')}"}


def paper(*languages: str) -> Paper:
    shown = Text(mixed(), languages, elsewhere={"en": "Solo en: English"})
    return Paper("Currículo", "es", Words("Índice", "{page}"), (shown,), has_contents=True)


def file() -> bytes:
    return write(paper("es"))


@pytest.mark.parametrize(
    ("languages", "shown"),
    [(("es",), ("en",)), (("en",), ("en",)), (("es", "pt-BR"), ("", "pt-BR")), (("es", "fr"), ("en", ""))],
)
def test_a_column_shows_its_own_language_and_the_first_another_where_none_has_it(
    languages: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert languages_shown(mixed().passage(LACKING[0]), languages) == shown


def test_word_sets_it_in_another_language_says_so_and_lists_it() -> None:
    words = [piece.text for piece in read_answer(file()).pieces]
    assert words.count("Solo en: English") == len(LACKING)
    assert "Memoria y archivos" not in words
    with ZipFile(BytesIO(file())) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count(">In English: Memoria y archivos<") == 2  # in the contents and in the text
    assert "Em portugu" not in body


def test_what_is_edited_in_it_comes_back_in_its_own_language() -> None:
    untouched = read_answer(file())
    found = understood(mixed(), ("es",), untouched, untouched)
    assert (found.proposals, found.unplaced) == ((), ())
    edit = Edited(file()).replace(LACKING[1], "plazos conocidos", "plazos breves").drop(LACKING[2])
    found = understood(mixed(), ("es",), untouched, read_answer(edit.bytes()))
    amended, deleted = sorted(found.proposals, key=lambda p: p.what)
    assert (amended.what, amended.passage, amended.language) == (What.AMEND, LACKING[1], "en")
    assert amended.wording.startswith("In English: ")
    assert (deleted.what, deleted.passage, deleted.before) == (
        What.DELETE, LACKING[2], mixed().passage(LACKING[2]).text("en"))  # fmt: skip  # one table, read as one


@pytest.mark.parametrize("languages", [("es",), ("es", "pt-BR"), ("es", "fr")])
def test_a_heading_that_lacks_the_first_language_is_in_the_outline_of_the_pdf(languages, tmp_path) -> None:
    whole = book()
    set_ = replace(whole, annex=None, paper=replace(paper(*languages), images={}))
    said = words_in(pdf.typeset(set_), tmp_path)
    assert said.count("Memoria y archivos") == 2  # in the contents and in the text
    cells = [node["cells"] for node in book_to_data(set_)["blocks"]]
    assert all(any(row) for row in cells)
