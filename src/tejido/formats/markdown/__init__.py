"""Markdown to passages and back, and passages to safe HTML and to plain text.

The dialect is CommonMark with pipe tables, notes (`^[note]`, or `[^1]` with its definition) and activities
(`::: activity`). HTML is never markup, only literal text; the one exception is `<br>`, the line break where a line
cannot end: in tables and headings.
"""

from .html import render
from .inline import canonical, canonical_paragraphs, escape
from .reader import read, read_bytes
from .tables import table_text
from .words import plain
from .writer import write

__all__ = [
    "canonical",
    "canonical_paragraphs",
    "escape",
    "plain",
    "read",
    "read_bytes",
    "render",
    "table_text",
    "write",
]
