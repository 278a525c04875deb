"""Rows to columns of checked and coded values, a chunk at a time.

Method. A chunk is turned into columns, and each column is read at once: a value that was met before is not read again,
so that what costs is the documents and the names, which are all different. What cannot be read is a Problem of its row,
and the row is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, zip_longest
from typing import Any

from ..bad_file import BadFile, Code
from .coded import code_of
from .days import day_of
from .documents import Paper, number_of, paper_of
from .mapping import Mapping
from .measures import minutes_of, score_of
from .reading import Row, unshielded
from .values import MOST_ROWS, Columns, Field, Problem
from .words import ResultWord, result_of

CHUNK = 50_000  # rows
EARLIEST = date(1960, 1, 1)
LEAST_SIGNS = 3  # of a document's number
LONGEST_WORD, LONGEST_NAME = 200, 200
MOST_TOLD = 2_000  # problems of one chunk that are told; all are counted
MOST_KEPT = 100_000  # values of a column that are remembered

_BAD: Any = object()
_LEFT: Any = object()
_SIGNS = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
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

    def column(self, values: Sequence[str]) -> list[Any]:
        known = self.known
        if len(known) > MOST_KEPT:
            known.clear()
        for value in {*values} - known.keys():
            known[value] = self.read(unshielded(value))
        return [known[value] for value in values]


def checked(
    rows: Iterable[Row], mapping: Mapping, today: date, *, after: int = 0, size: int = CHUNK
) -> Iterator[Chunk]:
    """The chunks of a table whose first row that is not empty is the header. Rows are counted from 1 as they stand;
    those up to `after` are passed over. No day may lie behind `today`."""
    source = iter(rows)
    start = _header(source)
    for _ in islice(source, max(0, after - start)):
        pass
    number = max(start, after)
    readers = {of: _Reading(read) for of, read in _readers(mapping, today).items()}
    while part := [*islice(source, size)]:
        if number + len(part) > MOST_ROWS:
            raise BadFile(Code.TOO_BIG)
        yield _chunk(part, number + 1, mapping, readers)
        number += len(part)


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
    return " ".join(value.translate(_SIGNS).split())[:LONGEST_WORD]


def _chunk(part: Sequence[Row], first: int, mapping: Mapping, readers: dict[Field, _Reading]) -> Chunk:
    table = [*zip_longest(*part, fillvalue="")]
    size = len(part)
    raw = {of: _column(table, mapping, of, size) for of in Field if mapping.has(of)}
    read = {of: readers[of].column(raw[of]) for of in readers if of in raw}
    documents, names = _documents(raw, read, mapping, size), _names(table, mapping, size)
    results = read.get(Field.RESULT, ["completed"] * size)
    is_blank = [not (document or name) for document, name in zip(documents, names, strict=True)]
    left = {
        at for at, (result, blank) in enumerate(zip(results, is_blank, strict=True)) if result is _LEFT and not blank
    }
    passed = left | {at for at, blank in enumerate(is_blank) if blank}
    problems = _problems(raw, {**read, Field.DOCUMENT: [each or _BAD for each in documents]}, first, passed)
    bad = {problem.row - first for problem in problems}
    kept = [at for at in range(size) if at not in bad and at not in passed] if bad or passed else range(size)
    columns = _columns(kept, first, documents, names, results, read)
    return Chunk(columns, tuple(problems[:MOST_TOLD]), len(bad), len(left), first + size - 1)


def _column(table: Sequence[Sequence[str]], mapping: Mapping, of: Field, size: int) -> Sequence[str]:
    place = mapping.at(of)
    return table[place] if place is not None and place < len(table) else [""] * size


def _documents(raw: dict[Field, Sequence[str]], read: dict[Field, list[Any]], mapping: Mapping, size: int) -> list[str]:
    """The kind and the number of each document; empty where too little is left of it. Where only figures stand, as in
    most lists, they are the number."""
    values = raw.get(Field.DOCUMENT, [""] * size)
    if Field.PAPER in read:
        papers = [mapping.paper if paper is _BAD else paper for paper in read[Field.PAPER]]
        return [_document(value, paper) for value, paper in zip(values, papers, strict=True)]
    paper, start = mapping.paper, f"{mapping.paper}:"
    is_number = paper != Paper.ACCOUNT
    return [
        start + value.lstrip("0")
        if is_number and 6 <= len(value) <= 16 and value.isascii() and value.isdigit()
        else _document(value, paper)
        for value in values
    ]


def _document(value: str, paper: Paper) -> str:
    number = " ".join(number_of(unshielded(value), paper).translate(_SIGNS).split())
    return f"{paper}:{number}" if len(number) >= LEAST_SIGNS else ""


def _names(table: Sequence[Sequence[str]], mapping: Mapping, size: int) -> list[str]:
    """Each name as a list shows it: the whole, or the family names, a comma and the given ones."""

    def several(of: Field) -> list[str]:
        places = [place for place in mapping.all_at(of) if place < len(table)]
        parts = [table[place] for place in places]
        return [*map(_name, map(" ".join, zip(*parts, strict=True)) if len(parts) > 1 else parts[0])] if parts else []

    whole, given, family = several(Field.NAME), several(Field.GIVEN), several(Field.FAMILY)
    if whole:
        return whole
    if family and given:
        return [f"{one}, {other}" if one and other else one or other for one, other in zip(family, given, strict=True)]
    return family or given or [""] * size


def _name(value: str) -> str:
    """A name without signs that are no letters of a line, each blank once."""
    value = unshielded(value.strip())
    if value.isprintable() and "  " not in value:
        return value[:LONGEST_NAME]
    return " ".join(value.translate(_SIGNS).split())[:LONGEST_NAME]


def _problems(
    raw: dict[Field, Sequence[str]], read: dict[Field, list[Any]], first: int, passed: set[int]
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


def _columns(
    kept: Sequence[int],
    first: int,
    documents: list[str],
    names: list[str],
    results: list[Any],
    read: dict[Field, list[Any]],
) -> Columns:
    def of(wanted: Field, nothing: Any = "") -> list[Any]:
        values = read.get(wanted)
        return [values[at] for at in kept] if values else [nothing] * len(kept)

    return Columns(
        rows=[first + at for at in kept],
        documents=[documents[at] for at in kept],
        names=[names[at] for at in kept],
        days=of(Field.DAY),
        results=[results[at] for at in kept],
        scores=of(Field.SCORE, None),
        minutes=of(Field.HOURS, None),
        **{name: of(each) for name, each in zip(_NAMES, _OPTIONAL, strict=True)},
    )


_NAMES = ("institutions", "cadres", "levels", "sexes", "provinces", "cohorts")
