"""Reads a file that somebody gave in a process of its own, with little memory, little time and nothing worth taking.

The child is a fresh interpreter, never a copy of the server: it has none of its memory, connections or environment.
What it answers is checked like the file itself.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import BoundedSemaphore, Event, Thread, Timer
from typing import IO

from tejido.engine.document import Document

from .bad_file import BadFile, Code
from .comments import Row, rows_in
from .frames import reading_from_bytes, request_to_bytes
from .ics.frames import from_bytes as meetings_from_bytes
from .ics.reading import Proposed
from .sandbox import PROVISIONAL
from .sheet import Sheet
from .sheet.frames import from_bytes as sheets_from_bytes
from .word import Reading
from .word.answers.frames import from_bytes as answer_from_bytes
from .word.answers.values import Answer

SECONDS = 30  # of the clock on the wall
MAX_FILE = 64 * 2**20  # bytes
MAX_ANSWER = 2 * MAX_FILE

# Isolated, and without the search for site packages: where the libraries are is told on the command line.
_START = "import sys; sys.path += sys.argv[2:]; from tejido.formats.sandbox import main; main(int(sys.argv[1]))"
# Without these Python does not start on Windows, or where it is built as a library.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_OWN_ID = re.compile(r"[0-9a-z]{1,40}")
_slots = BoundedSemaphore(os.cpu_count() or 1)


def parse(
    format: str, raw: bytes, language: str, *, mint: Callable[[], str], name: str, seconds: int = SECONDS
) -> Reading:
    """What a file says: passages in one language with ids from `mint`, images, and notices of what was not taken over.

    `format` is "markdown", "word" or "akn". Whatever goes wrong, in the file or in reading it, is one BadFile with the
    file's `name`.
    """
    with _blaming(name):
        reading = reading_from_bytes(_asked(format, language, raw, seconds))
        _check(reading.document, language)
    return replace(reading, document=_with_ids(reading.document, mint))


def parse_calendar(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Proposed, ...]:
    """The meetings in a calendar file. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        return meetings_from_bytes(_asked("calendar", "", raw, seconds))


def parse_sheets(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Sheet, ...]:
    """The tables of an Excel workbook or of a CSV file. Whatever goes wrong is one BadFile with the file's `name`."""
    with _blaming(name):
        return sheets_from_bytes(_asked("sheet", "", raw, seconds))


def parse_comments(raw: bytes, *, name: str, seconds: int = SECONDS) -> tuple[Row, ...]:
    """The rows of the tables of comments in a Word, Excel or CSV file. Whatever goes wrong is one BadFile with the
    file's `name`."""
    with _blaming(name):
        return rows_in(sheets_from_bytes(_asked("comments", "", raw, seconds)))


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """Whatever goes wrong, in the file or in reading it, is a BadFile with its name."""
    try:
        yield
    except BadFile as problem:
        raise problem.of(name) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise BadFile(Code.CRASHED, name=name, problem=type(problem).__name__) from problem


def parse_answer(raw: bytes, *, name: str, seconds: int = SECONDS) -> Answer:
    """What a Word file that came back says, with its comments and changes; problems as in `parse`."""
    with _blaming(name):
        return answer_from_bytes(_asked("answer", "", raw, seconds))


def _asked(format: str, language: str, raw: bytes, seconds: int) -> bytes:
    if len(raw) > MAX_FILE:
        raise BadFile(Code.TOO_BIG)
    return _answer(request_to_bytes(format, language, raw), seconds)


def _answer(request: bytes, seconds: int) -> bytes:
    """What the child writes before it ends or its time is over."""
    is_over = Event()
    with _slots, _started(seconds) as child:
        clock = Timer(seconds, _end, (child, is_over))
        feeder = Thread(target=_feed, args=(child.stdin, request))
        clock.start()
        feeder.start()
        try:
            answered = child.stdout.read(MAX_ANSWER + 1) if child.stdout else b""
            if len(answered) <= MAX_ANSWER:
                child.wait()
        finally:
            child.kill()
            clock.cancel()
            feeder.join()
    if is_over.is_set() or child.returncode == -getattr(signal, "SIGXCPU", sys.maxsize):
        raise BadFile(Code.TOO_SLOW, seconds=seconds)
    if len(answered) > MAX_ANSWER:
        raise BadFile(Code.TOO_BIG)
    return answered


def _started(seconds: int) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    paths = [str(root), *(path for path in sys.path if Path(path).is_absolute())]
    return subprocess.Popen(  # noqa: S603 - our own interpreter with our own arguments
        [sys.executable, "-I", "-S", "-B", "-c", _START, str(seconds), *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={key: os.environ[key] for key in _KEPT if key in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _end(child: subprocess.Popen[bytes], is_over: Event) -> None:
    is_over.set()
    child.kill()


def _feed(pipe: IO[bytes], request: bytes) -> None:
    """Writes beside the reading, or both sides could wait for each other; a child that ended early does not listen."""
    with suppress(OSError), pipe:
        pipe.write(request)


def _check(document: Document, language: str) -> None:
    """ValueError where the child speaks of another language, or of ids that no file can name."""
    if not {*document.languages} <= {language}:
        raise ValueError("this is not the language that was asked for")
    if not all(p.id.startswith(PROVISIONAL) or _OWN_ID.fullmatch(p.id) for p in document):
        raise ValueError("these are not ids")


def _with_ids(document: Document, mint: Callable[[], str]) -> Document:
    """The document with new ids for the provisional ones; those that the file itself names stay."""
    taken = {passage.id for passage in document}
    passages = []
    for passage in document:
        id = passage.id
        while id.startswith(PROVISIONAL) or (id != passage.id and id in taken):
            id = mint()
        taken.add(id)
        passages.append(passage.with_id(id))
    return Document.of(passages)
