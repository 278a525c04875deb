"""Rows as PostgreSQL takes them in the binary form of COPY.

Method. A row is its fields one behind the other, each with its length before it. What several rows say is put into that
form once; constants and columns of the same words are one part. A row is then the join of a few parts.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, repeat
from struct import Struct
from typing import Any, cast

from django.db import connection

from tejido.formats.roster.values import Coded

from .blocks import Block

_HEAD = b"PGCOPY\n\xff\r\n\0" + bytes(8)  # no flags, nothing behind them
_END = b"\xff\xff"
_NULL = b"\xff\xff\xff\xff"
_PIECE = 8_192  # rows that are handed over at once
_EPOCH = date(2000, 1, 1).toordinal()
_SHORT, _INT, _LONG, _SIZE = (Struct(form).pack for form in (">ih", ">ii", ">iq", ">i"))
_FIRST = Struct(">hiq").pack
_MARKS = [b"\0\0\0\1" + bytes([mark & 1]) + b"\0\0\0\1" + bytes([mark >> 1]) for mark in range(4)]
# Columns in the order in which they are written, with what is written of a value.
_ORDER = (
    "id", "member_no", "space_no", "course_no", "cohort_no", "person", "day", "valid_until", "result", "minutes",
    "score", "institution_no", "cadre_no", "level_no", "sex_no", "province_no", "is_first", "is_last",
)  # fmt: skip  # one list


def _number(value: int | None) -> bytes:
    return _NULL if value is None else _INT(4, value)


def _day(value: str | None) -> bytes:
    return _NULL if not value else _INT(4, date.fromisoformat(value).toordinal() - _EPOCH)


def stems(block: Block) -> list[bytes]:
    """Each row without its marks."""
    person = Coded([_SIZE(16)], bytes(len(block)))
    front = _merged([*_numbers(block.member, block.space, block.courses, block.cohorts), person])
    results = block.results.becoming(lambda value: _SHORT(2, value))
    dimensions = (block.institutions, block.cadres, block.levels, block.sexes, block.provinces)
    back = (block.days.becoming(_day), block.until.becoming(_day), results)
    rest = _merged([*back, *_numbers(block.minutes, block.scores, *dimensions)])
    ids = map(_FIRST, repeat(len(_ORDER)), repeat(8), block.ids)
    return [*map(b"".join, zip(ids, *front, block.persons, *rest, strict=True))]


def _numbers(*columns: Coded) -> Iterable[Coded]:
    return (column.becoming(_number) for column in columns)


def _merged(columns: Iterable[Coded]) -> list[Coded]:
    """Columns side by side as few: one that says a single word, or the words of the one before it, is a part of it."""
    found: list[Coded] = []
    for column in columns:
        before = found[-1] if found else None
        if before is not None and len(column.words) == 1:
            found[-1] = Coded([word + column.words[0] for word in before.words], before.places)
        elif before is not None and len(before.words) == 1:
            found[-1] = Coded([before.words[0] + word for word in column.words], column.places)
        elif before is not None and before.places is column.places:
            found[-1] = Coded([*map(bytes.__add__, before.words, column.words)], column.places)
        else:
            found.append(column)
    return found


def copy_rows(table: str, made: Sequence[bytes], marks: bytes | bytearray) -> None:
    """Rows of `stems` with their marks into the table."""
    names = ", ".join(_ORDER)
    whole = chain.from_iterable(zip(made, map(_MARKS.__getitem__, marks), strict=True))
    _copy(f"COPY {table} ({names}) FROM STDIN (FORMAT binary)", [*whole], 2 * _PIECE)


def copy_sheets(rows: Sequence[tuple[int, int, int, bytes]]) -> None:
    """Sheets as the number of their space, first, last, and what is sealed."""
    told = [b"\0\4" + _INT(4, space) + _LONG(8, first) + _LONG(8, last) + _SIZE(len(sealed)) + sealed
            for space, first, last, sealed in rows]  # fmt: skip  # one row
    _copy("COPY records_sheet (space_no, first, last, sealed) FROM STDIN (FORMAT binary)", told, 1)


def _copy(statement: str, parts: Sequence[bytes], piece: int) -> None:
    with connection.cursor() as cursor, cast("Any", cursor).copy(statement) as copy:
        copy.write(_HEAD)
        for start in range(0, len(parts), piece):
            copy.write(b"".join(parts[start : start + piece]))
        copy.write(_END)
