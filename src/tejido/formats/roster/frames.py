"""Chunks as messages of the child, and back. Nothing in a message is trusted.

A message is one line of JSON and then bytes: the numbers of rows, documents and names as text, and of every coded
column the places of its words, which the line lists once each. A place is a byte, or four where there are more words.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from ..bad_file import BadFile
from ..frames import raise_refusal
from .checking import Chunk
from .values import CODED, MOST_ROWS, Coded, Columns, Field, Problem, columns

MOST = 64 * 2**20  # bytes of a message
_NUMBERS = frozenset({"scores", "minutes"})
_ROW = "\x1e"  # between texts: no checked text has it
_LONGEST = {"documents": 300, "names": 200}
_BYTE = 256  # words that a place of one byte tells apart
_MOST_NUMBER = 100_000_000
RESULTS = frozenset({"passed", "completed", "attended"})


def chunk_to_bytes(chunk: Chunk) -> bytes:
    of = chunk.columns
    parts = [
        array("I", of.rows).tobytes(),
        *(_ROW.join(texts).encode() for texts in (of.documents, of.names)),
        *(bytes(memoryview(getattr(of, name).places)) for name in CODED),
    ]
    head = {
        "size": len(of),
        "last": chunk.last,
        "wrong": chunk.bad,
        "left": chunk.left,
        "problems": [[problem.row, problem.field, problem.code, problem.value] for problem in chunk.problems],
        "words": {name: getattr(of, name).words for name in CODED},
        "lengths": [*map(len, parts)],
    }
    return b"".join([_line(head), *parts])


def chunk_from_bytes(data: bytes) -> Chunk:
    """The chunk in a message, or the BadFile in it raised. ValueError where it is none."""
    head, _, body = data.partition(b"\n")
    try:
        told = json.loads(head)
        raise_refusal(told)
        size = _count(told["size"])
        parts = [*_cut(body, told["lengths"])]
        rows, documents, names = _rows(parts[0], size), *map(_texts, parts[1:3], _LONGEST.values())
        words = told["words"]
        coded = {name: _column(words[name], part, size, name) for name, part in zip(CODED, parts[3:], strict=True)}
        made = Columns(rows=rows, documents=documents, names=names, **coded) if size else columns([], [], [])
        _check(rows, _count(told["last"]))
        return Chunk(
            made, tuple(_problems(told["problems"])), _count(told["wrong"]), _count(told["left"]), told["last"]
        )
    except BadFile:
        raise
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as problem:
        raise ValueError("this is no chunk") from problem


def _problems(told: Iterable[list[Any]]) -> Iterable[Problem]:
    for row, of, code, value in told:
        yield Problem(_count(row), Field(of), _text(code), _text(value))


def head_to_bytes(header: list[str], rows: list[list[str]]) -> bytes:
    return _line({"header": header, "rows": rows})


def head_from_bytes(data: bytes) -> tuple[list[str], list[list[str]]]:
    """The header and the first rows in a message, or the BadFile in it raised. ValueError where it is none."""
    try:
        told = json.loads(data)
        raise_refusal(told)
        header = [_text(each) for each in told["header"]]
        rows = [[_text(each) for each in row] for row in told["rows"]]
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("these are no rows") from problem
    if any(len(row) != len(header) for row in rows):
        raise ValueError("a row is not as wide as its header")
    return header, rows


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _cut(body: bytes, lengths: Iterable[Any]) -> Iterable[bytes]:
    start = 0
    for length in map(_count, lengths):
        yield body[start : start + length]
        start += length
    if start != len(body):
        raise ValueError("the parts are not as long as told")


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_ROWS:
        raise ValueError("this is no count")
    return value


def _array(part: bytes, size: int) -> array[int]:
    found = array("I")
    found.frombytes(part)
    if len(found) != size:
        raise ValueError("a column is not as long as told")
    return found


def _rows(part: bytes, size: int) -> Sequence[int]:
    """Numbers of rows; a range where they follow each other, as they mostly do."""
    found = _array(part, size)
    whole = range(found[0], found[0] + size) if size else range(0)
    return whole if found == array("I", whole) else found.tolist()


def _texts(part: bytes, most: int) -> list[str]:
    """Texts without the signs that no checked one has, none of them longer than `most`."""
    text = part.decode()
    found = text.split(_ROW)
    if max(map(len, found)) > most or "\0" in text or "\x1f" in text:
        raise ValueError("this is no checked text")
    return found


def _column(words: list[Any], part: bytes, size: int, name: str) -> Coded:
    read = _number if name in _NUMBERS else _CHECKS[name]
    known = [read(word) for word in words]
    if len(known) > _BYTE:
        places: bytes | array[int] = _array(part, size)
        is_known = not size or max(places) < len(known)
    else:
        places, is_known = part, not part.translate(None, bytes(range(len(known))))
    if len(places) != size or not is_known:
        raise ValueError("a column is not as long as told, or says a word that is not there")
    return Coded(known, places)


def _number(value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_NUMBER:
        raise ValueError("this is no number")
    return value


def _text(value: Any) -> str:
    """A text without the lone surrogates, the NUL and the signs between rows that no checked text has."""
    if not isinstance(value, str) or len(value) > 32_767:
        raise TypeError("this is not a text")
    value.encode()
    if "\0" in value or _ROW in value or "\x1f" in value:
        raise ValueError("this is no checked text")
    return value


def _day(value: Any) -> str:
    return date.fromisoformat(value).isoformat() if value != "" else ""


def _result(value: Any) -> str:
    if value not in RESULTS:
        raise ValueError("this is no completion")
    return str(value)


def _word(value: Any) -> str:
    found = _text(value)
    if len(found) > 200:
        raise ValueError("this word is too long")
    return found


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "days": _day,
    "results": _result,
    **dict.fromkeys(("institutions", "cadres", "levels", "sexes", "provinces", "cohorts"), _word),
}


def _check(rows: Sequence[int], last: int) -> None:
    """Rows rise."""
    rise = isinstance(rows, range) or not any(map(int.__ge__, rows, rows[1:]))
    if rows and (rows[0] < 1 or rows[-1] > last or not rise):
        raise ValueError("the rows do not rise")
