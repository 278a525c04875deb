"""A list that was signed on paper: who is on it, and what is typed from it.

Whoever prepares a list pastes the persons from any table, with or without headings. Whoever types it in ticks who
completed, with hours and a mark where the school keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from .documents import Paper, number_of, paper_of
from .headings import Sureness, field_of
from .measures import minutes_of, score_of
from .suggesting import suggest
from .values import Columns, Field, columns
from .words import meaning_of_m, sex_of

MOST = 300  # persons of one list
LEAST_SIGNS = 3  # of a document's number
LONGEST_NAME = 160
_SEPARATORS = ("\t", ";", "|")
_ENOUGH = 2  # headings that make a first row a header


class Fault(StrEnum):
    """What is wrong with a row of a list."""

    NO_DOCUMENT = "no_document"
    NO_NAME = "no_name"
    TWICE = "twice"
    NOT_HOURS = "not_hours"
    NOT_MARK = "not_mark"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the paper, numbered from 1: what stands there as it was typed, and whether the person completed."""

    number: int
    document: str = ""
    name: str = ""
    institution: str = ""
    sex: str = ""
    done: bool = False
    hours: str = ""
    score: str = ""

    @property
    def says(self) -> bool:
        """Whether somebody stands in the row."""
        return bool(self.document or self.name)

    def told(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def heard(cls, told: Table[str, Any]) -> Line:
        return cls(**told)


def pasted(text: str) -> list[Line]:
    """The persons in a text that was copied from a table: one in each row, columns parted by tabs or semicolons. A
    first row of headings says what the columns are; without one, what they look like does."""
    rows = [row for row in text.splitlines() if row.strip()]
    if not rows:
        return []
    separator = max(_SEPARATORS, key=rows[0].count)
    cells = [[cell.strip() for cell in row.split(separator)] for row in rows]
    width = max(map(len, cells))
    cells = [row + [""] * (width - len(row)) for row in cells]
    is_header = sum(field_of(cell)[1] == Sureness.SURE for cell in cells[0]) >= min(_ENOUGH, width)
    header, body = (cells[0], cells[1:]) if is_header else ([""] * width, cells)
    mapping = suggest(header, body).mapping
    sexes = {place: meaning_of_m([row[place] for row in body]) for place in mapping.all_at(Field.SEX)}
    lines = []
    for number, row in enumerate(body[:MOST], 1):
        at = {each: " ".join(row[place] for place in mapping.all_at(each) if row[place]) for each in Field}
        sex = next((sex_of(row[place], m) for place, m in sexes.items()), None)
        name = at[Field.NAME] or ", ".join(filter(None, (at[Field.FAMILY], at[Field.GIVEN])))
        paper = "" if paper_of(at[Field.PAPER]) in {None, Paper.NATIONAL} else f"{paper_of(at[Field.PAPER])}:"
        document = f"{paper}{at[Field.DOCUMENT]}"
        line = Line(number, document[:40], name[:LONGEST_NAME], at[Field.INSTITUTION][:LONGEST_NAME], str(sex or ""))
        lines.append(line)
    return lines


def faults_of(lines: Iterable[Line]) -> dict[int, list[Fault]]:
    """What is wrong with the rows of those who completed, by their numbers."""
    found: dict[int, list[Fault]] = {}
    seen: set[str] = set()
    for line in lines:
        if not line.done:
            continue
        document = identity_of(line.document)
        wrong = []
        if not document:
            wrong.append(Fault.NO_DOCUMENT)
        elif document in seen:
            wrong.append(Fault.TWICE)
        seen.add(document)
        if not line.name:
            wrong.append(Fault.NO_NAME)
        if line.hours and minutes_of(line.hours) is None:
            wrong.append(Fault.NOT_HOURS)
        if line.score and score_of(line.score) is None:
            wrong.append(Fault.NOT_MARK)
        if wrong:
            found[line.number] = wrong
    return found


def identity_of(document: str) -> str:
    """A document as records compare it, "national:1234567"; empty where too little is left of it. "passport:AB1" names
    another register than the national one."""
    kind, colon, number = document.partition(":")
    paper = (paper_of(kind) if colon else None) or Paper.NATIONAL
    compared = number_of(number if colon else document, paper)
    return f"{paper}:{compared}" if len(compared) >= LEAST_SIGNS else ""


def columns_of(lines: Iterable[Line], day: date, *, level: str = "") -> Columns:
    """Those who completed, as they are entered. Nothing is wrong with their rows."""
    done = [line for line in lines if line.done]
    scores = [line.score and score_of(line.score) for line in done]
    return columns(
        [identity_of(line.document) for line in done],
        [line.name for line in done],
        [day.isoformat()] * len(done),
        rows=[line.number for line in done],
        scores=[score.hundredths if score else None for score in scores],
        minutes=[minutes_of(line.hours) if line.hours else None for line in done],
        institutions=[line.institution for line in done],
        levels=[level] * len(done),
        sexes=[line.sex for line in done],
    )


def ticked(lines: Sequence[Line], numbers: Iterable[int]) -> list[Line]:
    """The lines with those of these numbers ticked as well."""
    wanted = set(numbers)
    return [replace(line, done=line.done or line.number in wanted) for line in lines]


def renumbered(lines: Iterable[Line], size: int) -> list[Line]:
    """The lines numbered from 1, filled up with empty ones to `size`."""
    kept = [replace(line, number=number) for number, line in enumerate(lines, 1)]
    return kept + [Line(number) for number in range(len(kept) + 1, size + 1)]
