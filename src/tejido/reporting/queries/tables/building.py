"""Rows of words from recommendations and initiatives. What is not known stays empty: a cell is never made up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import override

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.web.languages import base

from ...models import Recommendation
from ...names import RowKind
from ...terms import Column
from ..linked import initiatives_linked, recommendations_linked, sections_linked, sections_named
from ..recommendations import lines_of
from ..results import results_of, values_linked
from .initiatives import InitiativeCells, own_initiatives, places_in, terms_named
from .recommendations import RecommendationCells


@dataclass(frozen=True, slots=True)
class Wish:
    """How a table is wanted: rows of which kind, which columns, in which language, of which period."""

    rows: str
    columns: tuple[Column, ...]
    language: str
    since: date | None = None
    until: date | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        with override(base(self.language)):
            return tuple(column.heading(self.language) for column in self.columns)


@dataclass(frozen=True, slots=True)
class BuiltRow:
    """`key` of what the row is about, a short `name` for it, and a text for each column; empty is not reported."""

    key: str
    name: str
    cells: tuple[str, ...]
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    wish: Wish
    rows: tuple[BuiltRow, ...]
    headings: tuple[str, ...] = field(default=())

    @property
    def gaps(self) -> int:
        """How many cells say nothing."""
        return sum(not cell for row in self.rows for cell in row.cells)

    @property
    def digest(self) -> str:
        """It changes when a reader of the table would see something else."""
        return canonical_digest(
            [self.wish.rows, self.wish.language, self.headings, [[row.key, *row.cells] for row in self.rows]]
        )


def build(actor: Actor, wish: Wish, keys: Sequence[str]) -> Built:
    """The table of these recommendations or initiatives, in the order of their keys."""
    return Built(wish, tuple(rows_of(actor, wish, keys)), wish.headings)


def rows_of(actor: Actor, wish: Wish, keys: Sequence[str]) -> list[BuiltRow]:
    """A row for each of the keys that is one of the member's own. A constant number of queries."""
    with override(base(wish.language)):
        if wish.rows == RowKind.RECOMMENDATION:
            return _of_recommendations(actor, wish, keys)
        return _of_initiatives(actor, wish, keys)


def _of_recommendations(actor: Actor, wish: Wish, keys: Sequence[str]) -> list[BuiltRow]:
    rows = Recommendation.objects.filter(key__in=keys, member__code=actor.member).select_related("member")
    lines = {line.row.key: line for line in lines_of(list(rows))}
    initiatives = initiatives_linked(actor, keys)
    linked = {one.initiative.key for several in initiatives.values() for one in several}
    results = results_of(actor, linked, wish.since, wish.until)
    values = values_linked(actor, keys, wish.since, wish.until)
    cells = RecommendationCells(
        wish.language, initiatives, results, values, sections_linked(actor, keys),
        wish.since, wish.until,
    )  # fmt: skip  # one row of a table, read as one
    return [
        BuiltRow(key, line.row.reference[:200], cells.of(line, wish.columns), line.row.is_demonstration)
        for key in keys
        if (line := lines.get(key)) is not None
    ]


def _of_initiatives(actor: Actor, wish: Wish, keys: Sequence[str]) -> list[BuiltRow]:
    known = {one.key: one for one in own_initiatives(actor, keys)}
    answers = recommendations_linked(known)
    places = {place for one in known.values() for place in places_in(one)}
    cells = InitiativeCells(
        wish.language, answers, results_of(actor, known, wish.since, wish.until), terms_named(known.values()),
        sections_named(actor, places),
    )  # fmt: skip  # one row of a table, read as one
    return [
        BuiltRow(key, cells.name(one), cells.of(one, wish.columns), one.initiative.is_demonstration)
        for key in keys
        if (one := known.get(key)) is not None
    ]
