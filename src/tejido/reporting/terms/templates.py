"""The tables that destinations expect, as data: which rows, which columns in which order, headings of their own.

No destination here prescribes a form that was found published, save the review's own lists of recommendations; the
handbook says of each where it comes from. A member that knows better makes a template of its own.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tejido.web.components import Words

from ..names import Column as Names
from ..names import Destination, RowKind

SHARED = (Names.RESULTS, Names.SECTIONS)
# What rows of each kind can say, in the usual order.
OFFERED: Mapping[str, tuple[Names, ...]] = {
    RowKind.RECOMMENDATION: (
        Names.REFERENCE, Names.MECHANISM, Names.BODY, Names.SYMBOL, Names.PARAGRAPH, Names.SESSION, Names.DAY,
        Names.STATES, Names.TEXT, Names.THEMES, Names.GROUPS, Names.TARGETS, Names.POSITION, Names.CLUSTER,
        Names.STATUS, Names.ASSESSMENT, Names.PRINCIPAL, Names.ALTERNATE, Names.VALIDATING, Names.DONE, *SHARED,
        Names.ADDRESS,
    ),
    RowKind.INITIATIVE: (
        Names.TITLE, Names.SUMMARY, Names.AREA, Names.TYPE, Names.INSTITUTION, Names.LEVEL, Names.FOR_WHOM,
        Names.DATES, Names.STATE, Names.LEGAL, Names.PARTNERS, Names.TASKS, Names.GOALS, *SHARED, Names.ANSWERS,
    ),
}  # fmt: skip  # one table, read as one


@dataclass(frozen=True, slots=True)
class Column:
    """`headings` by language, where it is called otherwise than usual."""

    field: str
    headings: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def heading(self, language: str) -> str:
        """In the language of the table; call it with that language on."""
        return self.headings.get(language) or str(Names(self.field).label)


@dataclass(frozen=True, slots=True)
class Table:
    """`code` names it in a selection; `destinations` are those that it is offered to first."""

    code: str
    name: Words
    rows: str
    columns: tuple[Column, ...]
    destinations: tuple[str, ...] = ()


def _table(code: str, name: Words, rows: str, columns: tuple[Names, ...], *destinations: str) -> Table:
    return Table(code, name, rows, tuple(Column(str(each)) for each in columns), destinations)


_TABLES = (
    _table(
        "simore", _("Follow-up as in SIMORE"), RowKind.RECOMMENDATION,
        (
            Names.SYMBOL, Names.PARAGRAPH, Names.MECHANISM, Names.BODY, Names.TEXT, Names.THEMES, Names.GROUPS,
            Names.TARGETS, Names.PRINCIPAL, Names.ALTERNATE, Names.VALIDATING, Names.DONE, Names.RESULTS, Names.STATUS,
        ),
        Destination.SIMORE,
    ),
    _table(
        "review", _("Follow-up for a review or a treaty body"), RowKind.RECOMMENDATION,
        (Names.REFERENCE, Names.TEXT, Names.POSITION, Names.DONE, Names.RESULTS, Names.PRINCIPAL),
        Destination.UPR, Destination.TREATY_BODY, Destination.OTHER,
    ),
    _table(
        "r2p", _("Summary for R2P focal points"), RowKind.INITIATIVE,
        (Names.TITLE, Names.AREA, Names.SUMMARY, Names.INSTITUTION, Names.DATES, Names.STATE, Names.RESULTS),
        Destination.R2P,
    ),
    _table(
        "gaamac", _("Summary for GAAMAC"), RowKind.INITIATIVE,
        (Names.TITLE, Names.TASKS, Names.SUMMARY, Names.INSTITUTION, Names.PARTNERS, Names.STATE, Names.RESULTS),
        Destination.GAAMAC,
    ),
    _table(
        "network", _("The network’s own table of initiatives"), RowKind.INITIATIVE, OFFERED[RowKind.INITIATIVE],
        Destination.ANNUAL,
    ),
    _table(
        "recommendations", _("Everything about each recommendation"), RowKind.RECOMMENDATION,
        OFFERED[RowKind.RECOMMENDATION],
    ),
)  # fmt: skip  # one table, read as one
BUILT_IN: Mapping[str, Table] = {table.code: table for table in _TABLES}
