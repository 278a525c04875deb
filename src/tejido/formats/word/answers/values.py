"""What an answered file says, before anybody knows where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tejido.engine.document import Kind

from ..writing.names import Mark


class ChangeKind(StrEnum):
    """What a tracked change does. Formatting is counted and otherwise left alone."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change as the file has it. `piece` is where it stands, -1 outside of the text, where `place` names
    the part ("header"). `words` are those that it adds or takes away; a change of a paragraph's mark or a row has none.
    Changes of one `run` follow each other without a word between them: one edit of one person.
    """

    kind: ChangeKind
    author: str
    words: str
    piece: int
    run: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `piece` is where it is anchored, -1 where it is nowhere; `quoted` are the words that it is about.
    `parent` is the place in the list of the comment that it replies to, -1 for none. Author and initials are the
    member's own affair.
    """

    author: str
    initials: str
    at: str
    words: str
    piece: int
    quoted: str = ""
    parent: int = -1
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or table of the file, with all changes accepted. `text` is Markdown, empty where everything was taken
    away; `before` are the plain words with all changes refused. `is_new` says that tracked changes made all of it,
    `is_apart` that it is an entry of the table of contents and no part of the text.
    """

    marks: tuple[Mark, ...]
    column: int
    kind: Kind
    level: int
    text: str
    before: str
    is_new: bool = False
    is_ordered: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as read. `identity` is text, revision and digest as the file names them, `digest` the beginning of the
    digest where only that is left; both may be empty, and neither is trusted.
    """

    identity: tuple[str, str, str] | None
    digest: str
    languages: tuple[str, ...]
    pieces: tuple[Piece, ...]
    comments: tuple[Comment, ...]
    changes: tuple[Change, ...]
