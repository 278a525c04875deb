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

from ...names import Fault
from .columns import Column, Table, Wrong, line, read, written
from .judging import Judge
from .known import Known
from .naming import table_of

_NEW_BY_HAND = frozenset({"sectors", "members", "mandates"})


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
    """The plan of a file for this actor. Fourteen queries at most, however long it is."""
    known = Known(actor, now)
    judge = Judge(actor, known)
    changes: list[Change] = []
    for sheet in sheets:
        try:
            table = table_of(sheet)
        except Wrong as wrong:
            problem = _sentence(wrong.fault, wrong.values)
            changes.append(Change(sheet.name, sheet.first - 1, sheet.name, problem=problem))
            continue
        changes.extend(_of_sheet(table, sheet, known, judge))
    return Plan(tuple(changes))


def _of_sheet(table: Table, sheet: Sheet, known: Known, judge: Judge) -> Iterable[Change]:
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in sheet.records():
        identity = tuple(line(cells.get(name)) for name in table.known_by)
        label = " ".join(filter(None, identity))
        try:
            first = _first(seen, identity, number, table, cells)
            if first != number:
                raise Wrong(Fault.TWICE, row=first)
            yield _change(table, number, label, cells, known, judge)
        except Wrong as wrong:
            column = wrong.values.get("column", "")
            yield Change(table.name, number, label, problem=_sentence(wrong.fault, wrong.values), column=column)


def _first(seen: dict[Any, int], identity: Any, number: int, table: Table, cells: Mapping[str, Cell]) -> int:
    """The row in which the file said this first. Rows without a key are told apart by all they say."""
    if table.known_by[0] == "key" and not identity[0]:
        identity = tuple(line(cell) for cell in cells.values())
    return seen.setdefault(identity, number)


def _change(table: Table, number: int, label: str, cells: Mapping[str, Cell], known: Known, judge: Judge) -> Change:
    row, owner = known.row(table, cells)
    if row is None and table.name in _NEW_BY_HAND:
        raise Wrong(Fault.BY_HAND)
    if not known.may_keep(table.name, owner):
        return _refused_or_unchanged(table, number, label, cells, row, known)
    values = _values(table, cells, row, owner, known)
    if row is None:
        values |= known.owner_of_new(table, cells)
        row = known.same(table.name, values)
    fields = _differing(table, row, values)
    refusal = judge.refusal(table.name, row, values) if row is None or fields else None
    if refusal is not None:
        return Change(table.name, number, label, row, problem=refusal.sentence)
    return Change(table.name, number, label, row, values, fields)


def _values(table: Table, cells: Mapping[str, Cell], row: Any, owner: str, known: Known) -> dict[str, Any]:
    """What the file says of a row; of a new one, of every column."""
    values = {
        column.name: read(column, cells, getattr(row, column.name, None), lambda c, said: known.find(c, said, owner))
        for column in table.columns
        if row is None or any(heading in cells for heading in column.headings)
    }
    if known.is_untold(row, owner) and values.get("until") is None:
        values.pop("until", None)
    return values


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
