"""How values are written, the same from SQLite and from PostgreSQL, and read back for either.

"text", "int", "bool": as in JSON. "bytes": base64. "day": 2027-03-01. "instant": 2027-03-01 12:00:00, in UTC, with six
digits of a second where there are any. "json": JSON as a text, keys in order. "uuid": 32 digits. "decimal:2": 10.50.
A value that is not there is null.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

Convert = Callable[[Any], Any]


def out_of(kind: str) -> Convert | None:
    """From what the database's driver gives. None where that is written as it is."""
    if kind.startswith("decimal:"):
        return _places(int(kind.partition(":")[2]))
    return _OUT.get(kind)


def into(kind: str) -> Convert | None:
    """To what both drivers take. None where that is what stands in the file."""
    return b64decode if kind == "bytes" else None


def _bytes(value: Any) -> str:
    return b64encode(value).decode()


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _instant(value: Any) -> str:
    return str(value.astimezone(UTC).replace(tzinfo=None)) if isinstance(value, datetime) else str(value)


def _json(value: str) -> str:
    return json.dumps(json.loads(value), sort_keys=True)  # as Django writes it into SQLite, but for the order


def _uuid(value: Any) -> str:
    return value.hex if isinstance(value, UUID) else str(value)


def _places(count: int) -> Convert:
    step = Decimal(1).scaleb(-count)
    return lambda value: format(Decimal(str(value)).quantize(step), "f")


_OUT: dict[str, Convert] = {
    "bool": bool,
    "bytes": _bytes,
    "day": _day,
    "instant": _instant,
    "json": _json,
    "uuid": _uuid,
}
