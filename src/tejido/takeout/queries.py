"""Whose reading a file is made by where nobody of the member stands at the console."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.registry.models import Seat
from tejido.registry.names import Role
from tejido.registry.queries import actor_of
from tejido.registry.queries.mandates import mandate_of


def reader_of(member: str, at: datetime) -> Actor | None:
    """The focal point of a member, also while nobody holds the seat. None for a member that has no such seat."""
    seats = Seat.objects.filter(role=Role.FOCAL_POINT, institution__member__code=member)
    several = list(seats.select_related("institution__member").order_by("key"))
    held = [mandate for seat in several if (mandate := mandate_of(seat, at)) is not None]
    if held:
        return actor_of(held[0])
    return _vacant(several[0], member) if several else None


def _vacant(seat: Seat, member: str) -> Actor:
    return Actor(seat=seat.key, office=seat.office, role=seat.role, institution=seat.institution_id, member=member)
