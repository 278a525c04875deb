"""A file that was refused, and what was simplified in one that was not: one clear sentence in the reader's language."""

import pytest
from django.utils import translation

from tejido.formats.bad_file import BadFile, Code
from tejido.formats.word import Notice, NoticeCode
from tejido.web import bad_files, notices

VALUES = {
    "position": 7, "attribute": "hours", "seconds": 20, "entries": 9000, "limit": 4000, "format": "odt",
    "problem": "ValueError",
}  # fmt: skip  # one table, read as one
NOTED = {
    "field": "DATE", "target": "file:///x", "label": "a.1)", "level": 9, "font": "Wingdings", "character": "\u00fc",
    "name": "image1.emf", "words": "El valle", "drawing": "chart",
}  # fmt: skip  # one table, read as one


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_sentence_that_names_the_file_and_the_place(code):
    said = bad_files.sentence(BadFile(code, "word/document.xml", name="curso.docx", **VALUES))
    assert said.startswith("curso.docx, word/document.xml: ")
    assert said.endswith(".")
    assert "%" not in said
    assert "?" not in said


@pytest.mark.parametrize("code", Code)
def test_a_problem_that_lacks_its_values_still_has_a_sentence(code):
    said = bad_files.sentence(BadFile(code))
    assert said.endswith(".")
    assert "%" not in said
    assert ":" not in said.split()[0]


@pytest.mark.parametrize("code", Code)
def test_the_sentence_for_logs_is_filled_as_well(code):
    said = str(BadFile(code, "line 3", name="es.md", **VALUES))
    assert said.startswith("es.md: ")
    assert said.endswith(" (line 3).")
    assert "{" not in said
    assert "?" not in said
    assert "{" not in str(BadFile(code))


def test_the_values_are_in_the_sentence():
    refused = BadFile(Code.TOO_MANY_ENTRIES, name="a.docx", entries=9000, limit=4000)
    assert bad_files.sentence(refused) == (
        "a.docx: The file holds 9000 parts, more than the 4000 allowed. Save it anew and try again."
    )
    refused = BadFile(Code.BAD_ATTRIBUTE, "line 12", name="a.md", attribute="100%(x)s")
    assert bad_files.sentence(refused) == (
        "a.md, line 12: An activity cannot have 100%(x)s. Take it out and try again."
    )


def test_the_line_is_named_in_the_readers_language(monkeypatch):
    monkeypatch.setattr(bad_files, "gettext", {"line %(number)s": "línea %(number)s"}.get)
    said = bad_files.sentence(BadFile(Code.UNCLOSED_ACTIVITY, "line 12", name="a.md"))
    assert said.startswith("a.md, línea 12: ")


@pytest.mark.parametrize("code", NoticeCode)
def test_every_notice_has_a_sentence_with_its_values_and_its_place(code):
    said = notices.sentence(Notice(code, "Las partes", tuple(NOTED.items())))
    assert said.endswith(", near “Las partes”")
    assert "%" not in said
    assert "?" not in said
    assert notices.sentence(Notice(code))
