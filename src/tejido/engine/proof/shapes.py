"""Reading data that came from outside:

each reader gives the typed value or raises BadProof with the path to the fault.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from .canonical import LARGEST
from .signatures import from_text

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_HEX = re.compile(r"[0-9a-f]{64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


class BadProof(ValueError):  # noqa: N818  # it names what is the case
    """The data has not the form it claims. `path` names the field, as in "head.size"."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def fields(data: Any, names: tuple[str, ...], path: str) -> Mapping[str, Any]:
    """An object with exactly these fields."""
    if not isinstance(data, dict) or set(data) != set(names):
        raise BadProof(path)
    return data


def text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise BadProof(path)
    return value


def word(value: Any, path: str) -> str:
    """A text that says something."""
    if not text(value, path).strip():
        raise BadProof(path)
    return str(value)


def texts(value: Any, path: str) -> tuple[tuple[str, str], ...]:
    """A text per language, sorted by tag."""
    if not isinstance(value, dict):
        raise BadProof(path)
    return tuple(sorted((word(tag, path), text(said, f"{path}.{tag}")) for tag, said in value.items()))


def count(value: Any, path: str) -> int:
    """A whole number, zero or more. `true` is not one, although Python would take it for one."""
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise BadProof(path)
    return value


def items(value: Any, path: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
    """A list, each element read by `read`."""
    if not isinstance(value, list):
        raise BadProof(path)
    return tuple(read(item, f"{path}.{place}") for place, item in enumerate(value))


def choice(value: Any, path: str, kind: type[E]) -> E:
    try:
        return kind(text(value, path))
    except ValueError as problem:
        raise BadProof(path) from problem


def digest(value: Any, path: str) -> str:
    """SHA-256 in hexadecimal, in small letters: capitals would be a second form of the same digest."""
    if not _HEX.fullmatch(text(value, path)):
        raise BadProof(path)
    return str(value)


def encoded(value: Any, path: str, length: int) -> bytes:
    """`length` bytes in base64url."""
    try:
        return from_text(text(value, path), length)
    except ValueError as problem:
        raise BadProof(path) from problem


def instant(value: Any, path: str) -> str:
    """An RFC 3339 date and time with its offset, kept as it was written."""
    try:
        if not _INSTANT.fullmatch(text(value, path)):
            raise BadProof(path)
        datetime.fromisoformat(value)
    except ValueError as problem:
        raise BadProof(path) from problem
    return str(value)


def instant_or_empty(value: Any, path: str) -> str:
    """An instant, or nothing where there was none."""
    return "" if value == "" else instant(value, path)


def rfc3339(at: datetime) -> str:
    """An aware instant as RFC 3339 in UTC: "2026-12-04T20:00:00Z". ValueError for a naive one."""
    if at.utcoffset() is None:
        raise ValueError("an instant has a zone")
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
