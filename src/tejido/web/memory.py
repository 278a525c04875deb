"""What a process remembers of what it made, so that it is not made again for the next reader."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """At most `most` values by their keys; what was asked for longest ago goes first. For threads of one process.

    Only for what is the same for whoever asks with the same key, and never changes under it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Key, list[Lock]] = {}  # one lock, as often as somebody makes or waits

    def made(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of the key, made where it is not remembered. Of those who ask at the same time one makes it, and
        the others wait for it; where making fails, the next one tries."""
        if (found := self.recall(key)) is not None:
            return found
        with self._alone(key):
            found = self.recall(key)
            return self.keep(key, make()) if found is None else found

    def recall(self, key: Key) -> Value | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Key, value: Value) -> Value:
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()

    @contextmanager
    def _alone(self, key: Key) -> Iterator[None]:
        with self._lock:
            several = self._making.setdefault(key, [])
            several.append(several[0] if several else Lock())
        try:
            with several[0]:
                yield
        finally:
            with self._lock:
                several.pop()
                if not several:
                    del self._making[key]
