"""The columns of the register's files, and what stands in their cells.

The names of sheets and columns are codes and the same in every language, so that a file can go from one hand to
another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from tejido.formats.sheet import Cell
from tejido.web.dates import span

from ...names import Branch, Fault, Level, Role, Status
from ..days import EARLIEST, LAST_DAY

LANGUAGES = ("es", "pt", "en", "fr")
_LONGEST = 300
_When = TypeVar("_When", date, datetime)


class Kind(StrEnum):
    """How a column is read."""

    TEXTS = "texts"  # one column for each language
    WORD = "word"
    DAY = "day"
    INSTANT = "instant"
    FLAG = "flag"
    LINE = "line"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind = Kind.LINE
    words: frozenset[str] = frozenset()
    is_needed: bool = False
    most: int = _LONGEST

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{tag}" for tag in LANGUAGES) if self.kind == Kind.TEXTS else (self.name,)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of the register: the columns that a row is known by, those that it can change, and one that only says."""

    name: str
    known_by: tuple[str, ...]
    columns: tuple[Column, ...]
    said: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        return (*self.known_by, *(h for c in self.columns for h in c.headings), *self.said)


def _words(choices: Any) -> frozenset[str]:
    return frozenset(str(choice.value) for choice in choices)


_SINCE, _UNTIL = Column("since", Kind.DAY), Column("until", Kind.DAY)
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("sectors", ("code",), (Column("name", Kind.TEXTS, is_needed=True, most=120),)),
        Table("members", ("code",), (Column("name", Kind.TEXTS, is_needed=True, most=120),), ("kind",)),
        Table(
            "standings",
            ("key", "member"),
            (
                Column("status", Kind.WORD, _words(Status), is_needed=True),
                Column("since", Kind.DAY, is_needed=True),
                _UNTIL,
                Column("is_disputed", Kind.FLAG),
                Column("source", is_needed=True),
                Column("says", Kind.TEXTS),
            ),
        ),
        Table(
            "institutions",
            ("member", "code"),
            (
                Column("name", Kind.TEXTS, is_needed=True, most=120),
                Column("branch", Kind.WORD, _words(Branch), is_needed=True),
                Column("sector", Kind.ROW),
                Column("level", Kind.WORD, _words(Level), is_needed=True),
                Column("place", most=6),
                Column("place_name", most=120),
                _SINCE,
                _UNTIL,
                Column("successor", Kind.ROW),
                Column("source"),
            ),
        ),
        Table(
            "seats",
            ("key", "member", "institution", "role"),
            (Column("title", Kind.TEXTS, is_needed=True, most=120), _SINCE, _UNTIL),
        ),
        Table(
            "mandates",
            ("key", "seat"),
            (Column("since", Kind.INSTANT, is_needed=True), Column("until", Kind.INSTANT)),
            ("office", "holder"),
        ),
    )
}
ROLES = _words(Role)


class Wrong(Exception):  # noqa: N818 - it names what is the case
    """A cell that cannot be taken."""

    def __init__(self, fault: Fault, **values: Any) -> None:
        super().__init__(str(fault))
        self.fault, self.values = fault, values


def written(column: Column, value: Any) -> tuple[Cell, ...]:
    """The cells of a value."""
    match column.kind:
        case Kind.TEXTS:
            return tuple(value.get(tag, "") for tag in LANGUAGES)
        case Kind.INSTANT:
            return (value.astimezone(UTC).isoformat() if value else None,)
        case Kind.ROW:
            return (value.code if value else "",)
    return (value,)


def read(column: Column, cells: Mapping[str, Cell], old: Any, find: Callable[[str, str], Any]) -> Any:
    """The value of the cells. `find` gives the row of a code. Wrong where it cannot be."""
    if column.kind == Kind.TEXTS:
        value: Any = _texts(column, cells, old or {})
    else:
        value = _one(column, cells.get(column.name), find)
    if column.is_needed and value in (None, "", {}):
        raise Wrong(Fault.MISSING, column=column.headings[0])
    return value


def _texts(column: Column, cells: Mapping[str, Cell], old: Mapping[str, str]) -> dict[str, str]:
    """Languages that have no column in the file stay as they are."""
    found = dict(old)
    for tag, heading in zip(LANGUAGES, column.headings, strict=True):
        if heading in cells:
            found[tag] = _line(column, heading, cells[heading])
    return {tag: said for tag, said in found.items() if said}


def _one(column: Column, cell: Cell, find: Callable[[str, str], Any]) -> Any:
    said = _line(column, column.name, cell)
    match column.kind:
        case Kind.WORD:
            if said and said not in column.words:
                raise Wrong(Fault.UNKNOWN_WORD, column=column.name, value=said, allowed=", ".join(sorted(column.words)))
            return said
        case Kind.FLAG:
            return _flag(column, said)
        case Kind.DAY:
            return _day(column.name, said)
        case Kind.INSTANT:
            return _instant(column.name, said)
        case Kind.ROW:
            return find(column.name, said) if said else None
    return said


def line(cell: Cell) -> str:
    """A cell as one line of text."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else " ".join(str(cell).split())


def _line(column: Column, heading: str, cell: Cell) -> str:
    said = line(cell)
    if len(said) > column.most:
        raise Wrong(Fault.TOO_LONG, column=heading, most=column.most)
    return said


def _flag(column: Column, said: str) -> bool:
    known = {"true": True, "1": True, "false": False, "0": False, "": False}
    if said.lower() not in known:
        raise Wrong(Fault.UNKNOWN_WORD, column=column.name, value=said, allowed="true, false")
    return known[said.lower()]


def _day(name: str, said: str) -> date | None:
    if not said:
        return None
    meant = span(said)
    if meant is None or meant[0] != meant[1]:
        raise Wrong(Fault.NOT_A_DAY, column=name, value=said[:40])
    return _bounded(name, meant[0], said)


def _instant(name: str, said: str) -> datetime | None:
    """An instant says its zone: a clock without one leaves open what is meant."""
    if not said:
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError as problem:
        raise Wrong(Fault.NOT_AN_INSTANT, column=name, value=said[:40]) from problem
    if found.tzinfo is None:
        raise Wrong(Fault.NOT_AN_INSTANT, column=name, value=said[:40])
    return _bounded(name, found, said)


def _bounded(name: str, found: _When, said: str) -> _When:
    """The same days as by hand."""
    if not EARLIEST.year <= found.year <= LAST_DAY.year:
        raise Wrong(Fault.TOO_FAR, column=name, value=said[:40], first=EARLIEST.year, last=LAST_DAY.year)
    return found
