"""The rows of a whole database as lines."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

from . import cells
from .tables import Column, Table

AT_ONCE = 2_000  # rows that are held
_RAW = {"bool", "day", "instant"}  # which Django's driver for SQLite would turn into values of Python one by one

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def lines_of(table: Table, emptied: Mapping[str, Any] | None = None) -> Iterator[bytes]:
    """Every row as a line, ordered by the key. `emptied`: what stands in columns instead of what is there."""
    changes, instead = _changes(table.columns), _instead(table, emptied or {})
    for row in _rows(table):
        values = list(row)
        for place, change in changes:
            if values[place] is not None:
                values[place] = change(values[place])
        for place, value in instead:
            values[place] = value
        yield encoded(values).encode() + b"\n"


def _changes(columns: Sequence[Column]) -> list[tuple[int, cells.Convert]]:
    changes = ((place, cells.out_of(column.kind)) for place, column in enumerate(columns))
    return [(place, change) for place, change in changes if change is not None]


def _instead(table: Table, emptied: Mapping[str, Any]) -> list[tuple[int, Any]]:
    return [(place, emptied[column.name]) for place, column in enumerate(table.columns) if column.name in emptied]


def _rows(table: Table) -> Iterator[Sequence[Any]]:
    named = ", ".join(_selected(column) for column in table.columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {named} FROM {_quoted(table.name)} ORDER BY {_ordered(table)}")  # noqa: S608  # names of our own tables, quoted
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


def _selected(column: Column) -> str:
    is_raw = connection.vendor == "sqlite" and column.kind in _RAW
    return f"+{_quoted(column.name)}" if is_raw else _quoted(column.name)


def _ordered(table: Table) -> str:
    """The same order on both: that of the bytes."""
    is_text = connection.vendor == "postgresql" and table.key_kind == "text"
    return f'{_quoted(table.key)} COLLATE "C"' if is_text else _quoted(table.key)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
