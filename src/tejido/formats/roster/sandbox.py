"""What runs in the child process that reads a list: it limits itself, reads the request and the file from standard
input and tells chunk after chunk on standard output. It knows no Django, no database and no configuration."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from ..bad_file import BadFile, Code
from ..frames import refusal_to_bytes
from ..limits import limit

MEMORY = 640 * 2**20  # bytes of address space; a workbook of 200,000 rows takes most of it
OPEN_FILES = 32  # Python's own and the libraries that it loads


def main(seconds: int) -> None:
    """Reads one request, within `seconds` of processor time."""
    limit(seconds, MEMORY, NOFILE=OPEN_FILES, NPROC=0)
    gc.disable()  # rows hold no circles, and the process ends with its file
    for message in answer(sys.stdin.buffer):
        sys.stdout.buffer.write(len(message).to_bytes(4) + message)
        sys.stdout.buffer.flush()


def answer(file: IO[bytes]) -> Iterator[bytes]:
    """The messages to a request. Whatever goes wrong is the last of them."""
    try:
        yield from _messages(json.loads(file.readline()), file)
        return
    except BadFile as problem:
        refused = problem
    except MemoryError:
        refused = BadFile(Code.TOO_BIG)
    except RecursionError:
        refused = BadFile(Code.TOO_DEEP)
    except Exception as problem:  # noqa: BLE001 - a fault of ours is answered too; its kind helps to find it
        refused = BadFile(Code.CRASHED, problem=type(problem).__name__)
    yield refusal_to_bytes(refused)


def _messages(asked: dict[str, Any], file: IO[bytes]) -> Iterator[bytes]:
    from .checking import checked, header_of
    from .frames import chunk_to_bytes, head_to_bytes
    from .mapping import Mapping
    from .reading import rows_in

    rows = rows_in(file)
    if "head" in asked:
        yield head_to_bytes(*header_of(rows, asked["head"]))
        return
    mapping, today = Mapping.heard(asked["mapping"]), date.fromisoformat(asked["today"])
    for chunk in checked(rows, mapping, today, after=asked["after"], size=asked["size"]):
        yield chunk_to_bytes(chunk)
