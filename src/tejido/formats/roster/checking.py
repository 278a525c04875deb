"""Rows to columns of checked and coded values, a chunk at a time.

Method. A part of a chunk comes as columns, and each column is read at once: a value that was met before is not read
again, and the column says each meaning once, so that what costs is the documents and the names, which are all
different. What cannot be read is a Problem of its row, and the row is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from ..bad_file import BadFile, Code
from .coded import code_of
from .days import day_of
from .documents import Paper, number_of, paper_of
from .lines import Row, Rows, Table
from .mapping import Mapping
from .measures import minutes_of, score_of
from .names import names_of, one_line
from .reading import unshielded
from .values import CODED, MOST_ROWS, Coded, Columns, Field, Problem, joined, packed
from .words import ResultWord, result_of

CHUNK = 50_000  # rows
PART = 1_000  # rows that are read at once: what the processor holds near at hand
EARLIEST = date(1960, 1, 1)
LEAST_SIGNS = 3  # of a document's number
MOST_FIGURES = 16
LONGEST_WORD = 200
MOST_TOLD = 2_000  # problems of one chunk that are told; all are counted
MOST_KEPT = 100_000  # values of a column that are remembered

_BAD: Any = object()
_LEFT: Any = object()
_OPTIONAL = (Field.INSTITUTION, Field.CADRE, Field.LEVEL, Field.SEX, Field.PROVINCE, Field.COHORT)

Reader = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows as far as `last`: those that can be taken, problems, how many rows have one, and how many were left out
    because the person did not complete."""

    columns: Columns
    problems: tuple[Problem, ...]
    bad: int
    left: int
    last: int


@dataclass(slots=True)
class _Reading:
    """What a column was found to say, by its values."""

    read: Reader
    known: dict[str, Any] = field(default_factory=dict)

    def column(self, values: Sequence[str]) -> Coded:
        if len(self.known) > MOST_KEPT:
            self.known.clear()
        found = _Found(self)
        places = packed(found, values)
        return Coded([*found.places], places)


class _Found(dict[str, int]):
    """The places of values by what they mean: two that mean the same have one."""

    def __init__(self, reading: _Reading) -> None:
        super().__init__()
        self.reading, self.places = reading, dict[Any, int]()

    def __missing__(self, value: str) -> int:
        known = self.reading.known
        if value not in known:
            known[value] = self.reading.read(unshielded(value))
        place = self[value] = self.places.setdefault(known[value], len(self.places))
        return place


def checked(
    rows: Iterable[Row], mapping: Mapping, today: date, *, after: int = 0, size: int = CHUNK
) -> Iterator[Chunk]:
    """The chunks of a table whose first row that is not empty is the header. Rows are counted from 1 as they stand;
    those up to `after` are passed over. No day may lie behind `today`."""
    source = rows if isinstance(rows, Rows) else Rows(iter(rows))
    number = _header(source)
    while number < after and (passed := source.table(min(size, after - number))[0]):
        number += passed
    readers = {of: _Reading(read) for of, read in _readers(mapping, today).items()}
    while parts := [*_parts(source, number, size, mapping, readers)]:
        yield _joined(parts)
        number = parts[-1].last


def _parts(source: Rows, number: int, size: int, mapping: Mapping, readers: dict[Field, _Reading]) -> Iterator[Chunk]:
    """The next `size` rows behind `number`, a part at a time."""
    end = number + size
    while number < end:
        found, table = source.table(min(PART, end - number))
        if not found:
            return
        if number + found > MOST_ROWS:
            raise BadFile(Code.TOO_BIG)
        yield _chunk(table, found, number + 1, mapping, readers)
        number += found


def _joined(parts: Sequence[Chunk]) -> Chunk:
    problems = [problem for part in parts for problem in part.problems][:MOST_TOLD]
    bad, left = sum(part.bad for part in parts), sum(part.left for part in parts)
    return Chunk(joined([part.columns for part in parts]), tuple(problems), bad, left, parts[-1].last)


def header_of(rows: Iterable[Row], most: int) -> tuple[list[str], list[list[str]]]:
    """The header and the first rows behind it, each as wide as the header."""
    source = iter(rows)
    found: list[str] = []
    _header(source, found)
    width = len(found)
    return found, [[*map(_word, row[:width]), *[""] * (width - len(row))] for row in islice(source, most)]


def _header(source: Iterator[Row], found: list[str] | None = None) -> int:
    """The number of the header's row, of which the words are put into `found`. BadFile where there is none."""
    for number, row in enumerate(source, 1):
        if any(cell.strip() for cell in row):
            if found is not None:
                found.extend(map(_word, row))
            return number
    raise BadFile(Code.NOT_SHEET)


def _readers(mapping: Mapping, today: date) -> dict[Field, Reader]:
    def coded(of: Field) -> Reader:
        return lambda value: _or_bad(code_of(of, value, mapping.meanings, mapping.m))

    return {
        Field.PAPER: lambda value: (paper_of(value) or _BAD) if value.strip() else mapping.paper,
        Field.DAY: lambda value: _day(value, mapping, today),
        Field.RESULT: _result,
        Field.SCORE: lambda value: _measured(value, _hundredths),
        Field.HOURS: lambda value: _measured(value, minutes_of),
        Field.INSTITUTION: _word,
        Field.COHORT: _word,
        Field.CADRE: coded(Field.CADRE),
        Field.LEVEL: coded(Field.LEVEL),
        Field.SEX: lambda value: "" if (found := coded(Field.SEX)(value)) == "not_stated" else found,
        Field.PROVINCE: coded(Field.PROVINCE),
    }


