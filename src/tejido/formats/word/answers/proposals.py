"""What a file that came back proposes and remarks, as values."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What is proposed of a passage. `ADD` proposes words to follow it, `MOVE` that it follows another one."""

    AMEND = "amend"
    DELETE = "delete"
    ADD = "add"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`passage` is a passage of the base, empty for words before the first. `after` is where a moved passage goes,
    empty for the beginning. `before` is what the base says, `wording` what is proposed, both Markdown. `is_tracked`
    says that the program marked it as a change; the rest was found by comparison. `edits` counts what people did,
    `changes` the tracked changes that it took. `is_clash` says that the present text changed the same words since.
    """

    what: What
    passage: str
    language: str
    wording: str = ""
    before: str = ""
    after: str = ""
    is_tracked: bool = False
    authors: tuple[str, ...] = ()
    edits: int = 0
    changes: int = 0
    is_clash: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a passage of the base. `parent` is the place of the comment that it replies to, -1 for none."""

    comment: int
    passage: str
    language: str
    author: str
    initials: str
    words: str
    quoted: str
    at: str
    parent: int = -1
    is_resolved: bool = False


class Loose(StrEnum):
    """What could not be placed."""

    COMMENT = "comment"
    CHANGE = "change"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something without a passage, with its surroundings: `above` and `below` are the passages of the base that stand
    around it, empty where there are none, `near` is the paragraph that it is in. `place` names a part that is not the
    text ("header"). `language` is that of its column, `count` says how many changes of the file it stands for.
    """

    kind: Loose
    words: str
    language: str
    near: str
    above: str
    below: str
    author: str = ""
    initials: str = ""
    place: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Account:
    """Every comment and every tracked change of the file, once. `edits` are the tracked changes as people made them:
    the pieces of one edit together.
    """

    comments: int
    comments_placed: int
    changes: int
    changes_placed: int
    changes_of_form: int
    edits: int
    untracked: int

    @property
    def comments_unplaced(self) -> int:
        return self.comments - self.comments_placed

    @property
    def changes_unplaced(self) -> int:
        return self.changes - self.changes_placed - self.changes_of_form


@dataclass(frozen=True, slots=True)
class Understanding:
    """All of it. `with_ids` says whether the passages were found by their ids; `missing` are passages that the file
    lacks and that nobody is taken to have deleted, because most of the text is missing. `already` counts proposals
    that the present text says by now.
    """

    proposals: tuple[Proposal, ...]
    said: tuple[Said, ...]
    unplaced: tuple[Unplaced, ...]
    account: Account
    with_ids: bool
    missing: tuple[str, ...] = ()
    already: int = 0
