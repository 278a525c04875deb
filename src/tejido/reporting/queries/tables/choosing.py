"""Which rows a selection has, and which tables it can be told in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.programmes.names import Field
from tejido.programmes.queries import Seen, initiatives_for

from ...models import InitiativeLink, Picked, Selection, Template
from ...names import RowKind, Scope
from ...terms import BUILT_IN, Column, Table
from ..recommendations import Line, Wanted, recommendations_for
from .saying import overlaps


@dataclass(frozen=True, slots=True)
class Chosen:
    """The keys of the rows, in their order. `into` and `out`: what was put in and left out by hand."""

    recommendations: tuple[str, ...]
    initiatives: tuple[str, ...]
    into: frozenset[str]
    out: frozenset[str]

    def of(self, rows: str) -> tuple[str, ...]:
        return self.recommendations if rows == RowKind.RECOMMENDATION else self.initiatives


def chosen_for(actor: Actor, selection: Selection) -> Chosen:
    """What the selection has now: as its filter says, with what was put in, without what was left out. What was struck
    out since, and initiatives of another period, are not there. A constant number of queries."""
    picks = Picked.objects.filter(selection=selection).values_list("recommendation_id", "initiative_id", "is_out")
    into = frozenset(one or other for one, other, is_out in picks if not is_out)
    out = frozenset(one or other for one, other, is_out in picks if is_out)
    scope = selection.wanted.get("scope", Scope.ALL)
    lines = recommendations_for(actor)
    fitting = {line.row.key for line in _fitting(actor, lines, selection, scope)}
    own = [one for one in initiatives_for(actor, actor.member) if one.is_own]
    answering = _answering(fitting, own, scope)
    return Chosen(
        tuple(key for key in (line.row.key for line in lines) if key in into or (key in fitting and key not in out)),
        tuple(
            one.key
            for one in own
            if one.key in into or (one.key in answering and one.key not in out and _is_within(one, selection))
        ),
        into,
        out,
    )


def _fitting(actor: Actor, lines: Sequence[Line], selection: Selection, scope: str) -> Sequence[Line]:
    if scope == Scope.PICKED:
        return ()
    return lines if scope == Scope.ALL else recommendations_for(actor, Wanted.of(selection.wanted))


def _answering(fitting: Collection[str], own: Sequence[Seen], scope: str) -> frozenset[str]:
    """All initiatives; or those that answer one of the recommendations that fit."""
    if scope == Scope.ALL:
        return frozenset(one.key for one in own)
    links = InitiativeLink.objects.filter(recommendation__in=fitting)
    return frozenset(links.values_list("initiative_id", flat=True))


def _is_within(one: Seen, selection: Selection) -> bool:
    dates: Mapping[str, str] = one.values.get(Field.DATES) or {}
    since, until = (day.isoformat() if day else "" for day in (selection.since, selection.until))
    return overlaps(dates.get("since", ""), dates.get("until", ""), since, until)


def tables_for(actor: Actor) -> dict[str, Table]:
    """The tables of the house and those of the member, by the code or key that a selection names. One query."""
    rows = Template.objects.filter(member__code=actor.member, removed_at=None)
    return {**BUILT_IN, **{row.key: as_table(row) for row in rows}}


def as_table(row: Template) -> Table:
    """A table of the member."""
    columns = tuple(Column(each["field"], each.get("headings", {})) for each in row.columns)
    return Table(row.key, row.name, row.rows, columns)


def table_of(actor: Actor, code: str) -> Table:
    """The table that a selection names, a removed one too; everything about each recommendation where it names
    none."""
    if code in BUILT_IN:
        return BUILT_IN[code]
    row = Template.objects.filter(member__code=actor.member, key=code).first()
    return as_table(row) if row is not None else BUILT_IN["recommendations"]
