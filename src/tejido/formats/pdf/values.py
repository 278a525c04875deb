"""What a printed paper holds beyond the neutral one: its proof on the cover, what members declared, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tejido.engine.change import Span

from ..paper import Paper


@dataclass(frozen=True, slots=True)
class Seal:
    """How somebody who holds the paper finds out whether it is true: the digest of the text, and the address that a
    telephone reads from the square code. Each comes with its word.
    """

    digest: str
    address: str
    digest_word: str
    address_word: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """One page that says what somebody did. All of it is plain words: above the name `before`, below it `after`, a
    paragraph each; `signatory` is the office that signs, `signed` when and where. `code` is what somebody types who
    cannot read the square code. `at` is the only date that the file bears.
    """

    title: str
    language: str
    network: str
    before: str
    name: str
    after: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    signatory: str
    signed: str
    code: str
    code_word: str
    seal: Seal
    at: datetime
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A reservation or a declaration: short at its passage, whole in the annex. `passage` is empty where it is about
    the whole text. `place` says where it belongs, in words; `number` is what both places call it.
    """

    number: str
    passage: str
    kind: str
    party: str
    place: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Annex:
    """The statements with the heading that they stand under."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage of a redline. `what` is unchanged, added, removed, changed or moved; `word` says it to the reader, and
    nothing where it is unchanged. `came_from` is the old address of what moved. `text` is the Markdown of what is
    unchanged, which is set as it always is; the rest are plain words with what was done to each. `number` is that of an
    ordered item.
    """

    what: str
    word: str
    kind: str
    level: int
    address: str
    came_from: str
    language: str
    spans: tuple[Span, ...]
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A paper for the press. With a seal it has a cover and contents of its own; else its title stands above the first
    page. `notice` is set where nobody can miss it: that the text is invented, or that it is in preparation.
    """

    paper: Paper
    seal: Seal | None = None
    annex: Annex | None = None
    changes: tuple[Change, ...] = ()
    notice: str = ""
