"""A file of initiatives, row by row: what it would enter or change, and what is wrong with it.

The names of the columns are codes and the same in every language. A column that the file has not, and an empty cell,
leave a field as it is. Rows are found by the column `code`, so that a file can be handed in again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.ledger.actors import Actor
from tejido.mechanisms.names import TASKS, Rank
from tejido.risk.names import Factor

from . import rules
from .commands.files import Change
from .lines import cleaned, fold
from .names import CODES, Field, Level, Use
from .queries.files import Known

LANGUAGES = ("es", "pt", "en", "fr")
SHEET = "initiatives"
_TEXTS = {Field.TITLE: "title", Field.SUMMARY: "summary", Field.BUDGET: "budget"}
COLUMNS = (
    "code", *(f"title_{tag}" for tag in LANGUAGES), *(f"summary_{tag}" for tag in LANGUAGES), "type", "groups", "area",
    "institution", "level", "place", "place_name", "since", "until", "rank", "legal_title", "number", "address",
    "partners", *(f"budget_{tag}" for tag in LANGUAGES), "tasks", "factors", "goals", "recommendations",
)  # fmt: skip  # one header, read as one
MOST, LONGEST_CODE = 2000, 24  # rows of one file, letters of a code


STATES = ("refused", "new", "changed", "unchanged")


class Wrong(Exception):  # noqa: N818  # a fault of the file, not of the program
    """What is wrong with a row, in a sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: `state` is one of STATES, `fields` what it would change."""

    number: int
    code: str
    state: str
    problem: str = ""
    fields: tuple[str, ...] = ()
    change: Change | None = None


def rows_of(actor: Actor, sheets: Iterable[Sheet], known: Known) -> list[Row]:
    """Every row of the table of initiatives. Wrong where the file has none, or too many rows."""
    sheet = _table(sheets)
    found: list[Row] = []
    seen: set[str] = set()
    for number, record in sheet.records():
        found.append(_row(actor, number, record, known, seen))
    if len(found) > MOST:
        raise Wrong(_("The file has more than %(most)s rows. Split it and try again.") % {"most": MOST})
    return found


def _table(sheets: Iterable[Sheet]) -> Sheet:
    """The first table with a column of codes."""
    for sheet in sheets:
        if "code" in sheet.header:
            return sheet
    raise Wrong(_("There is no table with a column “code” in this file. Take the template and fill it in."))


def _row(actor: Actor, number: int, record: Mapping[str, Cell], known: Known, seen: set[str]) -> Row:
    code = _text(record.get("code"))
    try:
        row, before = _found(code, known, seen)
        values = dict(_values(record, known, before))
        _ask(actor, known, values, before)
    except Wrong as problem:
        return Row(number, code, "refused", str(problem))
    changed = tuple(field for field, value in values.items() if cleaned(value) != _as_given(field, before))
    change = Change(row, row.revision if row else 0, code, {field: values[field] for field in changed})
    state = "new" if row is None else "changed" if changed else "unchanged"
    return Row(number, code, state, fields=tuple(str(Field(field).label) for field in changed), change=change)


def _found(code: str, known: Known, seen: set[str]) -> tuple[Any, Mapping[str, Any]]:
    if not code:
        raise Wrong(_("Column %(column)s: give the row a code of your own.") % {"column": "code"})
    if len(code) > LONGEST_CODE:
        raise Wrong(_("Column %(column)s: 24 letters at most.") % {"column": "code"})
    if code in seen:
        raise Wrong(_("Column %(column)s: “%(value)s” stands in an earlier row too.") % _cell("code", code))
    seen.add(code)
    return known.initiatives.get(code, (None, {}))


def _ask(actor: Actor, known: Known, values: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """The rules that the act will ask, as far as a row can be judged by itself."""
    held = (before.get(Field.INSTITUTION) or {}).get("key", "")
    named = {values.get(Field.INSTITUTION, held), *([held] if before else [])}
    title: dict[str, Any] = {Field.TITLE: cleaned(values.get(Field.TITLE)) or before.get(Field.TITLE)}
    refusals: list[Any] = [rules.may_write(actor, known.member.code, named), rules.has_title(title)]
    for field, value in values.items():
        if (said := cleaned(value)) is not None and field not in (Field.AREA, Field.INSTITUTION):
            refusals.append(rules.is_sound(field, said))
    for refusal in filter(None, refusals):
        raise Wrong(refusal.sentence)


def _as_given(field: str, before: Mapping[str, Any]) -> Any:
    """A kept value in the shape in which it is given: areas and institutions by their keys."""
    value = before.get(field)
    return value["key"] if value and field in (Field.AREA, Field.INSTITUTION) else value


## Cells


def _values(record: Mapping[str, Cell], known: Known, before: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    """The fields that the row says something of."""
    for field, name in _TEXTS.items():
        said = {tag: _text(record.get(f"{name}_{tag}")) for tag in LANGUAGES}
        if any(said.values()):
            yield field, (before.get(field) or {}) | {tag: words for tag, words in said.items() if words}
    for field, read in _READ.items():
        if words := _text(record.get(str(field))):
            yield field, read(words, known)
    for field, names in _PARTS.items():
        said = {part: _text(record.get(column)) for part, column in names.items()}
        if any(said.values()):
            yield field, _together(field, (before.get(field) or {}) | {k: v for k, v in said.items() if v})


def _text(cell: Cell) -> str:
    """A cell as it was meant: numbers without a fraction that the program made up, days in ISO 8601."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _several(words: str) -> list[str]:
    return [part.strip() for part in words.replace("\n", ";").split(";") if part.strip()]


