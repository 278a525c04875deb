"""The table of contents: a real field, whose entries lead to the headings.

Page numbers are Word's to know: until somebody updates the field, the entries stand without them rather than with wrong
ones. Word is not asked to update fields when it opens the file, for it asks a frightening question then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tejido.engine.document import Kind, Passage, outline

from ...markdown.words import plain
from ...paper import Heading, Paper, Text, languages_shown
from .elements import Form, paragraph
from .names import Mark
from .passages import is_numbered
from .runs import Look, plain_run


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    text: str
    language: str
    anchor: str = ""


def contents(paper: Paper, title: Passage | None) -> Iterator[str]:
    """The heading and the field; nothing where there is nothing to list."""
    entries = [entry for entry in _entries(paper, title) if entry.level <= paper.contents_depth]
    if not entries:
        return
    look = Look(paper.language)
    yield paragraph(Form("TOCHeading", paper.language), plain_run(paper.words.contents, look))
    opening = (
        _mark("begin")
        + f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{paper.contents_depth}" \\h \\z \\u </w:instrText>'
    )
    opening += "</w:r>" + _mark("separate")
    for place, entry in enumerate(entries):
        ending = _mark("end") if place + 1 == len(entries) else ""
        yield paragraph(
            Form(f"TOC{entry.level}", entry.language), (opening if not place else "") + _line(entry) + ending
        )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _line(entry: _Entry) -> str:
    run = plain_run(entry.text, Look(entry.language))
    return f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{run}</w:hyperlink>' if entry.anchor else run


def _entries(paper: Paper, title: Passage | None) -> Iterator[_Entry]:
    for block in paper.blocks:
        match block:
            case Heading(text, level, language):
                yield _Entry(level, plain(text), language or paper.language)
            case Text():
                yield from _headings(block, title)


def _headings(text: Text, title: Passage | None) -> Iterator[_Entry]:
    raised = 1 if title is not None else 0
    is_counted = is_numbered(text.document, raised)
    for section in outline(text.document):
        heading = section.heading
        if heading is None or heading is title or heading.kind is not Kind.HEADING:
            continue
        shown = languages_shown(heading, text.languages)
        column, language = next(((at, tag) for at, tag in enumerate(shown) if tag), (0, ""))
        number = f"{section.number}  " if is_counted and section.number else ""
        words = number + plain(heading.text(language))
        yield _Entry(max(heading.level - raised, 1), words, language, Mark(heading.id, column).name)
