"""What a file would change: every row new, changed, unchanged or refused, each with its reason. Nothing is written.

A row that the file does not have stays as it is; so does a column that it does not have.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.formats.sheet import Cell, Sheet
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal

from ... import rules
from ...names import Fault
from .columns import TABLES, Column, Table, Wrong, line, read, written
from .known import Known

_NEW_BY_HAND = frozenset({"sectors", "members", "mandates"})
_TELLING = {"status": "standings", "branch": "institutions", "role": "seats", "seat": "mandates", "kind": "members"}


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the file. `row` is what stands in the register, None for a new one; `values` what would stand there;
    `fields` what differs, as cells; `problem` why it is not taken, and `column` where."""

    table: str
    number: int
    label: str
    row: Any = None
    values: Mapping[str, Any] | None = None
    fields: tuple[tuple[str, str, str], ...] = ()
    problem: str = ""
    column: str = ""

    @property
    def state(self) -> str:
        if self.problem:
            return "refused"
        if self.row is None:
            return "new"
        return "changed" if self.fields else "unchanged"


@dataclass(frozen=True, slots=True)
class Plan:
    changes: tuple[Change, ...]

    def of(self, state: str) -> list[Change]:
        return [change for change in self.changes if change.state == state]

    @property
    def digest(self) -> str:
        """What was seen: another digest later means that the register, or what the seat may do, has changed. Rows that
        stay as they are do not matter."""
        told = [[c.table, c.number, c.state, c.fields, c.problem] for c in self.changes if c.state != "unchanged"]
        return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def compare(actor: Actor, sheets: Iterable[Sheet], now: datetime) -> Plan:
    """The plan of a file for this actor. Nine queries, however long it is."""
    known = Known(actor, now)
    changes: list[Change] = []
    for sheet in sheets:
        name = sheet.name if sheet.name in TABLES else _table_of(sheet.header)
        if name is None:
            changes.append(Change(sheet.name, sheet.first - 1, sheet.name, problem=_sentence(Fault.NO_TABLE)))
            continue
        changes.extend(_of_sheet(TABLES[name], sheet, known))
    return Plan(tuple(changes))


def _table_of(header: tuple[str, ...]) -> str | None:
    """A CSV file has no name of its own: its columns tell which table it is."""
    for column, name in _TELLING.items():
        if column in header:
            return name
    return "sectors" if {"code", "name_es"} <= set(header) else None


def _of_sheet(table: Table, sheet: Sheet, known: Known) -> Iterable[Change]:
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in sheet.records():
        identity = tuple(line(cells.get(name)) for name in table.known_by)
        label = " ".join(filter(None, identity))
        try:
            yield _change(table, number, label, cells, known, _first(seen, identity, number, table, cells))
        except Wrong as wrong:
            column = wrong.values.get("column", "")
            yield Change(table.name, number, label, problem=_sentence(wrong.fault, wrong.values), column=column)


def _first(seen: dict[Any, int], identity: Any, number: int, table: Table, cells: Mapping[str, Cell]) -> int:
    """The row in which the file said this first. Rows without a key are told apart by all they say."""
    if table.known_by[0] == "key" and not identity[0]:
        identity = tuple(line(cell) for cell in cells.values())
    return seen.setdefault(identity, number)


def _change(table: Table, number: int, label: str, cells: Mapping[str, Cell], known: Known, first: int) -> Change:
    if first != number:
        raise Wrong(Fault.TWICE, row=first)
    row, owner = known.row(table, cells)
    if row is None and table.name in _NEW_BY_HAND:
        raise Wrong(Fault.BY_HAND)
    if not known.may_keep(table.name, owner):
        return _refused_or_unchanged(table, number, label, cells, row, known)
    values = {
        column.name: read(column, cells, getattr(row, column.name, None), lambda c, said: known.find(c, said, owner))
        for column in table.columns
        if row is None or any(heading in cells for heading in column.headings)
    }
    if known.is_untold(row, owner) and values.get("until") is None:
        values.pop("until", None)
    if row is None:
        values |= known.owner_of_new(table, cells)
        row = known.same(table.name, values)
    refusal = _refusal(table, {**_standing_values(table, row), **values}, owner)
    if refusal is not None:
        return Change(table.name, number, label, row, problem=refusal.sentence)
    return Change(table.name, number, label, row, values, _differing(table, row, values))


def _refused_or_unchanged(
    table: Table, number: int, label: str, cells: Mapping[str, Cell], row: Any, known: Known
) -> Change:
    """Rows of others may stay in a file as long as they say what the register says."""
    if row is not None and all(_is_same(column, cells, row, known) for column in table.columns):
        return Change(table.name, number, label, row, {})
    raise Wrong(Fault.NOT_YOURS)


def _is_same(column: Column, cells: Mapping[str, Cell], row: Any, known: Known) -> bool:
    told = written(column, known.told(row, column.name))
    return all(h not in cells or line(cells[h]) == line(c) for h, c in zip(column.headings, told, strict=True))


def _standing_values(table: Table, row: Any) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in table.columns} if row is not None else {}


def _refusal(table: Table, values: Mapping[str, Any], owner: str) -> Refusal | None:
    """The same rules that the commands ask, so that what is shown is what will happen."""
    refusal = rules.is_in_order(values.get("since"), values.get("until"))
    if refusal is None and table.name == "institutions":
        refusal = rules.is_placed(values["level"], values.get("place", ""), owner)
    if refusal is None and table.name == "seats" and "role" in values:
        refusal = rules.is_seat_of(values["role"], owner)
    return refusal


def _differing(table: Table, row: Any, values: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    found = []
    for column in table.columns:
        if column.name not in values:
            continue
        old = written(column, getattr(row, column.name)) if row is not None else ("",) * len(column.headings)
        new = written(column, values[column.name])
        found += [
            (heading, line(was), line(is_))
            for heading, was, is_ in zip(column.headings, old, new, strict=True)
            if line(was) != line(is_)
        ]
    return tuple(found)


def _sentence(fault: Fault, values: Mapping[str, Any] | None = None) -> str:
    return str(fault.label) % dict(values or {})
