"""The register as sheets, as far as the reader may know it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tejido.formats.sheet import Cell, Sheet
from tejido.ledger.actors import Actor

from ...models import Institution, Mandate, Member, Seat, Sector, Standing
from ..histories import as_told, knows_holders
from ..institutions import network_first
from .columns import TABLES, Table, written


def sheets_of(actor: Actor, now: datetime) -> tuple[Sheet, ...]:
    """Every table of the register. Names of holders, and what is set for later, only of the reader's own member. Six
    queries."""
    rows: dict[str, list[tuple[tuple[Cell, ...], Any, tuple[Cell, ...]]]] = {
        "sectors": [((row.code,), row, ()) for row in Sector.objects.all()],
        "members": [((row.code,), row, (row.kind,)) for row in Member.objects.all()],
        "standings": [
            ((row.key, row.member.code), row, ())
            for row in Standing.objects.select_related("member").order_by("member__code", "since", "key")
        ],
        "institutions": [
            ((_member(row), row.code), row, ())
            for row in Institution.objects.select_related("member", "sector", "successor").order_by(
                network_first(), "code"
            )
        ],
        "seats": [
            ((row.key, _member(row.institution), row.institution.code, row.role), row, ())
            for row in Seat.objects.select_related("institution__member").order_by(
                network_first("institution__"), "institution__code", "role", "key"
            )
        ],
        "mandates": [((row.key, row.seat_id), row, (row.seat.office, holder)) for row, holder in _mandates(actor, now)],
    }
    return tuple(_sheet(table, rows[name]) for name, table in TABLES.items())


def _sheet(table: Table, rows: list[tuple[tuple[Cell, ...], Any, tuple[Cell, ...]]]) -> Sheet:
    body = []
    for known_by, row, said in rows:
        cells = tuple(cell for column in table.columns for cell in written(column, getattr(row, column.name)))
        body.append((*known_by, *cells, *said))
    return Sheet(table.name, table.header, tuple(body))


def _member(row: Institution) -> str:
    return row.member.code if row.member else ""


def _mandates(actor: Actor, now: datetime) -> Iterator[tuple[Mandate, str]]:
    """The mandates that the reader may know, with the holders that it may know. One query."""
    found = Mandate.objects.select_related("account", "seat__institution__member")
    for row in found.order_by(network_first("seat__institution__"), "seat_id", "since", "key"):
        if knows_holders(actor, _member(row.seat.institution)):
            yield row, row.name or row.account.name
        else:
            yield from ((told, "") for told in as_told([row], now))
