"""Reads a list in the limited child process, chunk by chunk: neither side ever holds more of it than two chunks."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from typing import Any

from ..bad_file import BadFile, Code
from ..process import TooMuch, TooSlow, starting, told_by
from .checking import CHUNK, Chunk
from .frames import MOST, chunk_from_bytes, head_from_bytes
from .mapping import Mapping

SECONDS = 1_800  # of processor time: some ten thousand rows a second at the very least
PATIENCE = 120  # seconds in which one chunk has to come

_START = starting("tejido.formats.roster.sandbox")


def first_rows(pieces: Iterable[bytes], most: int = 2_000, *, name: str = "") -> tuple[list[str], list[list[str]]]:
    """The header of a file and its first rows. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        messages = _told({"head": most}, pieces)
        try:
            return head_from_bytes(next(messages, b"{}"))
        finally:
            messages.close()


def chunks_of(
    pieces: Iterable[bytes], mapping: Mapping, today: date, *, after: int = 0, size: int = CHUNK, name: str = ""
) -> Generator[Chunk, None, None]:
    """The chunks of a file behind the row `after`. Whatever goes wrong is one BadFile with the file's `name`; the
    chunks before it have come then."""
    with _blaming(name):
        asked = {"mapping": mapping.told(), "today": today.isoformat(), "after": after, "size": size}
        last = after
        for message in _told(asked, pieces):
            chunk = chunk_from_bytes(message)
            if chunk.last <= last or (chunk.columns.rows and chunk.columns.rows[0] <= last):
                raise ValueError("the chunks do not follow each other")
            last = chunk.last
            yield chunk


def _told(asked: dict[str, Any], pieces: Iterable[bytes]) -> Generator[bytes, None, None]:
    request = chain([json.dumps(asked).encode() + b"\n"], pieces)
    return told_by(_START, request, seconds=SECONDS, patience=PATIENCE, most=MOST)


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    try:
        yield
    except BadFile as problem:
        raise problem.of(name) from problem
    except TooSlow as problem:
        raise BadFile(Code.TOO_SLOW, name=name, seconds=PATIENCE) from problem
    except TooMuch as problem:
        raise BadFile(Code.TOO_BIG, name=name) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise BadFile(Code.CRASHED, name=name, problem=type(problem).__name__) from problem
