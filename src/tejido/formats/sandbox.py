"""What runs in the child process: it limits itself, reads one file from standard input and writes its answer to
standard output.

It knows no Django, no database and no configuration, has an empty environment, and never starts a process or opens a
connection.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count

from .bad_file import BadFile, Code
from .frames import reading_to_parts, refusal_to_bytes, request_from_bytes
from .limits import limit
from .word import Reading

MEMORY = 288 * 2**20  # bytes of address space; a file of 60 MB with its images takes 250
OPEN_FILES = 32  # Python's own and the libraries that it loads
PROVISIONAL = "~"  # begins the ids that only stand for ids to come; no id in a file can begin with it


def main(seconds: int) -> None:
    """Reads one request, within `seconds` of processor time."""
    limit(seconds, MEMORY, NOFILE=OPEN_FILES, NPROC=0)
    for piece in answer(sys.stdin.buffer.read()):
        sys.stdout.buffer.write(piece)


def answer(request: bytes) -> list[bytes]:
    """The answer to a request, in pieces. Whatever goes wrong is an answer too."""
    try:
        return _parts(*request_from_bytes(request))
    except BadFile as problem:
        refused = problem
    except MemoryError:
        refused = BadFile(Code.TOO_BIG)
    except RecursionError:
        refused = BadFile(Code.TOO_DEEP)
    except Exception as problem:  # noqa: BLE001 - a fault of ours is answered too; its kind helps to find it
        refused = BadFile(Code.CRASHED, problem=type(problem).__name__)
    return [refusal_to_bytes(refused)]


def _parts(format: str, language: str, raw: bytes) -> list[bytes]:
    """The answer to a file that could be read: meetings, tables, a Word file that came back, or a text."""
    if format == "calendar":
        from .ics.frames import to_bytes
        from .ics.reading import read

        return [to_bytes(read(raw))]
    if format in {"sheet", "comments"}:
        return [_tables(format, raw)]
    if format == "bitext":
        from .bitext import read as read_bitext
        from .bitext.frames import to_bytes as bitext_to_bytes

        return [bitext_to_bytes(read_bitext(raw))]
    if format == "answer":
        return [_returned(raw)]
    if format == "mail":
        return [_mail(raw)]
    if format == "credential":
        return [_credential(language, raw)]
    if format in {"bundle", "introduction", "invitation", "acceptance"}:
        from .exchange import to_bytes as verdict_to_bytes

        return [verdict_to_bytes(format, raw)]
    return reading_to_parts(_read(format, language, raw))


def _tables(format: str, raw: bytes) -> bytes:
    from .sheet.frames import to_bytes

    if format == "comments":
        from .comments.reader import read_grids

        return to_bytes(read_grids(raw))
    from .sheet import read

    return to_bytes(read(raw))


def _returned(raw: bytes) -> bytes:
    from .word.answers.frames import to_bytes
    from .word.answers.reading import read_answer

    return to_bytes(read_answer(raw))


def _mail(raw: bytes) -> bytes:
    from .mail import read
    from .mail.frames import to_bytes

    return to_bytes(read(raw))


def _credential(now: str, raw: bytes) -> bytes:
    """What holds of a credential; in the place of a language the instant is told at which it is asked."""
    from datetime import datetime

    from .badge import examine
    from .badge.frames import to_bytes

    return to_bytes(examine(raw, datetime.fromisoformat(now)))


def _read(format: str, language: str, raw: bytes) -> Reading:
    """Only the reader that is asked for is loaded: that halves the time it takes to start."""
    match format:
        case "markdown":
            from .markdown import read_bytes

            return Reading(read_bytes(raw, language, _provisional()))
        case "word":
            from .word import read

            return read(raw, language, _provisional())
        case "akn":
            from .akn import read as read_akn

            return Reading(read_akn(raw, language, _provisional()))
        case _:
            raise BadFile(Code.UNKNOWN_FORMAT, format=format)


def _provisional() -> Callable[[], str]:
    numbers = count()
    return lambda: f"{PROVISIONAL}{next(numbers)}"
