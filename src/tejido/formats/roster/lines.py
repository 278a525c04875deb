"""Rows of a table one by one, or many at once as columns.

Method. Where no quotation mark stands in a block of lines, and every line has as many separators, the block is split as
one text and each column is every so manieth cell of it: a third of what a reader of rows takes. All other blocks go
through that reader, which begins and ends with whole rows, so that both can take turns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice, zip_longest
from typing import IO

from ..bad_file import BadFile, Code
from ..sheet.reader import MAX_CELL, MAX_COLUMNS

Row = Sequence[str]
Table = Sequence[Sequence[str]]  # columns, all of one length


class Rows(Iterator[Row]):
    """Rows that are at most MAX_COLUMNS wide."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows

    def __next__(self) -> Row:
        row = next(self._rows)
        if len(row) > MAX_COLUMNS:
            raise BadFile(Code.TOO_BIG)
        return row

    def table(self, size: int) -> tuple[int, Table]:
        """The next rows, at most `size`, as columns: how many there are, and the columns, as many as the widest row
        has cells."""
        part = [*islice(self, size)]
        return len(part), [*zip_longest(*part, fillvalue="")]


class Lines(Rows):
    """The rows of a text whose cells are parted by `separator`."""

    def __init__(self, text: IO[str], separator: str) -> None:
        self._text: Iterator[str] = iter(text)
        self._separator, self._done = separator, 0
        csv.field_size_limit(MAX_CELL)
        super().__init__(self._read(self._text))

    @property
    def line(self) -> int:
        """How many lines were read."""
        return self._done

    def table(self, size: int) -> tuple[int, Table]:
        with _told(self):
            lines = [*islice(self._text, size)]
        if (columns := self._split(lines)) is not None:
            self._done += len(lines)
            return len(lines), columns
        part = [*islice(Rows(self._read(chain(lines, self._text))), size)]
        return len(part), [*zip_longest(*part, fillvalue="")]

    def _read(self, lines: Iterator[str]) -> Iterator[Row]:
        """Row by row; of `lines` no more is taken than the rows that were asked for."""
        start = self._done
        rows = csv.reader(lines, delimiter=self._separator, strict=True)
        while True:
            try:
                with _told(self):
                    row = next(rows, None)
            finally:
                self._done = start + rows.line_num
            if row is None:
                return
            yield row

    def _split(self, lines: Sequence[str]) -> Table | None:
        """The columns of lines that are all alike; None where they have to be read row by row."""
        widths = {line.count(self._separator) for line in lines}
        if len(widths) != 1 or max(map(len, lines)) > MAX_CELL:
            return None
        text = "".join(lines)
        if '"' in text or "\0" in text:
            return None
        width = widths.pop() + 1
        if width > MAX_COLUMNS:
            raise BadFile(Code.TOO_BIG)
        cells = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").replace("\n", self._separator)
        flat = cells.split(self._separator)
        return [flat[at::width] for at in range(width)]


@contextmanager
def _told(rows: Lines) -> Iterator[None]:
    """What cannot be read is a BadFile with its place."""
    try:
        yield
    except csv.Error as problem:
        code = Code.NOT_TEXT if "NUL" in str(problem) else Code.BROKEN_CSV
        raise BadFile(code, f"line {rows.line}", position=rows.line) from problem
    except UnicodeDecodeError as problem:
        raise BadFile(Code.NOT_UTF8, position=problem.start) from problem
