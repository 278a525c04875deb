"""Rows of a file that cannot be taken, in words, and as a file to be mended."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass

from tejido.formats.roster.values import Field, Problem
from tejido.web.components import Words

from ..names import FIELDS, TROUBLES, WRONG

_FARTHEST = 12  # lines above a table, as schools put them there


@dataclass(frozen=True, slots=True)
class Shown:
    """A problem as the page shows it."""

    row: int
    field: Words
    value: str
    words: Words


def shown(problems: Sequence[Problem]) -> list[Shown]:
    return [Shown(each.row, FIELDS[each.field], each.value, words_of(each)) for each in problems]


def words_of(problem: Problem) -> Words:
    """What is wrong, and what to do."""
    return TROUBLES.get((problem.field, problem.code)) or WRONG[problem.code]


def cells_of(
    problems: Sequence[Problem], rows: Sequence[Sequence[str]], columns: Table[Field, int]
) -> dict[int, Sequence[str]]:
    """The cells of the rows with problems, by their numbers. A table may begin below some lines: where it begins is
    where every value that was told stands in its row. Empty where that is nowhere."""
    for first in range(2, _FARTHEST):
        if all(_stands(each, rows, first, columns) for each in problems):
            within = (each.row for each in problems if 0 <= each.row - first < len(rows))
            return {number: rows[number - first] for number in within}
    return {}


def _stands(problem: Problem, rows: Sequence[Sequence[str]], first: int, columns: Table[Field, int]) -> bool:
    at, column = problem.row - first, columns.get(problem.field)
    if at >= len(rows) or column is None:
        return True
    return at >= 0 and rows[at][column].strip()[: len(problem.value)] == problem.value.strip()
