"""What waits for a seat about calls: whom to nominate, and which places to give."""

from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Call, Extension, Nominee
from ..names import Standing
from ..rules import is_ahead, may_nominate, serves
from .calls import RELATED, CallLine, calls_for, extensions_of, last_in


def to_nominate(actor: Actor, at: datetime) -> list[CallLine]:
    """Open calls for which the actor's member has submitted nobody. Three queries, none for other seats."""
    if may_nominate(actor, actor.member) is not None:
        return []
    return [line for line in calls_for(actor, at) if line.is_open and not line.own]


def to_give(actor: Actor, at: datetime) -> list[Call]:
    """Calls that are over with nominations that nobody has looked at. For the secretariat; three queries."""
    if not serves(actor):
        return []
    rows = list(Call.objects.filter(given_at=None, erased_at=None).select_related(*RELATED))
    later = extensions_of(rows)
    new = set(Nominee.objects.filter(call__in=rows, standing=Standing.NOMINATED).values_list("call", flat=True))
    return [row for row in rows if row.key in new and is_ahead(row, at) is None and _is_over(row, later, at)]


def _is_over(row: Call, later: list[Extension], at: datetime) -> bool:
    return row.closed_at is not None or at > last_in(row, later)
