"""What the cells of a row say, as the values of a recommendation; and what is wrong with those that say nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from tejido.formats.sheet import Cell
from tejido.programmes.names import CODES
from tejido.web.dates import span

from ..names import DayOrder, Duty, Fault, Field, Mechanism, Position, Remark, Status
from .marks import folded, tidy
from .vocabulary import POSITIONS, RECOMMENDATION, STATUSES, mechanism_of

LONGEST: Mapping[str, int] = {
    "body": 200, "symbol": 80, "paragraph": 40, "external": 80, "session": 120, "cluster": 120, "address": 500,
}  # fmt: skip  # one table, read as one
MOST_TEXT, MOST_LISTED, LONGEST_LISTED = 8_000, 60, 200
TEXTS: Mapping[str, str] = {
    Field.TEXT_ES: "es", Field.TEXT_PT: "pt", Field.TEXT_EN: "en", Field.TEXT_FR: "fr",
}  # fmt: skip  # one table, read as one
_DUTIES: Mapping[str, Duty] = {
    Field.PRINCIPAL: Duty.PRINCIPAL, Field.ALTERNATE: Duty.ALTERNATE, Field.VALIDATING: Duty.VALIDATING,
}  # fmt: skip  # one table, read as one
_TARGET = re.compile(
    r"(?:(?:sdg|ods|odd|meta|target|goal|cible)[\s:]*)?(\d{1,2})(?:\.(\d{1,2}|[a-z]))?\b", re.IGNORECASE
)
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_OF_UPR = re.compile(r"(\d{1,3}\.\d{1,3})\.?\s+\S")
_BEGINNING = re.compile(r"^[\s\-–•*·|]+|[\s|]+$")


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a row: a fault, or a remark on what was left out; `values` fill its sentence."""

    code: Fault | Remark
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return str(self.code.label) % dict(self.values) if self.values else str(self.code.label)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: what each heading is, the language and the mechanism where the file does not say them, how it
    writes days, and what the member and its institutions are called (folded name -> key)."""

    fields: Mapping[str, str]
    language: str
    mechanism: str
    days: str
    member: frozenset[str]
    institutions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """A row as it was read. `values` are those of a recommendation; `charges` institutions by their keys, with their
    duty. A row with faults is not taken."""

    number: int
    values: Mapping[str, Any]
    charges: tuple[tuple[str, Duty], ...]
    faults: tuple[Note, ...]
    remarks: tuple[Note, ...]


class _Row:
    """A row while it is read: what was found, and what was wrong."""

    def __init__(self, number: int, record: Mapping[str, Cell], reading: Reading) -> None:
        self.number, self.reading = number, reading
        self.cells: dict[str, tuple[str, Cell]] = {}
        for heading, what in reading.fields.items():
            cell = record.get(heading)
            if what and cell not in (None, ""):
                self.cells.setdefault(what, (heading, cell))
        self.faults: list[Note] = []
        self.remarks: list[Note] = []

    def words(self, what: str) -> str:
        cell = self.cells.get(what, ("", None))[1]
        return "" if cell is None else _BEGINNING.sub("", str(cell))

    def fault(self, code: Fault, what: str, value: str = "", **more: str) -> None:
        said = {"column": self.cells.get(what, (what, None))[0], "value": value[:80]}
        self.faults.append(Note(code, {**said, **more}))


def read_row(number: int, record: Mapping[str, Cell], reading: Reading) -> Read:
    """The row with this number, by the names of its columns."""
    row = _Row(number, record, reading)
    _ask_whether_meant(row)
    values: dict[str, Any] = {
        name: _short(row, name) for name in ("body", "symbol", "paragraph", "external", "session", "cluster")
    }
    values["mechanism"] = _mechanism(row, values["body"], values["symbol"])
    values["day"] = _day(row)
    values["texts"] = _texts(row)
    for name in ("states", "themes", "groups"):
        values[name] = _listed(row, name)
    values["targets"] = _targets(row)
    values["position"] = _word(row, Field.POSITION, POSITIONS, Position) or Position.UNSTATED
    values["status"] = _word(row, Field.STATUS, STATUSES, Status) or Status.OPEN
    values["address"] = _address(row)
    _take_paragraph(row, values)
    if not values["symbol"] and not values["body"] and not row.faults:
        row.faults.append(Note(Fault.NO_IDENTITY))
    return Read(number, values, _charges(row), tuple(row.faults), tuple(row.remarks))


def _ask_whether_meant(row: _Row) -> None:
    """Whether the row is a recommendation at all, and addressed to this member."""
    sort = row.words(Field.SORT)
    if sort and not any(word in folded(sort) for word in RECOMMENDATION):
        row.fault(Fault.NO_RECOMMENDATION, Field.SORT, sort)
    to = [folded(name) for name in _items(row.words(Field.ADDRESSEE))]
    if to and not any(_is_called(name, row.reading.member) for name in to):
        row.fault(Fault.OTHER_STATE, Field.ADDRESSEE, row.words(Field.ADDRESSEE))


def _is_called(name: str, known: Iterable[str]) -> bool:
    """ "Venezuela (Bolivarian Republic of)" is called Venezuela."""
    return any(name == own or name.startswith(f"{own} ") or name.endswith(f" {own}") for own in known)


def _short(row: _Row, name: str) -> str:
    said, most = tidy(row.words(name)), LONGEST[name]
    if len(said) > most:
        row.fault(Fault.TOO_LONG, name, most=str(most))
        return ""
    return said


def _mechanism(row: _Row, body: str, symbol: str) -> str:
    """What the row says; else what its body and its document tell; else what was chosen for the file."""
    said = row.words(Field.MECHANISM)
    if said:
        found = mechanism_of(folded(said))
        if found is None:
            row.fault(Fault.UNKNOWN_WORD, Field.MECHANISM, said, allowed=_allowed(Mechanism))
        return found or row.reading.mechanism
    return mechanism_of(folded(body)) or (Mechanism.UPR if "wg 6" in folded(symbol) else row.reading.mechanism)


def _texts(row: _Row) -> dict[str, str]:
    """The text by language, with its lines as they are."""
    found = {row.reading.language: row.words(Field.TEXT)}
    found |= {tag: row.words(what) for what, tag in TEXTS.items() if row.words(what)}
    found = {tag: text for tag, text in found.items() if text}
    if not found:
        row.faults.append(Note(Fault.NO_TEXT))
    if any(len(text) > MOST_TEXT for text in found.values()):
        row.fault(Fault.TOO_LONG, Field.TEXT, most=str(MOST_TEXT))
    return found


def _take_paragraph(row: _Row, values: dict[str, Any]) -> None:
    """The lists of a review begin each recommendation with its number: "140.7 Ratify …"."""
    if values["paragraph"] or values["mechanism"] != Mechanism.UPR:
        return
    found = next(filter(None, map(_OF_UPR.match, values["texts"].values())), None)
    if found:
        values["paragraph"] = found[1]
        row.remarks.append(Note(Remark.FROM_TEXT, {"value": found[1]}))


def _items(said: str) -> list[str]:
    """A cell with several: a line each, with or without a dash; else parted by semicolons; else by bars."""
    separator = next((sign for sign in ("\n", ";", "|") if sign in said), None)
    parts = [said] if separator is None else said.split(separator)
    return list(dict.fromkeys(filter(None, (tidy(_BEGINNING.sub("", part)) for part in parts))))


def _listed(row: _Row, name: str) -> list[str]:
    found = _items(row.words(name))
    if len(found) > MOST_LISTED or any(len(item) > LONGEST_LISTED for item in found):
        row.fault(Fault.TOO_LONG, name, most=str(LONGEST_LISTED))
        return []
    return found


def _targets(row: _Row) -> list[str]:
    """Goals and targets: "16", "16.1", "SDG 16 - Peace", parted like any list or by commas."""
    found = []
    for item in _items(row.words(Field.TARGETS)):
        for part in re.split(r",(?=\s*\d)", item):
            target = _TARGET.match(part.strip())
            code = _code(target) if target else ""
            if code in CODES:
                found.append(code)
            elif not _says_none(part):
                row.fault(Fault.NOT_A_TARGET, Field.TARGETS, part)
    return list(dict.fromkeys(found))


def _code(target: re.Match[str]) -> str:
    goal = str(int(target[1]))
    return f"{goal}.{target[2].lower().lstrip('0')}" if target[2] else goal


def _says_none(part: str) -> bool:
    return folded(part) in {"", "no sdg link identified", "none", "ninguno", "nenhum", "aucun", "n a"}


def _day(row: _Row) -> str:
    cell = row.cells.get(Field.DAY, ("", None))[1]
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    said = row.words(Field.DAY)
    found = day_in(said, row.reading.days) if said else ""
    if found is None:
        row.fault(Fault.NOT_A_DAY, Field.DAY, said)
    return found or ""


def day_in(said: str, order: str) -> str | None:
    """A day, a month or a year as a file writes it, in ISO 8601. None for what is none of them. Figures are read in the
    order of the file; where that makes no day, nothing is guessed."""
    if span(said) is not None:
        return said
    if span(said[:10]) is not None and said[10:11] in {"T", " "}:
        return said[:10]
    found = _FIGURES.fullmatch(said)
    if found is None:
        return None
    first, second, year = found.groups()
    day, month = (second, first) if order == DayOrder.MONTH_FIRST else (first, second)
    whole = f"{year}-{int(month):02}-{int(day):02}"
    return whole if span(whole) is not None else None


def _word(row: _Row, what: Field, known: Mapping[str, str], choices: type[Position | Status]) -> str:
    said = row.words(what)
    found = known.get(folded(said), "")
    if said and not found:
        row.fault(Fault.UNKNOWN_WORD, what, said, allowed=_allowed(choices))
    return found


def _allowed(choices: Any) -> str:
    return ", ".join(str(choice.label) for choice in choices)


def _address(row: _Row) -> str:
    said = row.words(Field.ADDRESS)
    if not said:
        return ""
    parts = urlsplit(said) if said.isprintable() else urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        row.fault(Fault.NOT_AN_ADDRESS, Field.ADDRESS, said)
        return ""
    if len(said) > LONGEST["address"]:
        row.fault(Fault.TOO_LONG, Field.ADDRESS, most=str(LONGEST["address"]))
        return ""
    return said


def _charges(row: _Row) -> tuple[tuple[str, Duty], ...]:
    """The institutions that are named by their code or by what they are called; each has one duty, the first."""
    found: dict[str, Duty] = {}
    for what, duty in _DUTIES.items():
        for name in _items(row.words(what)):
            key = row.reading.institutions.get(folded(name))
            if key is None:
                said = {"column": row.cells[what][0], "value": name[:80]}
                row.remarks.append(Note(Remark.NO_INSTITUTION, said))
            else:
                found.setdefault(key, duty)
    return tuple(found.items())
