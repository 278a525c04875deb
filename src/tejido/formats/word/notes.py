"""Footnotes and endnotes, each read where it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..bad_file import BadFile, Code
from ..markdown.blocks import MAX_NOTE, MAX_NOTES
from .book import Book
from .content import content
from .flattening import flattened
from .relations import part
from .spans import LINE_BREAK, said, source
from .story import Story
from .values import NoticeCode
from .xml import Element, attribute, parse, short


class Notes:
    """The notes of a file, by kind ("footnote", "endnote") and id."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._parts: dict[str, tuple[Story, Mapping[str, Element]]] = {}
        self._texts: dict[tuple[str, str], str | None] = {}
        self._length = 0

    def text(self, kind: str, id: str) -> str | None:
        """A note as Markdown on one line; None where it is not in the file, or calls itself. BadFile where notes
        multiply.
        """
        if (kind, id) not in self._texts:
            self._texts[kind, id] = None  # what a note finds that calls itself
            self._texts[kind, id] = self._read(kind, id)
        text = self._texts[kind, id]
        self._length += len(text or "")
        if len(text or "") > MAX_NOTE or self._length > MAX_NOTES:
            raise BadFile(Code.TOO_BIG, f"{kind} {id}")
        return text

    def _read(self, kind: str, id: str) -> str | None:
        if kind not in self._parts:
            self._parts[kind] = self._opened(kind)
        story, elements = self._parts[kind]
        if id not in elements:
            return None
        journal = self._book.journal
        with journal.aside():
            spans = flattened(tuple(story.flow(content(elements[id], journal))), " ", journal)
            written = source(replace(span, text=span.text.replace(LINE_BREAK, " ")) for span in spans)
            if not written.is_whole:
                journal.note(NoticeCode.EMPHASIS)
            journal.place(said(spans))
        return written.text.strip()

    def _opened(self, kind: str) -> tuple[Story, Mapping[str, Element]]:
        """The part that holds the notes of a kind, and its notes by id."""
        name = self._book.main.first(f"{kind}s")
        data = self._book.archive.read(name) if name else None
        notes = (e for e in parse(data, name) if short(e.tag) == f"w:{kind}") if data is not None else ()
        return Story(self._book, part(self._book.archive, name), self.text), {attribute(e, "w:id"): e for e in notes}
