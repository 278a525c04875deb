"""A sheet of values beside what stands: what of it is new, what changes, and what cannot be taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tejido.engine import measure
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal
from tejido.registry.queries import day_of

from .. import rules
from ..models import Handed, Indicator, Value
from ..names import Misread
from ..terms import Unread, period_for, read
from .reading import Seen, overview

COLUMNS = ("indicator", "name", "period", "part", "part_name", "value", "of", "source", "note")
MOST_ROWS = 5000
Problem = Refusal | Unread
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a sheet says of one indicator and period: `row` is where it begins. `problem` says why it cannot be taken
    in; `is_same` that it stands already. `seen` is the key of the value that stands."""

    row: int
    indicator: Any
    name: Mapping[str, str]
    period: str
    value: Any = None
    parts: Mapping[str, measure.Value] = field(default_factory=dict)
    source: str = ""
    address: str = ""
    note: str = ""
    seen: str = ""
    is_same: bool = False
    problem: Problem | None = None


def handed_for(actor: Actor, key: str) -> Handed:
    """A sheet that this seat handed in. ObjectDoesNotExist otherwise."""
    return Handed.objects.get(key=key, seat=actor.seat or "-")


def compare(actor: Actor, rows: Sequence[Row], at: datetime) -> list[Change]:
    """The sheet beside what the actor's member reported, an indicator and a period at a time. Cells without a value say
    nothing: what is missing stays missing. Four queries."""
    today = day_of(at)
    known = {seen.key: seen for seen in overview(actor, today)}
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if _said(row, "value") or _said(row, "of"):
            groups.setdefault((_said(row, "indicator"), _said(row, "period")), []).append(row)
    return [_change(actor, known.get(key), period, several, today) for (key, period), several in groups.items()]


def _said(row: Row, column: str) -> str:
    cell = row.get(column)
    return "" if cell is None else str(cell).strip()


def _change(actor: Actor, seen: Seen | None, period: str, rows: Sequence[Row], today: date) -> Change:
    first = rows[0]
    at = int(first.get("row", 0))
    if seen is None:
        name = {"": _said(first, "name")}
        return Change(at, None, name, period, problem=Unread(Misread.NO_INDICATOR, {"text": _said(first, "indicator")}))
    found = _read(seen.indicator, rows)
    if isinstance(found, _Wrong):
        return Change(found.row, seen.indicator, seen.name, period, problem=found.problem)
    whole, value, parts = found
    standing = next((line.row for line in seen.lines if line.period.code == period and line.row), None)
    made = Change(
        at, seen.indicator, seen.name, period, value, parts, _said(whole, "source"),
        standing.address if standing else "", _said(whole, "note"), standing.key if standing else "",
    )  # fmt: skip  # one row of a table, read as one
    return _judged(actor, made, standing, today)


def plan_digest(changes: Iterable[Change]) -> str:
    """SHA-256, in hexadecimal digits, of what a sheet would report, and of what stands before it."""
    told = [
        [
            change.indicator.key, change.period, change.seen, measure.to_data(change.value), change.source, change.note,
            {key: measure.to_data(part) for key, part in change.parts.items()},
        ]
        for change in changes
        if change.value is not None and not change.is_same
    ]  # fmt: skip  # rows of a table, read as such
    return canonical_digest(told)


@dataclass(frozen=True, slots=True)
class _Wrong:
    row: int
    problem: Problem


def _read(indicator: Indicator, rows: Iterable[Row]) -> _Wrong | tuple[Row, measure.Value, dict[str, measure.Value]]:
    """The row of the whole, its value, and the parts."""
    values: dict[str, measure.Value] = {}
    wholes: list[Row] = []
    for row in rows:
        key, at = _said(row, "part"), int(row.get("row", 0))
        found = read(indicator.kind, indicator.steps, row.get("value"), row.get("of"))
        if isinstance(found, Unread):
            return _Wrong(at, found)
        if key in values:
            return _Wrong(at, Unread(Misread.TWICE))
        values[key] = found
        wholes += [] if key else [row]
    if not wholes:
        return _Wrong(int(next(iter(rows)).get("row", 0)), Unread(Misread.NO_WHOLE_ROW))
    return wholes[0], values.pop(""), values


def _judged(actor: Actor, made: Change, standing: Value | None, today: date) -> Change:
    """Whether the act that it would be by hand is refused, or says nothing new."""
    period = period_for(made.indicator, made.period, today)
    refusal = (
        rules.may_report(actor, made.indicator)
        or rules.fits(made.indicator, period, made.value, made.parts, today)
        or rules.has_source(made.source, made.address, has_file=bool(standing and standing.paper_id))
    )
    parts = {key: measure.to_data(part) for key, part in made.parts.items()}
    told = (measure.to_data(made.value), parts, made.source, made.note)
    is_same = standing is not None and told == (standing.value, standing.parts, standing.source, standing.note)
    return Change(
        made.row, made.indicator, made.name, made.period, made.value, made.parts, made.source, made.address, made.note,
        made.seen, is_same and refusal is None, refusal,
    )  # fmt: skip  # one row of a table, read as one
