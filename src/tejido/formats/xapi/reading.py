"""JSON from outside, read so that it means one thing only.

Refused: what is not UTF-8, a key twice in an object, more than 64 levels, NaN and infinities (also those that a number
such as 1e999 becomes), numbers of more than 40 digits, U+0000, halves of surrogate pairs. Whole numbers beyond 2**53
become floating-point numbers, as every other reader takes them (RFC 7493).
"""

import json
import math
import re
from typing import Any, NoReturn

from .problems import Bad, Code

DEPTH_LIMIT = 64
DIGITS_LIMIT = 40
LARGEST = 2**53 - 1

# A string (closed or not), or one bracket. Possessive, so that hostile bytes cost linear time.
_TOKENS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_BAD_CHARACTERS = re.compile("[\x00\ud800-\udfff]")


def read_json(raw: bytes) -> Any:
    """The data. Bad where they are not plain JSON; a mark of order of bytes before it is not JSON either."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as problem:
        raise Bad(Code.NOT_UTF8) from problem
    if _depth(text) > DEPTH_LIMIT:
        raise Bad(Code.TOO_DEEP)
    try:
        return _read(text)
    except Bad:
        raise
    except ValueError as problem:
        raise Bad(Code.NOT_JSON) from problem


def _read(text: str) -> Any:
    data = json.loads(
        text, object_pairs_hook=_object, parse_int=_whole, parse_float=_number, parse_constant=_not_finite
    )
    if "\\u" in text:  # in valid UTF-8 only an escape can name a bad character
        _look(data)
    return data


def _depth(text: str) -> int:
    """The deepest nesting, counted before any recursive reader sees the text."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        mark = token[0][0]
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark != '"':
            depth -= 1
    return deepest


def _look(data: Any) -> None:
    match data:
        case str() if _BAD_CHARACTERS.search(data):
            raise Bad(Code.BAD_CHARACTER)
        case list():
            for item in data:
                _look(item)
        case dict():
            for key, item in data.items():
                _look(key)
                _look(item)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Bad(Code.DUPLICATE_KEY)
    return found


def _whole(digits: str) -> int | float:
    if len(digits) > DIGITS_LIMIT:
        raise Bad(Code.BAD_NUMBER)
    found = int(digits)
    return found if abs(found) <= LARGEST else float(found)


def _number(digits: str) -> float:
    found = float(digits) if len(digits) <= DIGITS_LIMIT else math.inf
    if not math.isfinite(found):
        raise Bad(Code.BAD_NUMBER)
    return found


def _not_finite(_name: str) -> NoReturn:
    raise Bad(Code.BAD_NUMBER)
