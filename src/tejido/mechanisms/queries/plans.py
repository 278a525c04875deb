"""The plan of the actor's own member."""

from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..models import PlanLine


def plan_for(actor: Actor, code: str) -> tuple[Member, list[PlanLine]]:
    """The lines that are not removed, by their date. Member.DoesNotExist for everybody but the member's own seats."""
    if actor.is_public or actor.member != code:
        raise Member.DoesNotExist
    member = Member.objects.get(code=code)
    lines = list(PlanLine.objects.filter(member=member, removed_at=None))
    return member, sorted(lines, key=lambda line: (line.done_at is not None, line.by is None))
