"""What waits for a member: invitations that it has not answered, and parts without news for long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max

from tejido.ledger.actors import Actor
from tejido.registry.models import Party
from tejido.registry.names import BodyKind
from tejido.registry.rules import speaks_for_member

from ..models import RegionalInitiative, RegionalInvitation, RegionalPart

QUIET_FOR = timedelta(days=180)  # after this long without a word the desk asks for news


@dataclass(frozen=True, slots=True)
class Due:
    """An initiative that waits for the member: for its answer, or for news of its part."""

    initiative: RegionalInitiative
    is_invitation: bool
    since: datetime


def due_for(actor: Actor, at: datetime) -> list[Due]:
    """For the seats that bind a member alone. Four queries at most."""
    if not actor.member or speaks_for_member(actor.role, actor.member) is not None:
        return []
    open_ones = RegionalInvitation.objects.filter(member__code=actor.member, answered_at=None)
    asked = [
        Due(row.initiative, is_invitation=True, since=row.at) for row in open_ones.select_related("initiative__body")
    ]
    return asked + _without_news(actor, at)


def _without_news(actor: Actor, at: datetime) -> list[Due]:
    """Of each initiative that the member takes part in, since when nothing was written: the last word, or the day on
    which it joined."""
    kind = BodyKind.INITIATIVE
    joined = {p.body_id: p.since for p in Party.objects.filter(body__kind=kind, member__code=actor.member, until=None)}
    rows = list(RegionalInitiative.objects.filter(body__in=joined).select_related("body"))
    written = RegionalPart.objects.filter(initiative__in=rows, member__code=actor.member)
    last = dict(written.values_list("initiative").annotate(last=Max("at")))
    found = []
    for row in rows:
        begun = datetime.combine(joined[row.body_id], datetime.min.time(), tzinfo=at.tzinfo)
        since = last.get(row.key, begun)
        if at - since >= QUIET_FOR:
            found.append(Due(row, is_invitation=False, since=since))
    return found
