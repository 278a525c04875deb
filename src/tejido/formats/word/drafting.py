"""From paragraphs and tables to passages that have no id yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from tejido.engine.document import Kind

from ..bad_file import BadFile, Code
from ..markdown import plain, table_text
from ..markdown.blocks import MAX_CELLS, Block
from ..markdown.words import BREAK
from .flattening import flattened
from .flow import Cell, Paragraph, Table
from .journal import Journal
from .spans import LINE_BREAK, Span, said, write
from .styles import TITLE
from .values import NoticeCode

DEEPEST_HEADING = 6


def drafted(flow: Iterable[Paragraph | Table], journal: Journal) -> list[Block]:
    """The passages of a flow. Paragraphs of a quotation that follow one another are one passage."""
    blocks: list[Block] = []
    for is_quotation, group in groupby(_blocks(flow, journal), key=lambda block: block.kind is Kind.QUOTATION):
        run = list(group)
        blocks += [Block(Kind.QUOTATION, "\n\n".join(block.text for block in run))] if is_quotation else run
    return list(_below_title(blocks, journal))


def _blocks(flow: Iterable[Paragraph | Table], journal: Journal) -> Iterator[Block]:
    numbers = _Numbers()
    for part in flow:
        match part:
            case Paragraph(Kind.ITEM, spans, level, number):
                yield Block(Kind.ITEM, _written(spans, journal), level, numbers.attributes(level, number))
                continue
            case Paragraph():
                block = _paragraph(part, journal)
            case Table(rows):
                block = Block(Kind.TABLE, _table(rows, journal))
        if block.text:
            numbers.clear()
            yield block


def _paragraph(paragraph: Paragraph, journal: Journal) -> Block:
    """A heading, quotation or paragraph; a figure where there is nothing but one image."""
    atoms = [span for span in paragraph.spans if span.atom]
    if not said(paragraph.spans).strip() and all(span.atom.startswith("!") for span in atoms):
        is_figure = len(atoms) == 1 and not atoms[0].href
        return Block(Kind.FIGURE if is_figure else Kind.PARAGRAPH, _written(paragraph.spans, journal))
    match paragraph.kind:
        case Kind.HEADING:
            text = _written(paragraph.spans, journal, line_break="<br>", is_stressed=True)
            return Block(Kind.HEADING, text, paragraph.level)
        case kind:
            return Block(kind, _written(paragraph.spans, journal, is_stressed=kind is Kind.QUOTATION))


def _table(rows: tuple[tuple[Cell, ...], ...], journal: Journal) -> str:
    """A pipe table whose header is the first row; empty where no cell says anything."""
    if len(rows) * max(map(len, rows), default=0) > MAX_CELLS:
        raise BadFile(Code.TOO_BIG)
    texts = [
        [
            _written(flattened(cell, LINE_BREAK, journal), journal, line_break="<br>", is_stressed=not place)
            for cell in row
        ]
        for place, row in enumerate(rows)
    ]
    return table_text(texts) if any(map(any, texts)) else ""


def _written(spans: Iterable[Span], journal: Journal, *, line_break: str = BREAK, is_stressed: bool = False) -> str:
    written = write(spans := list(spans), line_break=line_break, is_stressed=is_stressed)
    if not written.is_whole:
        journal.note(NoticeCode.EMPHASIS)
    journal.place(said(spans))
    return written.text


def _below_title(blocks: list[Block], journal: Journal) -> Iterator[Block]:
    """Headings with their final levels: below a title, the first level of headings is the second of the text."""
    levels = {block.level for block in blocks if block.kind is Kind.HEADING}
    shift = 1 if {TITLE, 1} <= levels else 0
    for block in blocks:
        if block.kind is not Kind.HEADING:
            yield block
            continue
        level = block.level + shift if block.level != TITLE else 1
        if level > DEEPEST_HEADING:
            journal.note(NoticeCode.HEADING_DEPTH, level=level)
            journal.place(plain(block.text))
        yield replace(block, level=min(level, DEEPEST_HEADING))


class _Numbers:
    """Remembers the last number of each depth, to tell which numbers follow by themselves."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def clear(self) -> None:
        """Something that is no item ends every list."""
        self._last.clear()

    def attributes(self, level: int, number: int | None) -> dict[str, str]:
        """`ordered`, and `start` where the number does not follow from the items before."""
        expected = self._last.get(level, 0) + 1
        self._last = {depth: last for depth, last in self._last.items() if depth < level}
        if number is None:
            return {}
        self._last[level] = number
        return {"ordered": "1"} if number == expected else {"ordered": "1", "start": str(number)}
