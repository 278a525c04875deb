"""Agreed words: what columns and cells of others' tables mean, by what a recommendation is known again, and the tables
that destinations expect."""

from .cells import Read, Reading, read_row
from .headings import proposed
from .marks import folded, marks_of, place_of
from .templates import BUILT_IN, OFFERED, Column, Table

__all__ = [
    "BUILT_IN",
    "OFFERED",
    "Column",
    "Read",
    "Reading",
    "Table",
    "folded",
    "marks_of",
    "place_of",
    "proposed",
    "read_row",
]
