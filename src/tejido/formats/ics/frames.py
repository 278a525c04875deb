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
    return Proposed(
        uid=_words(row["uid"], MAX_TITLE),
        title=_words(row["title"], MAX_TITLE),
        description=_words(row["description"], MAX_WORDS, keep_lines=True),
        place=_words(row["place"], MAX_PLACE),
        starts=_clock(row["starts"]),
        ends=_clock(row["ends"]),
        zone=_words(row["zone"], MAX_TITLE),
        is_exact=row["is_exact"] is True,
        is_day=row["is_day"] is True,
        repeats=row["repeats"] is True,
    )


def _words(said: Any, limit: int, *, keep_lines: bool = False) -> str:
    if not isinstance(said, str):
        raise TypeError("this is not a text")
    return (text if keep_lines else line)(said)[:limit]


def _clock(said: Any) -> datetime:
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is not None:
        raise ValueError("what a clock shows has no zone")
    return moment