def _one_of(column: str, allowed: Mapping[str, str], value: str) -> str:
    if fold(value) not in allowed:
        raise Wrong(
            _("Column %(column)s: “%(value)s” is not among what can be chosen: %(allowed)s.")
            % {**_cell(column, value), "allowed": ", ".join(list(allowed)[:12]) or "–"}
        )
    return allowed[fold(value)]


def _codes(column: str, allowed: Iterable[str]) -> Callable[[str, Known], list[str]]:
    table = {fold(code): code for code in allowed}
    return lambda words, _known: list(
        dict.fromkeys(_one_of(column, table, part) for part in _several(words.replace(",", ";")))
    )


def _cell(column: str, value: str) -> dict[str, str]:
    return {"column": column, "value": value}


_READ: Mapping[Field, Callable[[str, Known], Any]] = {
    Field.TYPE: lambda words, known: _one_of("type", known.terms[Use.TYPE], words),
    Field.GROUPS: lambda words, known: [_one_of("groups", known.terms[Use.GROUP], one) for one in _several(words)],
    Field.AREA: lambda words, known: _one_of("area", known.areas, words),
    Field.INSTITUTION: lambda words, known: _one_of(
        "institution", {fold(code): key for code, key in known.institutions.items()}, words
    ),
    Field.PARTNERS: lambda words, _known: _several(words),
    Field.TASKS: _codes("tasks", TASKS),
    Field.FACTORS: _codes("factors", Factor.values),
    Field.GOALS: _codes("goals", CODES),
    Field.RECOMMENDATIONS: lambda words, _known: _several(words),
}
_PARTS: Mapping[Field, Mapping[str, str]] = {
    Field.LEVEL: {"level": "level", "place": "place", "place_name": "place_name"},
    Field.DATES: {"since": "since", "until": "until"},
    Field.LEGAL: {"rank": "rank", "title": "legal_title", "number": "number", "address": "address"},
}


def _together(field: Field, value: dict[str, str]) -> dict[str, str]:
    """A value of several columns, with the codes in them looked up."""
    for part, allowed in (("level", Level.values), ("rank", Rank.values)):
        if value.get(part) and field in (Field.LEVEL, Field.LEGAL):
            value[part] = _one_of(part, {fold(code): code for code in allowed}, value[part])
    return value
