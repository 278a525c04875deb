"""A flow as one run of spans, for the places where Markdown has no room for blocks: cells and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tejido.engine.document import Kind

from .flow import Paragraph, Table
from .journal import Journal
from .spans import Span
from .values import NoticeCode


def flattened(parts: Iterable[Paragraph | Table], separator: str, journal: Journal) -> list[Span]:
    """The paragraphs of a flow, parted by the separator; markers of lists become words, tables become lines."""
    lines = (line for part in parts for line in _lines(part, journal))
    return _parted(lines, separator)


def _lines(part: Paragraph | Table, journal: Journal) -> Iterator[Sequence[Span]]:
    match part:
        case Paragraph(Kind.ITEM, spans, _, number):
            yield [Span("– " if number is None else f"{number}. "), *spans]
        case Paragraph(_, spans):
            yield spans
        case Table(rows):
            journal.note(NoticeCode.NESTED_TABLE)
            for row in rows:
                yield _parted((flattened(cell, " ", journal) for cell in row), " — ")


def _parted(lines: Iterable[Sequence[Span]], separator: str) -> list[Span]:
    found: list[Span] = []
    for line in lines:
        if line:
            found += (Span(separator), *line) if found else line
    return found
