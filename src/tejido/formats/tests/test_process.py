"""A child process costs what it says, and no more."""

import tracemalloc

import pytest

from tejido.formats.process import TooMuch, TooSlow, answer_to


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
