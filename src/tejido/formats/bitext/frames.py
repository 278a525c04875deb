"""Units as the child's answer, and back. Nothing in the answer is trusted."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from ..bad_file import BadFile, Code
from ..frames import raise_refusal
from .values import MAX_UNITS, MAX_WORDS, Bitext, Unit

_ID = re.compile(r"[0-9a-z]{0,40}")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_STATES = frozenset({"", "human", "machine"})


def to_bytes(bitext: Bitext) -> bytes:
    return json.dumps({"bitext": asdict(bitext)}, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> Bitext:
    """The units in an answer, or the BadFile in it raised. ValueError where it is no answer."""
    try:
        answer = json.loads(data)
        raise_refusal(answer)
        said = answer["bitext"]
        if len(said["units"]) > MAX_UNITS:
            raise BadFile(Code.TOO_MANY_UNITS, entries=len(said["units"]), limit=MAX_UNITS)
        units = tuple(_unit(row) for row in said["units"])
        targets = tuple(_matching(_TAG, tag) for tag in said["targets"])
        source = _matching(_TAG, said["source"])
        return Bitext(source, targets, units, _words(said["original"], 80), _words(said["revision"], 64))
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def _unit(row: Any) -> Unit:
    texts = tuple((_matching(_TAG, tag), _words(words, MAX_WORDS)) for tag, words in row["texts"])
    if row["state"] not in _STATES:
        raise ValueError("this is no state")
    return Unit(_matching(_ID, row["id"]), texts, _words(row["place"], 40), row["state"])


def _matching(pattern: re.Pattern[str], said: Any) -> str:
    if not isinstance(said, str) or not pattern.fullmatch(said):
        raise ValueError("this is not what it should be")
    return said


def _words(said: Any, limit: int) -> str:
    """A text that a database can hold: without NUL and lone surrogates."""
    if not isinstance(said, str) or len(said) > limit:
        raise TypeError("this is not a text")
    said.encode()
    return said.replace("\0", "")
