"""What waits for a seat at its desk: values of periods that are over, and milestones whose day comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.ledger.actors import Actor
from tejido.registry.queries import day_of

from ..models import Milestone
from ..rules import may_report
from .milestones import milestones_of
from .reading import Seen, overview

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Awaited:
    """`values` are the indicators with periods that are over and have no value, which this seat may report."""

    values: tuple[Seen, ...] = ()
    milestones: tuple[Milestone, ...] = ()


def awaited(actor: Actor, at: datetime) -> Awaited:
    """What the seat is to report, and the open milestones of its member that are over or come within a fortnight. Six
    queries; none for seats of the network."""
    if not actor.member:
        return Awaited()
    today = day_of(at)
    own = overview(actor, today)
    values = tuple(seen for seen in own if seen.missing and may_report(actor, seen.indicator) is None)
    rows = (row for row in milestones_of(actor) if row.reached_at is None and row.dropped_at is None)
    return Awaited(values, tuple(row for row in rows if row.by <= today + SOON))
