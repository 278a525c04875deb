"""What stands in the register beside a fact, for the rules that say whether it may stand."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from django.db.models import Max, Min

from tejido.ledger.models import Line

from ..models import Institution, Mandate, Party, Seat
from ..rules import Beside
from .days import end_of, network_zone


def beside(kind: str, row: Any) -> Beside:
    """For a row as it would be, saved or not. Three queries at most."""
    match kind:
        case "institution" if row.until is not None:
            return of_institution(row, [*_ends(Seat, institution=row.key), *_ends(Party, institution=row.key)])
        case "seat":
            held = _ends(Mandate, seat=row.key) if row.until is not None else ()
            return of_seat(row, held, network_zone())
        case "mandate":
            return of_mandate(row, Mandate.objects.filter(seat=row.seat_id), _done(row), network_zone())
    return Beside()


def _ends(kind: Any, **of: str) -> Iterable[Any]:
    return kind.objects.filter(**of).values_list("until", flat=True)  # type: ignore[no-any-return]  # days or instants


def _done(row: Mandate) -> Mapping[str, datetime | None]:
    return Line.objects.filter(seat=row.seat_id, mandate=row.key).aggregate(first=Min("at"), last=Max("at"))


def of_institution(row: Institution, parts: Iterable[date | None]) -> Beside:
    """`parts` are the ends of its seats, and of its part in its member's National Mechanism."""
    return Beside(goes_on=any(_is_longer(end, row.until) for end in parts))


def of_seat(row: Seat, held: Iterable[datetime | None], zone: tzinfo) -> Beside:
    """`held` are the ends of the mandates in it."""
    last, whole = end_of(row.until, zone) if row.until else None, row.institution.until
    return Beside(
        whole=whole, outlasts=_is_longer(row.until, whole), goes_on=any(_is_longer(end, last) for end in held)
    )


def of_mandate(row: Mandate, same_seat: Iterable[Mandate], done: Mapping[str, datetime | None], zone: tzinfo) -> Beside:
    """`same_seat` are the mandates of its seat, itself among them; `done` its `first` and `last` act."""
    whole = row.seat.until
    return Beside(
        whole=whole,
        outlasts=_is_longer(row.until, end_of(whole, zone) if whole else None),
        overlaps=any(_overlap(row, other) for other in same_seat if other.key != row.key),
        first=done.get("first"),
        last=done.get("last"),
    )


def _overlap(one: Mandate, other: Mandate) -> bool:
    return _is_longer(other.until, one.since) and _is_longer(one.until, other.since)


def _is_longer(until: Any, whole: Any) -> bool:
    """Whether what ends then, or never, goes on after another end, where there is one."""
    return whole is not None and (until is None or until > whole)
