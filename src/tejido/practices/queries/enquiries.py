"""Letters between a seat that asks and the member whose practice it is."""

from collections.abc import Mapping

from tejido.ledger.actors import Actor
from tejido.registry.models import Seat

from ..models import Enquiry, Practice
from ..rules import is_own


def letters_of(actor: Actor, practice: Practice) -> Mapping[Seat, list[Enquiry]]:
    """By the seat that asks, in their order: all for the member's own seats, the own ones for everybody else. One
    query."""
    rows = Enquiry.objects.filter(practice=practice).select_related("seat__institution__member")
    if not is_own(actor, practice.member.code):
        rows = rows.filter(seat=actor.seat or "-")
    found: dict[Seat, list[Enquiry]] = {}
    for row in rows:
        found.setdefault(row.seat, []).append(row)
    return found


def asker_for(actor: Actor, practice: Practice, seat: str) -> Seat:
    """A seat that has asked about this practice of the actor's member. Seat.DoesNotExist otherwise."""
    found = next((row for row in letters_of(actor, practice) if row.key == seat), None)
    if found is None or not is_own(actor, practice.member.code):
        raise Seat.DoesNotExist
    return found
