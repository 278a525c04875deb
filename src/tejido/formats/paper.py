"""A paper: what an app wants to have written as Word, PDF, EPUB or another file, before any of them.

The apps fill it with words in the language of the paper; a format sets them. Headings, prose, the values of facts, the
cells of a grid and the passages of a text are inline Markdown of our dialect, so that emphasis, links and notes need no
second way of being said. Titles, captions, names, strips, marks and what runs on every page are plain: a sign in them
is a sign. Nothing here names a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tejido.engine.document import Document, Passage

from .word.values import Image

LETTERS_OF_A_SHORT_CELL = 600


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the paper itself, outside of any text. `level` is 1 to 6; `key` is a name of its own that stays when
    others come before it."""

    text: str
    level: int = 1
    language: str = ""
    key: str = ""


class Manner(StrEnum):
    """How a paragraph is meant."""

    PLAIN = "plain"
    ITEM = "item"
    QUOTATION = "quotation"
    SMALL = "small"  # a remark on the paper itself: where it comes from, what it does not show


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; several where blank lines part them."""

    text: str
    manner: Manner = Manner.PLAIN
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and what it is: dates, states, digests."""

    pairs: tuple[tuple[str, str], ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `shares` says how wide the columns are to one another; without it they share alike.

    Each cell is inline Markdown, paragraphs parted by blank lines. `languages` gives each column one, where it is not
    that of the paper.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()


def is_short(cells: Sequence[str]) -> bool:
    """Whether a row of a table can stay whole on one page: even in a narrow column none of its cells fills one."""
    return max(map(len, cells), default=0) <= LETTERS_OF_A_SHORT_CELL


@dataclass(frozen=True, slots=True)
class Strip:
    """Who agreed, signed or was present: one entry a party, (party, act, instant), set so that none stands out."""

    entries: tuple[tuple[str, str, str], ...]
    caption: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, or a part of one, in one language or in two side by side.

    Passages that lack the language of a column are set empty in it; those that lack all of them are set in another and
    say so (`languages_shown`): `elsewhere` has the words for that by language. `marks` has a short sign for the margin
    by passage id (a number, a code of agreement); `activities` has the line above an activity ("90 min · in groups") by
    passage id and language; `heads` stand above two columns: the names of the languages. `whole` is the text that a
    part is of: pages of XHTML give its passages the addresses that they have there.
    """

    document: Document
    languages: tuple[str, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    activities: Mapping[tuple[str, str], str] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    whole: Document | None = None


def languages_shown(passage: Passage, languages: Sequence[str]) -> tuple[str, ...]:
    """The language that each column shows of a passage, empty where it has none. What has none of the languages stands
    in the first column in one that it has: nothing of a text is left out of its paper."""
    shown = tuple(tag if passage.text(tag) else "" for tag in languages)
    return shown if any(shown) else (next(iter(passage.languages), ""), *shown[1:])


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or a picture of the paper itself, by its digest among `images`. `said` is what it shows, for those who
    do not see it; `caption` stands below it."""

    digest: str
    said: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""


Block = Heading | Prose | Facts | Grid | Strip | Picture | Text | NewPage


@dataclass(frozen=True, slots=True)
class Identity:
    """Which text in which revision a paper shows, for the program that reads its answer: no words, only keys.

    `text` and `revision` are keys of the node that made the paper, `digest` is the digest of the whole revision.
    """

    text: str
    revision: str
    digest: str


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that a format sets by itself. `page` has the places {page} and {pages}."""

    contents: str
    page: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. `head` and `foot` run on every page; `at` is the instant of the act that it shows and the only date
    that its file bears, so that the same paper is the same bytes. `is_wide`: a Word file lies on its side, for tables
    of many columns. `contents_depth`: how deep the headings are that the contents list, 1 to 3.
    """

    title: str
    language: str
    words: Words
    blocks: tuple[Block, ...]
    network: str = ""
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    head: str = ""
    foot: str = ""
    has_contents: bool = False
    contents_depth: int = 3
    identity: Identity | None = None
    images: Mapping[str, Image] = field(default_factory=dict)  # by digest
    at: datetime | None = None
    is_wide: bool = False
