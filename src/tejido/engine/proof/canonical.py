"""JSON that has exactly one form: RFC 8785.

A file that can be written in two ways can be changed without anybody noticing.
"""

import hashlib
import json
import re
from enum import StrEnum
from typing import Any, NoReturn

import rfc8785

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of a file."""

DEPTH_LIMIT = 32
"""Levels of arrays and objects; ours have at most eight."""

LARGEST = 2**53 - 1
"""The largest integer that every JSON reader reads alike (RFC 7493)."""


class Fault(StrEnum):
    """Why a file is not read."""

    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    NOT_JSON = "not_json"
    DUPLICATE_KEY = "duplicate_key"
    NOT_AN_INTEGER = "not_an_integer"
    NOT_CANONICAL = "not_canonical"


class NotCanonical(ValueError):  # noqa: N818  # it names what is the case
    """The bytes are not read; `code` says why."""

    def __init__(self, code: Fault) -> None:
        super().__init__(code.value)
        self.code = code


# A string (closed or not), or one bracket. Possessive, so that hostile bytes cost linear time.
_TOKENS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def write_canonical(data: Any) -> bytes:
    """The only bytes of the data (RFC 8785), without a final newline.

    ValueError for what JSON cannot hold alike everywhere.
    """
    return rfc8785.dumps(data)


def canonical_digest(data: Any) -> str:
    """SHA-256, in hexadecimal digits, of the one canonical form of the data: what shows whether two say the same."""
    return hashlib.sha256(write_canonical(data)).hexdigest()


def read_canonical(raw: bytes, limit: int = SIZE_LIMIT) -> Any:
    """The data of a file in the one form that `write_canonical` gives; a final newline is allowed.

    `limit` is in bytes. Raises NotCanonical.
    """
    data = read_strict(raw, limit)
    if write_canonical(data) != raw.removesuffix(b"\n"):
        raise NotCanonical(Fault.NOT_CANONICAL)
    return data


def read_strict(raw: bytes, limit: int = SIZE_LIMIT) -> Any:
    """The data of a JSON file in any layout that means one thing only. Raises NotCanonical.

    Refused: more than `limit` bytes, more than DEPTH_LIMIT levels, a key that occurs twice in an object, numbers that
    are not integers within 2**53, halves of surrogate pairs, and what is not UTF-8.
    """
    if len(raw) > limit:
        raise NotCanonical(Fault.TOO_LARGE)
    if _depth(raw) > DEPTH_LIMIT:
        raise NotCanonical(Fault.TOO_DEEP)
    try:
        text = raw.decode()
        data = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_not_an_integer,
            parse_constant=_not_an_integer,
        )
        write_canonical(data)
    except NotCanonical:
        raise
    except ValueError as problem:
        raise NotCanonical(Fault.NOT_JSON) from problem
    return data


def _depth(raw: bytes) -> int:
    """The deepest nesting, counted before any recursive reader sees the bytes."""
    depth = deepest = 0
    for token in _TOKENS.finditer(raw):
        byte = token[0][:1]
        if byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte != b'"':
            depth -= 1
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical(Fault.DUPLICATE_KEY)
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > LARGEST or digits == "-0":
        raise NotCanonical(Fault.NOT_AN_INTEGER)
    return int(digits)


def _not_an_integer(_number: str) -> NoReturn:
    raise NotCanonical(Fault.NOT_AN_INTEGER)
