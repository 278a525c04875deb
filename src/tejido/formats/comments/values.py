"""A table of comments as the standards bodies use it: one row for each comment, eight columns that everybody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Column(StrEnum):
    """The columns in their usual order. The first is ours: it is hidden and names the passage or the comment."""

    ID = "id"
    MEMBER = "member"
    LINE = "line"
    CLAUSE = "clause"
    ELEMENT = "element"
    TYPE = "type"
    COMMENT = "comment"
    PROPOSAL = "proposal"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Row:
    """One comment. `id` is the passage's id or, for a released comment, its label ("PY-12"); `number` is the row in the
    file that it was read from, from 1."""

    id: str = ""
    member: str = ""
    line: str = ""
    clause: str = ""
    element: str = ""
    type: str = ""
    comment: str = ""
    proposal: str = ""
    observation: str = ""
    number: int = 0

    @property
    def says(self) -> bool:
        """Whether somebody wrote something into it."""
        return bool(self.comment or self.proposal or self.observation)

    def cell(self, column: Column) -> str:
        return str(getattr(self, column.value))


@dataclass(frozen=True, slots=True)
class CommentTable:
    """The rows, with what stands above them: the title and facts that say which text in which revision is meant.
    `at` is the only date that the file bears."""

    title: str
    language: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    at: datetime
