"""Who acts: the mandates that a person holds at an instant."""

from datetime import datetime

from django.db.models import Q

from tejido.ledger.actors import PUBLIC, Actor
from tejido.people.models import Account

from ..models import Mandate, Seat
from .bodies import network
from .mandates import held_at


def mandates_of(account: str, at: datetime) -> list[Mandate]:
    """The mandates that a person holds at this instant."""
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=at), account_id=account, since__lte=at)
    return list(held.select_related("seat__institution__member"))


def actor_of(mandate: Mandate, *, is_fresh: bool = False) -> Actor:
    """The actor of a mandate; needs seat, institution and member loaded."""
    seat = mandate.seat
    member = seat.institution.member
    return Actor(
        account=str(mandate.account_id),
        seat=seat.key,
        mandate=mandate.key,
        office=seat.office,
        role=seat.role,
        institution=seat.institution_id,
        member=member.code if member else "",
        is_fresh=is_fresh,
    )


def actor_for(account: str, wanted_seat: str, at: datetime, *, is_fresh: bool = False) -> tuple[Actor, list[Mandate]]:
    """The actor in the wanted seat, or in the person's first one; PUBLIC where no mandate is valid now."""
    held = mandates_of(account, at)
    if not held:
        return PUBLIC, []
    chosen = next((m for m in held if m.seat_id == wanted_seat), held[0])
    return actor_of(chosen, is_fresh=is_fresh), held


def demonstration_account(seat: str, at: datetime) -> Account | None:
    """The account that holds a demonstration seat, and None in every network that is not a demonstration."""
    served = network()
    if served is None or not served.is_demonstration:
        return None
    mandate = held_at(at).filter(seat=seat, account__is_demonstration=True).select_related("account").first()
    return mandate.account if mandate else None


def demonstration_seats(at: datetime) -> list[Seat]:
    """The seats that can be tried by one click; none outside a demonstration."""
    served = network()
    if served is None or not served.is_demonstration:
        return []
    held = held_at(at).filter(account__is_demonstration=True).select_related("seat__institution__member")
    return [mandate.seat for mandate in held]
