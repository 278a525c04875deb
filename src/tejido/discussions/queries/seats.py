"""The seats of a space."""

from django.db.models import QuerySet

from tejido.registry.models import Seat

from ..models import Thread


def seats_in(member: str) -> QuerySet[Seat]:
    """The seats that are there now: of a member, or, for the empty code, of the whole network."""
    rows = Seat.objects.filter(until=None).select_related("institution__member")
    return rows.filter(institution__member__code=member) if member else rows


def mentionable(thread: Thread) -> list[Seat]:
    """The seats of a thread's space, by member, institution and role. Whether one may read the object is asked when it
    is written to."""
    rows = seats_in(thread.member.code if thread.member else "")
    return list(rows.order_by("institution__member__code", "institution__code", "role", "key"))
