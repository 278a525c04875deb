"""Files to rows of text, one after the other: CSV in any encoding and with any separator, workbooks, statements of an
xAPI store, OneRoster. Of a CSV file, and of statements, no more is held than the rows at hand.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from ..bad_file import BadFile, Code
from ..sheet.reader import MAX_CELL, check_workbook
from ..sheet.text import FORMULA, SHIELD
from ..word.archive import Archive
from . import oneroster, xapi
from .lines import Lines, Row, Rows

START = 1 << 16  # bytes by which a file is known
MOST_WORKBOOK = 64 * 2**20  # bytes of a file that has to be held as a whole
MOST_ROWS = 200_000  # of a workbook; a longer list comes as CSV

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own first line
_SEPARATORS = (",", ";", "\t", "|")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MOSTLY = 0.3  # of the bytes at even or odd places are NUL in UTF-16 of any European language


def rows_in(file: IO[bytes]) -> Rows:
    """Every row of a file as it stands, the header and empty ones too, each at most MAX_COLUMNS wide. BadFile for
    whatever is no table, damaged, hostile or too big."""
    start = file.read(START)
    whole = io.BufferedReader(_Joined(start, file), START)
    if start.startswith((_ZIP, _OLE)):
        return Rows(_archived(_all_of(whole)))
    if xapi.looks_like(start):
        return Rows(xapi.table_of(whole))
    return _csv(whole, start)


class _Joined(io.RawIOBase):
    """What was read already, and then the rest of a file."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start, self._rest = start, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._start or self._rest.read(len(buffer))
        taken, self._start = piece[: len(buffer)], piece[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _all_of(file: IO[bytes]) -> bytes:
    raw = file.read(MOST_WORKBOOK + 1)
    if len(raw) > MOST_WORKBOOK:
        raise BadFile(Code.TOO_BIG)
    return raw


def _archived(raw: bytes) -> Iterator[Row]:
    """OneRoster, or else the first sheet of a workbook that is not empty."""
    if raw.startswith(_ZIP) and oneroster.looks_like(Archive(raw).names()):
        return iter(oneroster.table_of(raw))
    return _workbook(raw)


def _workbook(raw: bytes) -> Iterator[Row]:
    from python_calamine import CalamineError, CalamineWorkbook

    check_workbook(raw, MOST_ROWS)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if any(cell != "" for row in rows for cell in row):
                return ([*map(_text, row)] for row in rows)
    except CalamineError as problem:
        raise BadFile(Code.NOT_SHEET) from problem
    return iter(())


def _text(cell: Any) -> str:
    """A cell as it is typed; whole numbers without a fraction, days in ISO 8601."""
    match cell:
        case str():
            if len(cell) > MAX_CELL:
                raise BadFile(Code.TOO_BIG)
            return cell
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(sep=" ")
        case date():
            return cell.isoformat()
    return str(cell)


def _csv(file: IO[bytes], start: bytes) -> Lines:
    """The rows of a text. What is no UTF-8 is read as Windows writes it in the West, letter by letter: lists are put
    together from several sources."""
    codecs.register_error("as_windows", _as_windows)
    encoding = _encoding(start)
    errors = "as_windows" if encoding.startswith("utf-8") else "strict"
    text = io.TextIOWrapper(file, encoding, errors=errors, newline="")
    return Lines(text, _separator(text, start.decode(encoding, "ignore")))


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end


def _encoding(start: bytes) -> str:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = start[place::2]
        if half.count(0) > _MOSTLY * len(half):
            return encoding
    if b"\0" in start:
        raise BadFile(Code.NOT_TEXT, position=start.index(b"\0"))
    return "utf-8"


def _separator(text: IO[str], start: str) -> str:
    """The separator that the file says, or that is most often in its header; a heading in quotation marks may hold any
    of them."""
    said = _SAID.match(start.lstrip("\ufeff"))
    if said:
        text.readline()
        return said[1]
    header = _QUOTED.sub("", start.lstrip("\ufeff \r\n")).partition("\n")[0]
    return max(_SEPARATORS, key=lambda sign: (header.count(sign), -_SEPARATORS.index(sign)))


def unshielded(cell: str) -> str:
    """A cell without the sign that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith(SHIELD) and cell[1:].startswith(FORMULA) else cell
