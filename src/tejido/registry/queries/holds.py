"""Whether a seat is held by an open procedure, and who is there to agree to its replacement."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from ..models import Body, Hold, Party, Seat
from ..names import Role
from ..rules import SIGN_FOR_MEMBER, keepers_of
from .mandates import held_at


class OpenHolds:
    """The bodies in which a procedure is open now, with the parties that they have or had. Two queries."""

    def __init__(self) -> None:
        self._bodies = list(Body.objects.filter(key__in=Hold.objects.filter(lifted_at=None).values("body")))
        parties = Party.objects.filter(body__in=self._bodies).values_list("body_id", "member_id", "institution_id")
        self._parties = {
            (body, party) for body, *sides in (parties if self._bodies else ()) for party in sides if party
        }

    def over(self, seat: Seat) -> bool:
        """Whether one of them is a body for which this seat speaks, clears or chairs. Needs the institution."""
        return any(self._signs(seat, body) for body in self._bodies)

    def _signs(self, seat: Seat, body: Body) -> bool:
        """Bodies of members are the network and its committees, in which the member is a party; and those of its
        own."""
        member = seat.institution.member_id
        if member is None:
            return body.member_id is None and seat.role == Role.CHAIR
        if seat.role in SIGN_FOR_MEMBER:
            return body.member_id == member or (body.member_id is None and (body.key, member) in self._parties)
        return body.member_id == member and (body.key, seat.institution_id) in self._parties


def is_held(seat: Seat) -> bool:
    """Whether a procedure is open in a body for which this seat speaks, clears or chairs. Needs the institution. Two
    queries at most."""
    return OpenHolds().over(seat)


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
