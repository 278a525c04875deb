"""Notices as they come up while a paragraph is read; where they belong is known only at its end."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from .values import Notice, NoticeCode

EXCERPT = 60  # characters: enough to be found with Word's own search

Values = tuple[tuple[str, str | int], ...]


class Journal:
    """Collects notices. Equal ones of the same paragraph are one."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self._open: dict[tuple[NoticeCode, Values], None] = {}
        self._last = ""

    def note(self, code: NoticeCode, /, **values: str | int) -> None:
        """Something in the paragraph that is being read could not be taken over."""
        self._open[code, tuple((name, excerpt(value)) for name, value in values.items())] = None

    def place(self, words: str) -> None:
        """The paragraph is read, and these are its words; one without words stands after the last that had some."""
        self._last = str(excerpt(words)) or self._last
        self.notices += (Notice(code, self._last, values) for code, values in self._open)
        self._open.clear()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Around what has places of its own and stands in the middle of a paragraph: a note."""
        outer, last, self._open = self._open, self._last, {}
        yield
        self._open, self._last = {**outer, **self._open}, last


def excerpt(value: str | int) -> str | int:
    """The beginning of some words, on one line; numbers stay as they are."""
    if isinstance(value, int):
        return value
    line = unicodedata.normalize("NFC", " ".join(value[: 2 * EXCERPT].split()))
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
