"""A story is what Word calls a run of text of its own: the body, a note, a text box. Here it becomes paragraphs and
tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tejido.engine.document import Kind

from .book import Book
from .content import content
from .flow import Flow, Paragraph, Table
from .line import Line, NoteText
from .numbering import DEEPEST, Label
from .relations import Part
from .spans import Span, said
from .styles import Manner, outline_level, stated
from .tables import rows
from .values import NoticeCode
from .xml import Element, attribute, child, short


class Story:
    """Reads the stories of one part of the file."""

    def __init__(self, book: Book, part: Part, note_text: NoteText) -> None:
        self._book = book
        self._part = part
        self._note_text = note_text
        self._noted: set[tuple[int, int]] = set()  # lists, by id and depth, whose kind of number was noted

    def flow(self, elements: Iterable[Element]) -> Flow:
        """The paragraphs and tables of elements in reading order; the text of boxes comes after the paragraph that
        holds them.
        """
        held: list[Span] = []
        for element in elements:
            name = short(element.tag)
            if name == "w:p":
                yield from self._paragraph(element, held)
            elif name in {"w:tbl", "w:altChunk", "m:oMath", "m:oMathPara"}:
                yield from self._apart(held)
                yield from self._other(name, element)
        yield from self._apart(held)

    def _paragraph(self, element: Element, held: list[Span]) -> Flow:
        """A paragraph with what was held for it; where it goes on in the next one, that is held instead."""
        properties = child(element, "w:pPr")
        style = self._book.styles.paragraph_style(properties)
        manner = self._book.styles.manner(style)
        if manner.is_contents:
            self._book.journal.note(NoticeCode.CONTENTS)
            self._book.journal.place("")
            return
        line = Line(self._book, self._part, style, self._note_text)
        line.read(element)
        held += line.spans
        if not self._goes_on(properties):
            label, depth = self._label(properties, style, manner)
            yield from self._placed(_paragraph(_heading(properties, manner), label, depth, manner, _emptied(held)))
        yield from self._boxes(line.boxes)

    def _goes_on(self, properties: Element | None) -> bool:
        """Whether the next paragraph continues this one: its mark was deleted, or it is an initial on its own."""
        if any(child(properties, "w:rPr", name) is not None for name in ("w:del", "w:moveFrom")):
            self._book.journal.note(NoticeCode.TRACKED_CHANGE)
            return True
        return attribute(child(properties, "w:framePr"), "w:dropCap") in {"drop", "margin"}

    def _apart(self, held: list[Span]) -> Flow:
        """What was held for a paragraph that never came."""
        if held:
            yield from self._placed(Paragraph(Kind.PARAGRAPH, _emptied(held)))

    def _label(self, properties: Element | None, style: str, manner: Manner) -> tuple[Label | None, int]:
        """What the paragraph's list puts before it, and its depth there from 0."""
        numbering, own = self._book.numbering, child(properties, "w:numPr")
        id = stated(own, "w:numId", manner.list) or 0
        depth = stated(own, "w:ilvl", numbering.depth_of(id, style))
        depth = min(depth if depth is not None else manner.depth or 0, DEEPEST)
        label = numbering.label(id, depth)
        if label and not (label.is_plain or label.has_words or (id, depth) in self._noted):
            self._noted.add((id, depth))
            self._book.journal.note(NoticeCode.NUMBERING, label=label.text)
        return label, depth

    def _placed(self, paragraph: Paragraph) -> Flow:
        """A paragraph, its notices placed; nothing where it has neither words nor an image."""
        self._book.journal.place(said(paragraph.spans))
        if any(span.atom or span.text.strip() for span in paragraph.spans):
            yield paragraph

    def _boxes(self, boxes: Iterable[Element]) -> Flow:
        for box in boxes:
            self._book.journal.note(NoticeCode.TEXT_BOX)
            yield from self.flow(content(box, self._book.journal))

    def _other(self, name: str, element: Element) -> Flow:
        """What stands between paragraphs."""
        if name == "w:tbl":
            yield from self._table(element)
        elif name == "w:altChunk":
            self._book.journal.note(NoticeCode.EMBEDDED)
            self._book.journal.place("")
        else:
            line = Line(self._book, self._part, "", self._note_text)
            line.equation(element)
            yield from self._placed(Paragraph(Kind.PARAGRAPH, tuple(line.spans)))

    def _table(self, element: Element) -> Flow:
        found = tuple(rows(element, self.flow, self._book.journal))
        if [len(row) for row in found] == [1]:
            [[cell]] = found
            self._book.journal.note(NoticeCode.BOX)
            self._book.journal.place(next((said(inner.spans) for inner in cell if isinstance(inner, Paragraph)), ""))
            yield from cell
        elif found:
            yield Table(found)


def _emptied(held: list[Span]) -> tuple[Span, ...]:
    spans = tuple(held)
    held.clear()
    return spans


def _heading(properties: Element | None, manner: Manner) -> int | None:
    """The level of a heading; what a paragraph says itself goes before what its style says."""
    outline = outline_level(properties)
    return manner.heading if outline is None else outline or None


def _paragraph(
    heading: int | None, label: Label | None, depth: int, manner: Manner, spans: Sequence[Span]
) -> Paragraph:
    has_words = label is not None and label.has_words
    said = (Span(f"{label.text} "), *spans) if label is not None and has_words else tuple(spans)
    if heading is not None:
        return Paragraph(Kind.HEADING, said, heading)
    if label is not None and not has_words:
        return Paragraph(Kind.ITEM, said, depth + 1, label.number)
    return Paragraph(Kind.QUOTATION if manner.is_quotation else Kind.PARAGRAPH, said)
