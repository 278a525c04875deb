"""What a story consists of: paragraphs, and tables whose cells are stories again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tejido.engine.document import Kind

from .spans import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `kind` is HEADING, ITEM, QUOTATION or PARAGRAPH.

    `level` is 1 to 9 for a heading, 0 for the title; the depth from 1 for an item. `number` is an ordered item's
    number.
    """

    kind: Kind
    spans: tuple[Span, ...]
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. Rows may differ in length; what is merged with another cell is an empty one."""

    rows: tuple[tuple[Cell, ...], ...]


Cell = tuple[Paragraph | Table, ...]
Flow = Iterator[Paragraph | Table]
