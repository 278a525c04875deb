"""Counts of training that the own member has published, of which a value can be taken."""

from tejido.engine import measure
from tejido.figures.queries import Shown, shown_to
from tejido.ledger.actors import Actor

from ..models import Indicator
from ..names import Kind


def counts_for(actor: Actor, indicator: Indicator, period: measure.Period) -> Shown | None:
    """What the actor's member published of the year that the period is. None where it published nothing, the indicator
    is no number, or the period no whole year: no part of a year is told with every group. Four queries at most."""
    first, last = period.first, period.last
    is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    if indicator.kind != Kind.NUMBER or not is_year:
        return None
    shown = shown_to(actor, [first.year], actor.member)
    return shown if shown.sums else None
