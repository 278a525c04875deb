"""Workbooks and CSV files to sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from ..bad_file import BadFile, Code
from ..word.archive import Archive
from .text import read_csv
from .values import Cell, Sheet

MAX_SHEETS = 32
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELL = 32_767  # signs; no cell of Excel holds more

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE = re.compile(rb"<c\s[^>]*?\br=\"([A-Z]{1,3})([0-9]{1,7})\"")
_AS_SHEET = {Code.NOT_WORD: Code.NOT_SHEET, Code.OLD_WORD: Code.OLD_SHEET}


def read_file(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets that are not empty. BadFile where the file is neither a workbook nor a text, or is too big."""
    found = [_sheet(name, rows) for name, rows in read_rows(raw)]
    return tuple(sheet for sheet in found if sheet.header)


def read_rows(raw: bytes) -> list[tuple[str, list[list[Any]]]]:
    """The name of each sheet and all its rows, as they stand. BadFile as in `read_file`."""
    if raw.startswith((b"PK", _OLE)):
        return _workbook(raw)
    return [("", [[*row] for row in read_csv(raw)])]


def _workbook(raw: bytes) -> list[tuple[str, list[list[Any]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    check_workbook(raw)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        if len(book.sheet_names) > MAX_SHEETS:
            raise BadFile(Code.TOO_BIG)
        return [(name, _rows(book.get_sheet_by_name(name))) for name in book.sheet_names]
    except CalamineError as problem:
        raise BadFile(Code.NOT_SHEET) from problem


def _rows(sheet: Any) -> list[list[Any]]:
    """Every row, the empty ones above the table too, so that numbers are those that people see."""
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def check_workbook(raw: bytes, most_rows: int = MAX_ROWS) -> None:
    """Nothing is unpacked before the archive is known to be sound, and no sheet laid out before it is known how far it
    reaches: one cell at the last corner of a sheet is enough to fill any memory."""
    try:
        archive = Archive(raw)
    except BadFile as problem:
        if problem.code not in _AS_SHEET:
            raise
        raise BadFile(_AS_SHEET[problem.code]) from problem
    if archive.read("xl/workbook.xml") is None:
        raise BadFile(Code.NOT_SHEET)
    for name in archive.names():
        if _WORKSHEET.fullmatch(name):
            _check_extent(archive.read(name) or b"", name, most_rows)


def _check_extent(xml: bytes, name: str, most_rows: int) -> None:
    for column, row in _REFERENCE.findall(xml):
        if int(row) > most_rows or _number(column) > MAX_COLUMNS:
            raise BadFile(Code.TOO_BIG, name)


def _number(column: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


def _sheet(name: str, rows: Sequence[Sequence[Any]]) -> Sheet:
    """The first row that is not empty is the header; columns without a heading are no part of the table."""
    start = next((at for at, row in enumerate(rows) if any(_is_filled(cell) for cell in row)), None)
    if start is None:
        return Sheet(name, (), ())
    header = tuple(_heading(cell) for cell in rows[start])
    kept = [at for at, heading in enumerate(header) if heading]
    body = [tuple(_cell(row[at]) if at < len(row) else None for at in kept) for row in rows[start + 1 :]]
    while body and not any(_is_filled(cell) for cell in body[-1]):
        body.pop()
    if len(body) > MAX_ROWS or len(kept) > MAX_COLUMNS:
        raise BadFile(Code.TOO_BIG, name)
    return Sheet(name, tuple(header[at] for at in kept), tuple(body), start + 2)


def _heading(cell: Any) -> str:
    return str(cell if cell is not None else "").strip()


def _is_filled(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != ""


def _cell(value: Any) -> Cell:
    """A value that the rest of the house knows: whole numbers without a fraction, days without a time."""
    match value:
        case None | "" | bool():
            return None if value == "" else value
        case str():
            if len(value) > MAX_CELL:
                raise BadFile(Code.TOO_BIG)
            return value.strip()
        case float() if value.is_integer():
            return int(value)
        case datetime():
            return value.date() if value.time() == time() else value
        case date() | int() | float():
            return value
        case time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)
