"""What waits for the secretariat about evaluations: what was discussed and has no outcome yet."""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from tejido.ledger.actors import Actor
from tejido.seminars.models import Seminar
from tejido.seminars.rules import may_keep_seminars

from ..models import Decision, Matter, MatterItem
from ..rules import HELD


def without_outcome(actor: Actor) -> Mapping[Seminar, int]:
    """The seminars with how many of their matters were discussed and are not decided. One query; for others none."""
    if may_keep_seminars(actor) is not None:
        return {}
    discussed = MatterItem.objects.filter(matter=OuterRef("key"), item__meeting__state__in=HELD)
    rows = Matter.objects.filter(
        Exists(discussed), ~Exists(Decision.objects.filter(matter=OuterRef("key"))), dissolved_at=None
    )
    found: dict[Seminar, int] = {}
    for row in rows.select_related("case__seminar__cycle", "case__seminar__host").order_by("case__at", "number"):
        found[row.case.seminar] = found.get(row.case.seminar, 0) + 1
    return found
