"""Work in a process of its own, with little time and nothing worth taking; what it takes of memory goes back to the
system.

The child is a fresh interpreter, never a copy of the server: it has none of its memory, connections or environment. It
limits itself (`formats.limits`); here is the clock on the wall.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import BoundedSemaphore, Event, Semaphore, Thread, Timer
from typing import IO

# Without these Python does not start on Windows, or where it is built as a library.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_PIECE = 1 << 20  # bytes that are read at once
_LENGTH = 4  # bytes that tell how long a message is
_AHEAD = 12  # pieces of a request that wait for the child
_slots = BoundedSemaphore(os.cpu_count() or 1)


class TooSlow(RuntimeError):  # noqa: N818  # it names what is the case
    """The child was ended because its time was over."""


class TooMuch(RuntimeError):  # noqa: N818  # it names what is the case
    """The child was ended because it did not stop talking."""


def starting(module: str) -> str:
    """The code that runs a module's `main(seconds)`. Isolated, and without the search for site packages: where the
    libraries are is told on the command line."""
    return f"import sys; sys.path += sys.argv[2:]; from {module} import main; main(int(sys.argv[1]))"


def answer_to(code: str, request: bytes, *, seconds: int, most: int) -> bytes:
    """What a child that runs `code` answers to a request, before it ends or its `seconds` are over; at most `most`
    bytes. Nothing of what it says on standard error is kept.

    TooSlow and TooMuch as named; OSError where no process can be started.
    """
    is_over = Event()
    with _slots, _started(code, seconds) as child:
        clock = Timer(seconds, _end, (child, is_over))
        feeder = Thread(target=_feed, args=(child.stdin, request))
        clock.start()
        feeder.start()
        try:
            answered = b"".join(_heard(child.stdout, most)) if child.stdout else b""
            if len(answered) <= most:
                child.wait()
        finally:
            child.kill()
            clock.cancel()
            feeder.join()
    if is_over.is_set() or child.returncode == -getattr(signal, "SIGXCPU", sys.maxsize):
        raise TooSlow
    if len(answered) > most:
        raise TooMuch
    return answered


def told_by(
    code: str, request: Iterable[bytes], *, seconds: int, patience: int, most: int
) -> Generator[bytes, None, None]:
    """The messages of a child that runs `code`, each as soon as it came; every one has its length before it, in four
    bytes. The request is asked for piece by piece, in the caller's own thread, a few pieces before the child takes
    them in: it goes on while the caller works on a message, and memory stays flat however much it is given and says.

    `seconds` are of processor time, `patience` those for which one message is waited for. TooSlow, TooMuch for a
    message of more than `most` bytes, ValueError for one that is cut off, RuntimeError where the child does not end
    well; OSError where no process can be started.
    """
    events: Queue[bytes | Exception | None] = Queue()
    food: Queue[bytes] = Queue()
    room, is_over = Semaphore(2), Event()  # messages that may wait; nobody takes more
    source = iter(request)
    with _started(code, seconds) as child:
        feeder = Thread(target=_feed_asked, args=(child.stdin, events, food))
        hearer = Thread(target=_hear, args=(child.stdout, events, room, is_over, most))
        feeder.start()
        hearer.start()
        try:
            while (event := _next(events, patience)) != b"":
                if event is None:
                    food.put(next(source, b""))
                    continue
                yield event
                room.release()
            child.wait()
        finally:
            child.kill()
            is_over.set()
            food.put(b"")
            room.release()
            feeder.join()
            hearer.join()
    if child.returncode == -getattr(signal, "SIGXCPU", sys.maxsize):
        raise TooSlow
    if child.returncode:
        raise RuntimeError("the child did not end well")


def _next(events: Queue[bytes | Exception | None], patience: int) -> bytes | None:
    """A message, empty after the last one; None where the child is hungry."""
    try:
        event = events.get(timeout=patience)
    except Empty:
        raise TooSlow from None
    if isinstance(event, Exception):
        raise event
    return event


def _feed_asked(pipe: IO[bytes], events: Queue[bytes | Exception | None], food: Queue[bytes]) -> None:
    with suppress(OSError), pipe:
        for _ in range(_AHEAD):
            events.put(None)
        while piece := food.get():
            pipe.write(piece)
            events.put(None)


def _hear(pipe: IO[bytes], events: Queue[bytes | Exception | None], room: Semaphore, is_over: Event, most: int) -> None:
    """What a killed child said before is still in the pipe, and is not waited for."""
    while room.acquire() and not is_over.is_set() and (head := pipe.read(_LENGTH)):
        length = int.from_bytes(head)
        if length > most:
            events.put(TooMuch())
            return
        body = pipe.read(length)
        if len(head) < _LENGTH or len(body) < length or not body:
            events.put(ValueError("a message is cut off"))
            return
        events.put(body)
    events.put(b"")


def _started(code: str, seconds: int) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    paths = [str(root), *(path for path in sys.path if Path(path).is_absolute())]
    return subprocess.Popen(  # noqa: S603 - our own interpreter with our own arguments
        [sys.executable, "-I", "-S", "-B", "-c", code, str(seconds), *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={key: os.environ[key] for key in _KEPT if key in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _heard(pipe: IO[bytes], most: int) -> Iterator[bytes]:
    """What comes, until it ends or is more than allowed. In pieces: to ask for `most` at once would set aside that much
    for the shortest answer."""
    length = 0
    while length <= most and (piece := pipe.read(min(_PIECE, most + 1 - length))):
        length += len(piece)
        yield piece


def _end(child: subprocess.Popen[bytes], is_over: Event) -> None:
    is_over.set()
    child.kill()


def _feed(pipe: IO[bytes], request: bytes) -> None:
    """Writes beside the reading, or both sides could wait for each other; a child that ended early does not listen."""
    with suppress(OSError), pipe:
        pipe.write(request)
