"""What a definition can point at: the initiatives and the seats of the actor's own member."""

from __future__ import annotations

from typing import Any

from tejido.ledger.actors import Actor
from tejido.programmes.models import Initiative
from tejido.registry.models import Member, Seat


def member_of(actor: Actor) -> Member:
    return Member.objects.get(code=actor.member)


def seats_of(actor: Actor) -> list[Seat]:
    """The seats of the actor's member that are there. One query."""
    rows = Seat.objects.filter(institution__member__code=actor.member, until=None)
    return list(rows.select_related("institution__member").order_by("institution__code", "role", "key"))


def pointed_at(initiative: str, owner: str) -> dict[str, Any]:
    """The rows of these keys, None where there is none; the rules say whose they may be."""
    row = Initiative.objects.select_related("member").filter(key=initiative).first()
    seat = Seat.objects.select_related("institution__member").filter(key=owner).first()
    return {"initiative": row, "owner": seat}
