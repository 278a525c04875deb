"""The seats behind the labels that the ledger keeps."""

from collections.abc import Iterable

from django.db.models import F, Q

from ..models import Seat


def seats_by_office(offices: Iterable[str]) -> dict[str, Seat]:
    """By its label, the seat that an office is. A label whose seat is not known any more is left out. One query."""
    wanted = {office: tuple(office.split("/")) for office in offices}
    places = {parts[1:] for parts in wanted.values() if len(parts) == 3}
    if not places:
        return {}
    query = Q()
    for role, institution in places:
        query |= Q(role=role, institution__code=institution)
    found = (
        Seat.objects.filter(query)
        .select_related("institution__member")
        .order_by(F("since").asc(nulls_first=True), "key")
    )
    return {seat.office: seat for seat in found if seat.office in wanted}
