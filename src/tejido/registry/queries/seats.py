"""Institutions with their seats, as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Institution, Seat
from .mandates import held_at
from .members import MemberLine


def seat_names(keys: set[str]) -> Mapping[str, Seat]:
    return {seat.key: seat for seat in Seat.objects.filter(key__in=keys).select_related("institution__member")}


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat and who holds it now; `holder` is empty for readers outside the network and for vacant seats."""

    seat: Seat
    holder: str
    is_vacant: bool
    can_try: bool = False


Manned = tuple[tuple[Institution, tuple[SeatLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class MemberPage:
    line: MemberLine
    institutions: Manned


def member_page(actor: Actor, line: MemberLine, at: datetime) -> MemberPage:
    """A member's institutions with their seats. Holders' names are for the seats of the same member only. Three
    queries."""
    institutions = list(Institution.objects.filter(member=line.member))
    return MemberPage(line, _with_seats(actor, institutions, at, is_own=actor.member == line.member.code))


def network_institutions(actor: Actor, at: datetime) -> Manned:
    """The network's own institutions with their seats; who holds them every seat may know. Three queries."""
    return _with_seats(actor, list(Institution.objects.filter(member=None)), at, is_own=not actor.is_public)


def _with_seats(actor: Actor, institutions: list[Institution], at: datetime, *, is_own: bool) -> Manned:
    seats = []
    if not actor.is_public:
        seats = list(Seat.objects.filter(institution__in=institutions).select_related("institution__member"))
    held = {m.seat_id: m for m in held_at(at).filter(seat__in=[s.key for s in seats]).select_related("account")}
    shown: dict[str, list[SeatLine]] = {}
    for seat in seats:
        mandate = held.get(seat.key)
        can_try = mandate is not None and mandate.account.is_demonstration
        holder = (mandate.name or mandate.account.name) if mandate and is_own else ""
        shown.setdefault(seat.institution_id, []).append(SeatLine(seat, holder, mandate is None, can_try))
    return tuple((row, tuple(shown.get(row.key, ()))) for row in institutions)


def institution_for(key: str) -> Institution:
    """An institution of the register, which every seat may know. Institution.DoesNotExist otherwise."""
    return Institution.objects.select_related("member").get(key=key)


def seat_for(actor: Actor, key: str) -> Seat:
    """A seat of the register, which every seat may know. Seat.DoesNotExist otherwise, and for the public always."""
    if actor.is_public:
        raise Seat.DoesNotExist
    return Seat.objects.select_related("institution__member").get(key=key)
