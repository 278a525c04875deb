"""A text in two or more languages as a file holds it."""

from __future__ import annotations

from dataclasses import dataclass

MAX_UNITS = 50_000
MAX_WORDS = 100_000  # letters of one unit in one language


@dataclass(frozen=True, slots=True)
class Unit:
    """One passage. `id` is empty where the file has none; `texts` are (language, inline Markdown), without empty ones.

    `place` is its address, for a person; `state` one of the engine's states, empty where it is not known.
    """

    id: str
    texts: tuple[tuple[str, str], ...]
    place: str = ""
    state: str = ""

    def text(self, language: str) -> str:
        return next((words for tag, words in self.texts if tag == language), "")


@dataclass(frozen=True, slots=True)
class Bitext:
    """`original` is the short name of the text, `revision` the digest of the revision that was taken along; both are
    empty where the file does not say. `targets` are the other languages."""

    source: str
    targets: tuple[str, ...]
    units: tuple[Unit, ...]
    original: str = ""
    revision: str = ""
