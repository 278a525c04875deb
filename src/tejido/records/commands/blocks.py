"""New completions as columns: what a chunk writes at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any

from tejido.formats.roster.values import Coded

Row = tuple[Any, ...]  # in the order of `storage.COLUMNS`

FIRST, LAST = 1, 2  # bits of a mark


@dataclass(frozen=True, slots=True)
class Block:
    """Rows in the order of `storage.COLUMNS`: `ids` and `persons`, what several rows say coded, and `marks`, of which
    bits say whether a row is the first and the last of its person."""

    ids: Sequence[int]
    member: Coded
    space: Coded
    courses: Coded
    cohorts: Coded
    persons: Sequence[bytes]
    days: Coded
    results: Coded
    scores: Coded
    minutes: Coded
    institutions: Coded
    cadres: Coded
    levels: Coded
    sexes: Coded
    provinces: Coded
    until: Coded
    marks: bytearray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def columns(self) -> list[Sequence[Any]]:
        """All of them, in the order of `storage.COLUMNS`."""
        firsts, lasts = (bytes(bool(mark & bit) for mark in range(4)) for bit in (FIRST, LAST))
        marks = bytes(self.marks)
        flags = [Coded([False, True], marks.translate(each.ljust(256, b"\0"))) for each in (firsts, lasts)]
        return [*(getattr(self, name) for name in _NAMES), *flags]

    def row(self, at: int) -> Row:
        mark = self.marks[at]
        return (*(getattr(self, name)[at] for name in _NAMES), bool(mark & FIRST), bool(mark & LAST))

    def kept(self, wanted: Sequence[bool]) -> "Block":
        """The rows that are wanted."""
        plain: dict[str, Any] = {name: [*compress(getattr(self, name), wanted)] for name in ("ids", "persons")}
        coded: dict[str, Any] = {name: getattr(self, name).kept(wanted) for name in _NAMES if name not in plain}
        return Block(**plain, **coded, marks=bytearray(compress(self.marks, wanted)))


_NAMES = tuple(name for name in Block.__slots__ if name != "marks")
