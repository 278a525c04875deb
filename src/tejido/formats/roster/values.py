"""What a list of trained persons says, as values: its columns checked and coded, and what is wrong with a row."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

MOST_ROWS = 2**27 - 1  # of one list; the row is a part of the number of its record


class Field(StrEnum):
    """What a column of a list can say."""

    DOCUMENT = "document"
    PAPER = "paper"
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    DAY = "day"
    RESULT = "result"
    SCORE = "score"
    HOURS = "hours"
    INSTITUTION = "institution"
    CADRE = "cadre"
    LEVEL = "level"
    SEX = "sex"
    PROVINCE = "province"
    COHORT = "cohort"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is not taken: its number as people see it, the field, a code, and what stood there."""

    row: int
    field: Field
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of a list as parallel columns, all of one length; every row is one completion.

    `rows` are numbers as people see them, rising. `documents` say the kind of paper and its number as they are
    compared ("national:1234567"), `names` a person as a list shows them. `days` are ISO 8601, `results` codes.
    `scores` are hundredths, None where there is none, `minutes` None where the cohort's count. The rest are codes;
    "" where nothing was stated. `cohorts` are the school's own codes, "" for the one that was chosen.
    """

    rows: list[int]
    documents: list[str]
    names: list[str]
    days: list[str]
    results: list[str]
    scores: list[int | None]
    minutes: list[int | None]
    institutions: list[str]
    cadres: list[str]
    levels: list[str]
    sexes: list[str]
    provinces: list[str]
    cohorts: list[str]

    def __post_init__(self) -> None:
        if len({len(getattr(self, each.name)) for each in fields(self)}) > 1:
            raise ValueError("the columns are not of one length")

    def __len__(self) -> int:
        return len(self.rows)


def columns(
    documents: list[str], names: list[str], days: list[str], *, rows: list[int] | None = None, **others: list[object]
) -> Columns:
    """Columns of which those that are not given state nothing: rows are counted from 1, results are completions."""
    size = len(documents)
    nothing = {name: [""] * size for name in ("institutions", "cadres", "levels", "sexes", "provinces", "cohorts")}
    none = {"scores": [None] * size, "minutes": [None] * size, "results": ["completed"] * size}
    given = {"rows": rows or [*range(1, size + 1)], "documents": documents, "names": names, "days": days}
    return Columns(**{**nothing, **none, **given, **others})  # type: ignore[arg-type]  # one list for each name
