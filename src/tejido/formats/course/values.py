"""What a learning system is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..epub.pages import picture_files
from ..pdf.values import Book


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of a package say by themselves, in its language.

    `about` is the title of the front page and `check` that of the link to where the text can be checked. The rest is
    said while a lesson is read: on the button that marks it as read, and of what the learning system answered.
    """

    about: str
    check: str
    read: str
    is_read: str
    again: str
    back: str
    unconnected: str
    watching: str
    unanswered: str
    over: str


@dataclass(frozen=True)
class Course:
    """A book for learning systems.

    `key` names what is packed, letters, digits and hyphens, and stays the same in every version of it; `address` is its
    name in records of learning, and with the key of a lesson that of the lesson. `check` is where a holder of the
    package learns whether it is true and what is new. `description` and `rights` are a sentence each. Headings of a
    text down to `text_depth` begin a lesson; with `is_single` all of it is one, for systems that keep one result of a
    package. What no passage stands in is to be learned all the same where its key is among `taught`.
    """

    book: Book
    key: str
    address: str
    check: str
    words: Words
    description: str
    rights: str
    text_depth: int = 2
    is_single: bool = False
    taught: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        return self.book.paper.language

    @property
    def title(self) -> str:
        return self.book.paper.title

    @cached_property
    def pictures(self) -> dict[str, str]:
        """The name of the file of each picture by its digest."""
        return picture_files(self.book.paper)


@dataclass(frozen=True, slots=True)
class Part:
    """What several lessons stand under."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page of its own. `key` stays the same while its heading does; `is_taught` says whether it is to be learned, and
    not one about the text: who adopted it, what was reserved."""

    key: str
    title: str
    file: str
    html: str
    is_taught: bool
    pictures: tuple[str, ...] = ()
    part: Part | None = None
