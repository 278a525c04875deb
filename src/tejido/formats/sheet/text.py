"""CSV as it really comes: in four encodings and with three separators."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO

from ..bad_file import BadFile, Code

SEPARATORS = (",", ";", "\t")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a cell begins with that a spreadsheet would take for a formula
SHIELD = "'"  # before such a cell in what we write, and taken away again where we read it

_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own first line
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MOSTLY = 0.3  # of the bytes at even or odd places are NUL in UTF-16 of any European language


def read_csv(raw: bytes) -> list[list[str]]:
    """The rows of a CSV file. BadFile where it is no text, or a quotation mark is never closed."""
    text = decoded(raw)
    said = _SAID.match(text)
    separator, text = (said[1], text[said.end() :]) if said else (separator_of(text), text)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [[_unshielded(cell) for cell in row] for row in rows]
    except csv.Error as problem:
        raise BadFile(Code.BROKEN_CSV, f"line {rows.line_num}") from problem


def decoded(raw: bytes) -> str:
    """The text, by its mark if it has one; else UTF-8, and what is no UTF-8 as Windows writes it in the West."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding)
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = raw[place::2]
        if half.count(0) > _MOSTLY * len(half):
            return _strictly(raw, encoding)
    try:
        return _strictly(raw, "utf-8")
    except BadFile as problem:
        if problem.code != Code.NOT_UTF8:
            raise
        return _strictly(raw, "cp1252")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise BadFile(Code.NOT_UTF8, position=problem.start) from problem
    if "\0" in text:
        raise BadFile(Code.NOT_TEXT, position=text.index("\0"))
    return text


def separator_of(text: str) -> str:
    """The separator that is most often in the header; a heading in quotation marks may hold any of them."""
    header = _QUOTED.sub("", text.lstrip()).partition("\n")[0]
    return max(SEPARATORS, key=lambda sign: (header.count(sign), -SEPARATORS.index(sign)))


def shielded(cell: str) -> str:
    return SHIELD + cell if cell.startswith(FORMULA) else cell


def _unshielded(cell: str) -> str:
    return cell[1:] if cell.startswith(SHIELD) and cell[1:].startswith(FORMULA) else cell
