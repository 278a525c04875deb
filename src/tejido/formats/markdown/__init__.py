"""Markdown to passages and back, and passages to safe HTML and to plain text.

The dialect is CommonMark with pipe tables, notes (`^[note]`, or `[^1]` with its definition) and activities
(`::: activity`). HTML is never markup, only literal text; the one exception is `<br>`, the line break where a line
cannot end: in tables and headings.
"""

from .html import render, render_inline
from .inline import canonical, canonical_paragraphs, escape
from .marks import Mark, Piece, pieces
from .reader import read, read_blocks, read_bytes
from .runs import Run, runs
from .tables import alignment, split_row, table_text
from .words import plain, split_paragraphs
from .writer import write

__all__ = [
    "Mark",
    "Piece",
    "Run",
    "alignment",
    "canonical",
    "canonical_paragraphs",
    "escape",
    "pieces",
    "plain",
    "read",
    "read_blocks",
    "read_bytes",
    "render",
    "render_inline",
    "runs",
    "split_paragraphs",
    "split_row",
    "table_text",
    "write",
]
