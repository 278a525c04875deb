"""A table as a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with one header row. Every row is as wide as the header.

    `first` is the number that the program that made the file shows beside the first row after the header, so that
    people find what is said of a row.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    first: int = 2

    def records(self) -> Iterator[tuple[int, Mapping[str, Cell]]]:
        """Each row that is not empty with its number, by the names of its columns. Of two columns with one name the
        first counts."""
        for number, row in enumerate(self.rows, self.first):
            if any(cell not in (None, "") for cell in row):
                yield number, dict(reversed(list(zip(self.header, row, strict=True))))
