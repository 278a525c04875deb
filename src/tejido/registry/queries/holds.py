"""Whether a seat is held by an open procedure, and who is there to agree to its replacement."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..models import Hold, Party, Seat
from ..names import Role
from ..rules import SIGN_FOR_MEMBER, keepers_of
from .mandates import held_at


def is_held(seat: Seat) -> bool:
    """Whether a procedure is open in a body for which this seat speaks, clears or chairs. Needs the institution. One
    query."""
    return Hold.objects.filter(_bodies_of(seat), lifted_at=None).exists()


def _bodies_of(seat: Seat) -> Q:
    """Bodies of members are the network and its committees, in which the member is a party; and those of its own."""
    member = seat.institution.member_id
    if member is None:
        return Q(body__member=None) if seat.role == Role.CHAIR else Q(pk__in=[])
    if seat.role in SIGN_FOR_MEMBER:
        return Q(body__member=member) | Q(
            body__member=None, body__in=Party.objects.filter(member=member).values("body")
        )
    return Q(body__member=member, body__in=Party.objects.filter(institution=seat.institution_id).values("body"))


def has_other_keeper(seat: Seat, but: Collection[str], at: datetime) -> bool:
    """Whether somebody besides these accounts keeps the seats of the seat's member (or of the network) now."""
    member = seat.institution.member
    keeping = held_at(at).filter(
        seat__role__in=keepers_of(member.code if member else ""), seat__institution__member=member
    )
    return (
        keeping.filter(account__is_active=True)
        .exclude(account__in=[UUID(account) for account in but if account])
        .exists()
    )
