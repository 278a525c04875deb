"""The meetings of a calendar as the child's answer, and back. Nothing in the answer is trusted."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from ..bad_file import BadFile, Code
from ..frames import raise_refusal
from .lines import line, text
from .reading import MAX_MEETINGS, MAX_PLACE, MAX_TITLE, MAX_WORDS, Proposed

_LIMITS = {"uid": MAX_TITLE, "title": MAX_TITLE, "description": MAX_WORDS, "place": MAX_PLACE, "zone": 60}


def to_bytes(meetings: tuple[Proposed, ...]) -> bytes:
    rows = [{**asdict(m), "starts": m.starts.isoformat(), "ends": m.ends.isoformat()} for m in meetings]
    return json.dumps({"meetings": rows}, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> tuple[Proposed, ...]:
    """The meetings in an answer, or the BadFile in it raised. ValueError where it is no answer."""
    try:
        answer = json.loads(data)
        raise_refusal(answer)
        rows = answer["meetings"]
        if len(rows) > MAX_MEETINGS:
            raise BadFile(Code.TOO_MANY_MEETINGS, entries=len(rows), limit=MAX_MEETINGS)
        return tuple(_proposed(row) for row in rows)
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def _proposed(row: Any) -> Proposed:
    words = {name: _words(row[name], limit, name) for name, limit in _LIMITS.items()}
    flags = {name: row[name] is True for name in ("is_exact", "is_day", "repeats")}
    return Proposed(**words, **flags, starts=_clock(row["starts"]), ends=_clock(row["ends"]))


def _words(said: Any, limit: int, name: str) -> str:
    if not isinstance(said, str):
        raise TypeError(f"{name} is not a text")
    return (text if name == "description" else line)(said)[:limit]


def _clock(said: Any) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is not None:
        raise ValueError("what a clock shows has no zone")
    return moment
