"""Lists in pages. A cursor says how far the reader came and what was last there, so that a list that grew meanwhile
repeats nothing and leaves nothing out."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .problems import Kind, Problem
from .resource import Resource

USUAL, MOST = 50, 200


@dataclass(frozen=True, slots=True)
class Cursor:
    """`passed` were read, the last of them with the key `last`."""

    passed: int = 0
    last: str = ""

    def written(self) -> str:
        return base64.urlsafe_b64encode(json.dumps([self.passed, self.last]).encode()).decode().rstrip("=")


def read_cursor(said: str) -> Cursor:
    if not said:
        return Cursor()
    try:
        passed, last = json.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4)))
    except (binascii.Error, ValueError, TypeError, RecursionError) as problem:
        raise Problem(Kind.MALFORMED) from problem
    if type(passed) is not int or not 0 < passed < 2**31 or not isinstance(last, str):
        raise Problem(Kind.MALFORMED)
    return Cursor(passed, last)


def read_limit(said: str | None) -> int:
    if said is None:
        return USUAL
    if not (said.isascii() and said.isdecimal() and len(said) < 9 and int(said)):
        raise Problem(Kind.MALFORMED)
    return min(int(said), MOST)


def cut(resource: Resource[Any], items: Sequence[Any], cursor: Cursor, limit: int) -> tuple[list[Any], Cursor | None]:
    """The items of this page, and the cursor of the next one where there is one."""
    start = _place(resource, items, cursor)
    found = list(items[start : start + limit + 1])
    page = found[:limit]
    return page, Cursor(start + limit, resource.key(page[-1])) if len(found) > limit else None


def _place(resource: Resource[Any], items: Sequence[Any], cursor: Cursor) -> int:
    """Where the page begins: behind what was last, wherever that stands by now."""
    if not cursor.passed:
        return 0
    before = list(items[cursor.passed - 1 : cursor.passed])
    if before and resource.key(before[0]) == cursor.last:
        return cursor.passed
    keys = (place for place, item in enumerate(items, 1) if resource.key(item) == cursor.last)
    return next(keys, cursor.passed)
