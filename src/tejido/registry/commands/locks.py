"""Rows read again and locked, so that of two acts at once the second sees what the first did.

Whoever takes several takes them in this order: institution, seat, bodies, mandate. The row that others belong to comes
first, because it is locked for them too: nobody is named to a seat while it is closed.
"""

from ..models import Body, Institution, Mandate, Seat


def locked_institution(row: Institution) -> Institution:
    found = Institution.objects.select_for_update(of=("self",)).select_related("member", "successor")
    return found.get(key=row.key)


def locked_seat(row: Seat) -> Seat:
    found = Seat.objects.select_for_update(of=("self",)).select_related("institution__member")
    return found.get(key=row.key)


def lock_bodies() -> None:
    """Until the transaction ends no hold is placed elsewhere, and nobody is replaced who signs: of a proposal and a
    replacement in the same instant the second sees what the first did."""
    list(Body.objects.select_for_update().order_by("key").values_list("key", flat=True))


def locked_mandate(row: Mandate) -> Mandate:
    """With its seat and every body."""
    seat = locked_seat(row.seat)
    lock_bodies()
    found: Mandate = Mandate.objects.select_for_update().get(key=row.key)
    found.seat = seat
    return found
