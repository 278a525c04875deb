"""Statements of an xAPI store as a table: a JSON array of them, an answer with "statements", or one on each line.

The statements are read one after the other, so that memory does not grow with the file. Taken are those that say what
became of a person: completed, passed, failed. Specification: xAPI 1.0.3, part 2, 2.2 (statements) and 2.4 (properties).
"""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from ..bad_file import BadFile, Code

HEADER = (
    "actor.account.name", "actor.mbox", "actor.name", "verb", "object.id", "object.name", "timestamp", "result.score",
    "result.duration", "result.success",
)  # fmt: skip  # one table, read as one
LARGEST = 2**20  # signs of one statement
_CHUNK = 2**16
_NUMBER = r"([0-9]{1,9}(?:\.[0-9]{1,9})?)"
_DURATION = re.compile(rf"PT(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?")
_VERBS = ("completed", "passed", "failed", "mastered")
_BEFORE = " \t\r\n,"


def table_of(file: BinaryIO) -> Iterator[Sequence[str]]:
    """The header, then a row for each statement that is taken. BadFile where the file holds no statements."""
    yield HEADER
    for statement in statements_in(file):
        row = _row(statement)
        if row is not None:
            yield row


def looks_like(start: bytes) -> bool:
    """Whether a file that begins so may hold statements."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")


def statements_in(file: BinaryIO) -> Iterator[dict[str, Any]]:
    """Every object in the file, in its order. BadFile where it is no JSON, or one of them is larger than any is."""
    text = _Text(file)
    text.skip(_BEFORE)
    if text.peek() == "[":
        text.take()
    elif text.opens("statements"):
        text.take_to("[")
    while True:
        text.skip(_BEFORE)
        if text.peek() in ("", "]"):
            return
        found = text.value()
        if not isinstance(found, dict):
            raise BadFile(Code.NOT_STATEMENTS)
        yield found


class _Text:
    """A window on the text of a file, filled as far as it is needed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = getincrementaldecoder("utf-8-sig")()
        self._window = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder()

    def _fill(self) -> bool:
        """Whether there was more to read."""
        if self._ended:
            return False
        raw = self._file.read(_CHUNK)
        self._ended = not raw
        try:
            more = self._decode.decode(raw, final=self._ended)
        except UnicodeDecodeError as problem:
            raise BadFile(Code.NOT_UTF8, position=problem.start) from problem
        self._window, self._at = self._window[self._at :] + more, 0
        return True

    def peek(self) -> str:
        while self._at >= len(self._window):
            if not self._fill():
                return ""
        return self._window[self._at]

    def take(self) -> None:
        self._at += 1

    def skip(self, signs: str) -> None:
        while (sign := self.peek()) and sign in signs:
            self.take()

    def opens(self, name: str) -> bool:
        """Whether an object begins here whose first member has this name."""
        while self._at + len(name) + 40 > len(self._window) and self._fill():
            pass
        inside = self._window[self._at :].removeprefix("{").lstrip()
        return inside.startswith(f'"{name}"')

    def take_to(self, sign: str) -> None:
        self._at = self._window.index(sign, self._at) + 1 if sign in self._window[self._at :] else len(self._window)

    def value(self) -> Any:
        """The JSON value that begins here."""
        while True:
            try:
                found, end = self._decoder.raw_decode(self._window, self._at)
            except RecursionError as problem:
                raise BadFile(Code.TOO_DEEP) from problem
            except ValueError as problem:
                if len(self._window) - self._at > LARGEST:
                    raise BadFile(Code.TOO_BIG) from problem
                if not self._fill():
                    raise BadFile(Code.NOT_STATEMENTS) from problem
            else:
                self._at = end
                return found


def _row(statement: dict[str, Any]) -> Sequence[str] | None:
    verb = _text(_part(statement, "verb", "id")).rstrip("/").rpartition("/")[2].lower()
    if verb not in _VERBS or _part(statement, "actor", "objectType") == "Group":
        return None
    score = _part(statement, "result", "score")
    success = _part(statement, "result", "success")
    return (
        _text(_part(statement, "actor", "account", "name")),
        _text(_part(statement, "actor", "mbox")).removeprefix("mailto:"),
        _text(_part(statement, "actor", "name")),
        "failed" if success is False else "passed" if verb == "mastered" or success is True else verb,
        _text(_part(statement, "object", "id")),
        _first(_part(statement, "object", "definition", "name")),
        _text(_part(statement, "timestamp")) or _text(_part(statement, "stored")),
        _score(score if isinstance(score, dict) else {}),
        _hours(_text(_part(statement, "result", "duration"))),
        "" if success is None else str(success).lower(),
    )


def _part(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(names: Any) -> str:
    """The name in whatever language comes first."""
    return next((_text(name) for name in names.values()), "") if isinstance(names, dict) else ""


def _score(score: dict[str, Any]) -> str:
    """A mark out of its highest, or of a hundred where only its share is told."""
    raw, most, scaled = (_number(score.get(name)) for name in ("raw", "max", "scaled"))
    if raw is not None and most:
        return f"{raw}/{most}"
    if scaled is not None:
        return f"{round(scaled * 100, 2)} %"
    return "" if raw is None else str(raw)


def _number(value: Any) -> int | float | None:
    """Python reads NaN, Infinity and 1e999 as well: none of them is a mark."""
    is_one = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_one and -LARGEST < value < LARGEST else None


def _hours(duration: str) -> str:
    """ISO 8601 durations of hours, minutes and seconds: "PT1H30M" is "1:30"; weeks and longer are left out."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return ""
    hours, minutes, seconds = (float(number or 0) for number in found.groups())
    minutes = round(hours * 60 + minutes + seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"
