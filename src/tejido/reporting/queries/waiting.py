"""What waits for who keeps a member's reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from tejido.ledger.actors import Actor

from ..models import Charge, Recommendation, Selection
from ..names import Duty
from ..rules import may_keep
from .tellings import SelectionLine, stage_of, with_last_day


@dataclass(frozen=True, slots=True)
class Awaited:
    """`unassigned`: recommendations for which nobody is principally responsible."""

    unassigned: int
    reports: tuple[SelectionLine, ...]


def awaited_from(actor: Actor, today: date) -> Awaited:
    """Three queries; none for who keeps nothing."""
    if not actor.member or may_keep(actor, actor.member) is not None:
        return Awaited(0, ())
    charged = Charge.objects.filter(recommendation=OuterRef("pk"), duty=Duty.PRINCIPAL)
    bare = Recommendation.objects.filter(~Exists(charged), member__code=actor.member)
    return Awaited(bare.count(), tuple(reports_due(today, actor.member)))


def reports_due(today: date, member: str = "") -> Iterator[SelectionLine]:
    """The reports that are awaited soon or are late, of one member or of all. Two queries."""
    rows = Selection.objects.filter(closed_at=None).exclude(due=None).select_related("member").order_by("due", "key")
    found = list(rows.filter(member__code=member) if member else rows)
    for row, day in with_last_day(found):
        stage = stage_of(row, day, today)
        if stage:
            yield SelectionLine(row, day, stage)
