"""What stands beside a fact in the register, for the rules that say whether it may stand."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min, Q

from tejido.ledger.models import Line

from ..models import Institution, Mandate, Party, Seat
from ..rules import Beside
from .days import end_of


def beside(kind: str, row: Any) -> Beside:
    """For a row as it would be, saved or not. Three queries at most."""
    match kind:
        case "institution":
            return Beside(goes_on=_has_parts(row))
        case "seat":
            return _beside_seat(row)
        case "mandate":
            return _beside_mandate(row)
    return Beside()


def goes_on(until: date | datetime | None) -> Q:
    """What has not ended by then."""
    return Q(until=None) | Q(until__gt=until)


def is_longer(until: date | datetime | None, whole: date | datetime | None) -> bool:
    """Whether something that ends then, or never, would outlast what it belongs to."""
    return whole is not None and (until is None or until > whole)


def _has_parts(row: Institution) -> bool:
    """A seat, or a part in its member's National Mechanism, that goes on after its end."""
    if row.until is None:
        return False
    later = goes_on(row.until)
    seats, parties = Seat.objects.filter(later, institution=row.key), Party.objects.filter(later, institution=row.key)
    return seats.exists() or parties.exists()


def _beside_seat(row: Seat) -> Beside:
    whole = row.institution.until
    is_held = row.until is not None and Mandate.objects.filter(goes_on(end_of(row.until)), seat=row.key).exists()
    return Beside(whole=whole, outlasts=is_longer(row.until, whole), goes_on=is_held)


def _beside_mandate(row: Mandate) -> Beside:
    whole = row.seat.until
    others = Mandate.objects.filter(goes_on(row.since), seat=row.seat_id).exclude(key=row.key)
    if row.until is not None:
        others = others.filter(since__lt=row.until)
    done = Line.objects.filter(seat=row.seat_id, mandate=row.key).aggregate(first=Min("at"), last=Max("at"))
    outlasts = whole is not None and is_longer(row.until, end_of(whole))
    return Beside(whole=whole, outlasts=outlasts, overlaps=others.exists(), **done)
