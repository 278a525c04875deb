"""When two statements match (xAPI-Data 2.3.1), so that one that comes twice is known again and another one under the
same id is refused.

Not compared, because they may differ in one and the same statement: what a store sets (id, stored, authority, version),
the order of the members of a group, the words of a verb, the definitions of activities, the case of domains of mail and
of UUIDs, and how numbers are written (1 and 1.0). Timestamps are compared as instants, apart (`agrees`), because a
store sets the one that is missing. Durations are compared as they are written.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from .actors import mailbox
from .objects import CONTEXT_KINDS
from .words import as_instant

_OF_THE_STORE = {"id", "stored", "authority", "version", "timestamp"}


def digest_of(statement: dict[str, Any]) -> bytes:
    """SHA-256 of what is compared. It stays within the store; it is no form for others to compute."""
    plain = {name: _plain(value, name) for name, value in statement.items() if name not in _OF_THE_STORE}
    return hashlib.sha256(_written(plain).encode()).digest()


def agrees(kept: datetime, sent: datetime | None) -> bool:
    """Whether the timestamp that was sent can be that of the statement that is kept. One that is missing can be any."""
    return sent is None or sent == kept


def _written(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _plain(value: Any, name: str) -> Any:
    match value:
        case dict():
            return value if name == "extensions" else _plain_object(value, name)
        case list() if name == "member":
            return sorted((_plain(item, "") for item in value), key=_written)
        case list():
            return [_plain(item, name) for item in value]
        case float() if value.is_integer():
            return int(value)
        case str():
            return _SPELLED.get(name, str)(value)
    return value


def _plain_object(value: dict[str, Any], name: str) -> dict[str, Any]:
    left_out = _LEFT_OUT.get(name, frozenset())
    kept = {key: _plain(part, key) for key, part in value.items() if key not in left_out}
    if kept.get("objectType") == "StatementRef":
        kept["id"] = kept["id"].lower()
    elif kept.get("objectType") in {"Activity", "Agent"}:  # what it is where nothing is said
        del kept["objectType"]
    return kept


_LEFT_OUT = {"verb": frozenset({"display"}), **dict.fromkeys(("object", *CONTEXT_KINDS), frozenset({"definition"}))}
_SPELLED: dict[str, Callable[[str], str]] = {
    "mbox": mailbox,
    "mbox_sha1sum": str.lower,
    "registration": str.lower,
    "sha2": str.lower,
    "timestamp": lambda text: as_instant(text).isoformat(),  # that of a statement inside
}