def _or_bad(found: Any) -> Any:
    return _BAD if found is None else found


def _day(value: str, mapping: Mapping, today: date) -> Any:
    """Empty where nothing stands there: the cohort says the day."""
    if not value.strip():
        return ""
    found = day_of(value, mapping.order)
    return found.isoformat() if found and EARLIEST <= found <= today else _BAD


def _result(value: str) -> Any:
    """Who has no result, or has not completed, is left out."""
    if not value.strip():
        return _LEFT
    found = result_of(value)
    if found is None:
        return _BAD
    return _LEFT if found in {ResultWord.FAILED, ResultWord.PENDING} else str(found)


def _hundredths(value: str) -> int | None:
    found = score_of(value)
    return found.hundredths if found else None


def _measured(value: str, read: Callable[[str], int | None]) -> Any:
    return _or_bad(read(value)) if value.strip(" -–—") else None


def _word(value: str) -> str:
    return one_line(value)[:LONGEST_WORD]


def _chunk(table: Table, size: int, first: int, mapping: Mapping, readers: dict[Field, _Reading]) -> Chunk:
    raw = {of: _column(table, mapping, of, size) for of in Field if mapping.has(of)}
    read = {of: readers[of].column(raw[of]) for of in readers if of in raw}
    documents, names = _documents(raw, read, mapping, size), names_of(table, mapping, size)
    columns = _columns(range(first, first + size), documents, names, read)
    last = first + size - 1
    if all(documents) and not any(_BAD in each.words or _LEFT in each.words for each in read.values()):
        return Chunk(columns, (), 0, 0, last)
    blank = {at for at, (document, name) in enumerate(zip(documents, names, strict=True)) if not (document or name)}
    left = {at for at, result in enumerate(columns.results) if result is _LEFT} - blank
    passed = left | blank
    problems = _problems(raw, {**read, Field.DOCUMENT: [each or _BAD for each in documents]}, first, passed)
    bad = {problem.row - first for problem in problems}
    wanted = [at not in bad and at not in passed for at in range(size)]
    kept = columns.kept(wanted)
    # What is wrong is no word of what is kept.
    said: dict[str, Any] = {name: Coded.of(getattr(kept, name)) for name in CODED}
    return Chunk(replace(kept, **said), tuple(problems[:MOST_TOLD]), len(bad), len(left), last)


def _column(table: Sequence[Sequence[str]], mapping: Mapping, of: Field, size: int) -> Sequence[str]:
    place = mapping.at(of)
    return table[place] if place is not None and place < len(table) else [""] * size


def _documents(raw: dict[Field, Sequence[str]], read: dict[Field, Coded], mapping: Mapping, size: int) -> list[str]:
    """The kind and the number of each document; empty where too little is left of it. Where only figures stand, as in
    most lists, they are the number."""
    values = raw.get(Field.DOCUMENT, [""] * size)
    if Field.PAPER in read:
        papers = [mapping.paper if paper is _BAD else paper for paper in read[Field.PAPER]]
        return [_document(value, paper) for value, paper in zip(values, papers, strict=True)]
    paper, start = mapping.paper, f"{mapping.paper}:"
    figures = "".join(values)
    if paper != Paper.ACCOUNT and figures.isascii() and figures.isdigit():
        numbers = [value.lstrip("0") for value in values]
        if min(map(len, numbers)) >= LEAST_SIGNS and max(map(len, values)) <= MOST_FIGURES:
            return [start + number for number in numbers]
    return [_document(value, paper) for value in values]


def _document(value: str, paper: Paper) -> str:
    number = one_line(number_of(unshielded(value), paper))
    return f"{paper}:{number}" if len(number) >= LEAST_SIGNS else ""


def _problems(
    raw: dict[Field, Sequence[str]], read: dict[Field, Sequence[Any]], first: int, passed: set[int]
) -> list[Problem]:
    """What cannot be read, by rows. A value that is told is cut: a cell can hold a book."""
    found = []
    for of, values in read.items():
        if _BAD in values:
            given = raw.get(of, ())
            for at, value in enumerate(values):
                if value is _BAD and at not in passed:
                    said = _word(given[at])[:80] if given else ""
                    found.append(Problem(first + at, of, "unreadable" if said else "missing", said))
    return sorted(found, key=lambda problem: problem.row)


def _columns(rows: Sequence[int], documents: list[str], names: list[str], read: dict[Field, Coded]) -> Columns:
    nothing = Coded([""], bytes(len(rows)))
    none = nothing.becoming(lambda _word: None)
    return Columns(
        rows=rows,
        documents=documents,
        names=names,
        days=read.get(Field.DAY, nothing),
        results=read.get(Field.RESULT, nothing.becoming(lambda _word: "completed")),
        scores=read.get(Field.SCORE, none),
        minutes=read.get(Field.HOURS, none),
        **{name: read.get(each, nothing) for name, each in zip(_NAMES, _OPTIONAL, strict=True)},
    )


_NAMES = ("institutions", "cadres", "levels", "sexes", "provinces", "cohorts")
