"""Who holds a seat at an instant, and which parties nobody speaks for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from ..models import Mandate, Member, Party, Seat
from ..names import Role

ACTING_ROLES = (Role.FOCAL_POINT, Role.ALTERNATE)


def held_at(at: datetime) -> QuerySet[Mandate]:
    return Mandate.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


def vacancies(parties: Sequence[Party], start: datetime, end: datetime) -> frozenset[str]:
    """The codes of the parties for which nobody held an acting seat at any moment between two instants. One query."""
    return vacancies_of([(parties, start, end)])[0]


def vacancies_of(spans: Sequence[tuple[Sequence[Party], datetime, datetime]]) -> list[frozenset[str]]:
    """The vacancies of several spans of time, each with its own parties, start and end. One query for all."""
    if not spans:
        return []
    first, last = min(start for _, start, _ in spans), max(end for _, _, end in spans)
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=first), since__lte=last, account__is_active=True)
    acting = held.filter(seat__role__in=[*ACTING_ROLES, Role.REPRESENTATIVE])
    fields = ("since", "until", "seat__role", "seat__institution_id", "seat__institution__member_id")
    mandates = list(acting.values_list(*fields))
    return [_vacant(parties, start, end, mandates) for parties, start, end in spans]


def _vacant(parties: Sequence[Party], start: datetime, end: datetime, mandates: Sequence[Any]) -> frozenset[str]:
    filled: set[tuple[str, str]] = set()
    for since, until, role, institution, member in mandates:
        if since <= end and (until is None or until > start):
            filled.add(("institution", institution) if role == Role.REPRESENTATIVE else ("member", member))
    return frozenset(p.code for p in parties if not _is_filled(p, filled))


def _is_filled(party: Party, filled: set[tuple[str, str]]) -> bool:
    kind, key = ("institution", party.institution_id) if party.institution_id else ("member", party.member_id)
    return (kind, key) in filled


def secretariat_holders(at: datetime) -> int:
    """How many persons hold a seat of the network's secretariat at this instant."""
    return (
        held_at(at).filter(seat__role=Role.SECRETARIAT, seat__institution__member=None, account__is_active=True).count()
    )


def is_manned(member: Member, at: datetime) -> bool:
    """Whether somebody holds an acting seat of the member at this instant."""
    acting = held_at(at).filter(seat__role__in=ACTING_ROLES, seat__institution__member=member)
    return acting.filter(account__is_active=True).exists()


def mandate_of(seat: Seat, at: datetime) -> Mandate | None:
    """Who holds the seat at this instant. For commands; pages show holders by `member_page`."""
    return held_at(at).filter(seat=seat).select_related("seat__institution__member").first()
