"""What is recorded of a translation: on which words of the source which words were made, and what somebody said of
them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..document import Document, Passage


class State(StrEnum):
    """How the words of one passage in one language stand, from the least to the most."""

    MISSING = "missing"
    STALE = "stale"
    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"
    CONCORDANT = "concordant"
    AUTHENTIC = "authentic"


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's word on a translation. It holds for exactly these words, made on exactly those of the source.

    `target` and `source` are digests of words (`words_digest`); `seat` is who said it, empty where it is derived.
    """

    state: State
    target: str
    source: str
    seat: str = ""


# (passage id, language) -> the mark that the history itself makes: when these words came in, what the source said.
Origins = Mapping[tuple[str, str], Mark]


def words_digest(text: str) -> str:
    """SHA-256, in hexadecimal, of the words of one language of a passage; empty where there are none."""
    return hashlib.sha256(text.encode()).hexdigest() if text else ""


def origins(
    known: Origins, old: Document | None, new: Document, negotiated: str, made_on: Document | None = None
) -> dict[tuple[str, str], Mark]:
    """The origins of a revision from those of its parent.

    Words that stand as they stood keep their origin. Words that are new were made on what the source says in `made_on`,
    the revision that their writer had open, or in this one. Invariant: every text of every other language has an
    origin, and its target is the digest of the text. Cost: linear; words are hashed only where a passage changed.
    """
    found: dict[tuple[str, str], Mark] = {}
    for passage in new:
        before = old.passage(passage.id) if old is not None and passage.id in old else None
        for tag, text in passage.texts:
            if tag == negotiated:
                continue
            kept = known.get((passage.id, tag)) if before is not None and before.text(tag) == text else None
            source = _source(passage, made_on, negotiated)
            found[passage.id, tag] = kept or Mark(State.HUMAN, words_digest(text), words_digest(source))
    return found


def _source(passage: Passage, made_on: Document | None, negotiated: str) -> str:
    seen = made_on.passage(passage.id) if made_on is not None and passage.id in made_on else passage
    return seen.text(negotiated)


def same_meaning(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each digest of source words that is named, one digest that stands for all that mean the same.

    Each pair was said to mean the same, with a reason; that is symmetric and goes on through chains (union-find).
    """
    root: dict[str, str] = {}

    def find(digest: str) -> str:
        while root.setdefault(digest, digest) != digest:
            digest = root[digest]
        return digest

    for left, right in pairs:
        root[find(left)] = find(right)
    return {digest: find(digest) for digest in [*root]}
