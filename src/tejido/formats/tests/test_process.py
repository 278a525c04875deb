"""A child process costs what it says, and no more."""

import tracemalloc
from threading import Thread

import pytest

from tejido.formats.process import TooMuch, TooSlow, answer_to, told_by


def test_a_short_answer_takes_little_memory_however_long_it_might_be() -> None:
    tracemalloc.start()
    try:
        assert answer_to("print('sí')", b"", seconds=30, most=2**30).strip() == "sí".encode()
        assert tracemalloc.get_traced_memory()[1] < 2**23
    finally:
        tracemalloc.stop()


def test_who_says_too_much_or_takes_too_long_is_ended() -> None:
    with pytest.raises(TooMuch):
        answer_to("print('x' * 1000)", b"", seconds=30, most=999)
    assert len(answer_to("print('x' * 1000)", b"", seconds=30, most=1001)) == 1001
    with pytest.raises(TooSlow):
        answer_to("import time; time.sleep(60)", b"", seconds=1, most=10)


def test_whoever_stops_listening_is_free_however_much_a_child_has_said_already() -> None:
    """Several whole messages lie in the pipe when the child is killed; nobody waits until they are read."""
    code = "import sys; sys.stdout.buffer.write(9 * b'\\0\\0\\0\\1x'); sys.stdout.flush(); sys.stdin.read()"
    messages = told_by(code, [b"?"], seconds=20, patience=20, most=10)
    assert next(messages) == b"x"
    closing = Thread(target=messages.close, daemon=True)
    closing.start()
    closing.join(timeout=30)
    assert not closing.is_alive()
