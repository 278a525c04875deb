"""What is remembered is made once, also by threads at the same time, and the oldest goes first."""

from threading import Event, Thread

import pytest

from tejido.web.memory import Memory


def test_the_one_asked_for_longest_ago_goes_first():
    memory: Memory[str, int] = Memory(2)
    for key, value in (("a", 1), ("b", 2)):
        memory.keep(key, value)
    assert memory.recall("a") == 1
    memory.keep("c", 3)
    assert [memory.recall(key) for key in "abc"] == [1, None, 3]
    memory.forget()
    assert memory.recall("a") is None


def test_what_is_nothing_is_remembered_too():
    memory: Memory[str, tuple[()]] = Memory(2)
    memory.made("a", tuple)
    assert memory.made("a", lambda: pytest.fail("made twice")) == ()


def test_of_those_who_ask_at_the_same_time_one_makes_and_the_others_wait():
    memory: Memory[str, str] = Memory(2)
    begun, may_end, made, had = Event(), Event(), [], []

    def make() -> str:
        made.append(1)
        begun.set()
        assert may_end.wait(10)
        return "made"

    threads = [Thread(target=lambda: had.append(memory.made("a", make))) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    assert memory.made("b", lambda: "another") == "another"  # whoever asks for something else waits for nobody
    may_end.set()
    for thread in threads:
        thread.join(10)
    assert (made, had) == ([1], ["made"] * 4)
    assert memory._making == {}


def test_where_making_fails_the_next_one_tries():
    memory: Memory[str, int] = Memory(2)
    with pytest.raises(ZeroDivisionError):
        memory.made("a", lambda: 1 // 0)
    assert memory.made("a", lambda: 1) == 1
