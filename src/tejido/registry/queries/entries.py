"""One entered fact by its kind and key, for whoever puts it right."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor

from ..models import Institution, Mandate, Member, Seat, Sector, Standing

_KINDS: Mapping[str, Callable[[], Any]] = {
    "member": Member.objects.all,
    "standing": lambda: Standing.objects.select_related("member"),
    "sector": Sector.objects.all,
    "institution": lambda: Institution.objects.select_related("member", "sector", "successor"),
    "seat": lambda: Seat.objects.select_related("institution__member"),
    "mandate": lambda: Mandate.objects.select_related("seat__institution__member"),
}
_OF_SEATS = frozenset({"seat", "mandate"})


def entry_for(actor: Actor, kind: str, key: str) -> Any:
    """The row. ObjectDoesNotExist for an unknown kind or key, and of seats and mandates always for the public."""
    if kind not in _KINDS or (kind in _OF_SEATS and actor.is_public):
        raise ObjectDoesNotExist
    return _KINDS[kind]().get(key=key)


def owner_of(row: Any) -> Member | None:
    """The member whose fact it is; None for what the network keeps itself."""
    match row:
        case Institution():
            return row.member
        case Seat():
            return row.institution.member
        case Mandate():
            return row.seat.institution.member
    return None
