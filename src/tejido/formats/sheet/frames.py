"""The tables of a file as the child's answer, and back. Nothing in the answer is trusted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ..frames import raise_refusal
from .values import Cell, Sheet


def to_bytes(sheets: Iterable[Sheet]) -> bytes:
    told = [[sheet.name, sheet.header, sheet.first, [[*map(_said, row)] for row in sheet.rows]] for sheet in sheets]
    return json.dumps({"sheets": told}, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> tuple[Sheet, ...]:
    """The sheets in an answer, or the BadFile in it raised. ValueError where it is no answer."""
    try:
        answer = json.loads(data)
        raise_refusal(answer)
        return tuple(_sheet(*told) for told in answer["sheets"])
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def _sheet(name: str, header: list[str], first: int, rows: list[list[Any]]) -> Sheet:
    made = tuple(tuple(map(_heard, row)) for row in rows)
    if any(len(row) != len(header) for row in made):
        raise ValueError("a row is not as wide as its header")
    return Sheet(_text(name), tuple(map(_text, header)), made, int(first))


def _said(cell: Cell) -> Any:
    """JSON knows no days and no instants: they are said as a list of their kind and their ISO 8601 form."""
    if isinstance(cell, datetime):
        return ["instant", cell.isoformat()]
    return ["day", cell.isoformat()] if isinstance(cell, date) else cell


def _heard(told: Any) -> Cell:
    if isinstance(told, list):
        kind, value = told
        return datetime.fromisoformat(value) if kind == "instant" else date.fromisoformat(value)
    return told if told is None or isinstance(told, int | float) else _text(told)


def _text(value: Any) -> str:
    """A text without the lone surrogates and the NUL that JSON can spell and no database can hold."""
    if not isinstance(value, str):
        raise TypeError("this is not a text")
    value.encode()
    return value.replace("\0", "")
