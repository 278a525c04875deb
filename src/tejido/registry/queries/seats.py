"""Seats and who held them on a day, as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from tejido.ledger.actors import Actor

from ..models import Institution, Mandate, Member, Seat
from .days import AsOf
from .institutions import InstitutionLine, institutions, valid_on
from .mandates import ACTING_ROLES, held_at
from .members import MemberLine


def seat_names(keys: set[str]) -> Mapping[str, Seat]:
    return {seat.key: seat for seat in Seat.objects.filter(key__in=keys).select_related("institution__member")}


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat and who holds it on a day, and since when; `holder` is empty for readers outside the network and for
    vacant seats.

    `is_known`: whether anything is known of that day. A seat of which no earlier holder is known was not for that
    reason vacant.
    """

    seat: Seat
    holder: str
    is_vacant: bool
    can_try: bool = False
    is_known: bool = True
    since: datetime | None = None


Manned = tuple[tuple[InstitutionLine, tuple[SeatLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class MemberPage:
    """A member on a day. `acting` are the seats that speak for it and clear what it says."""

    line: MemberLine
    institutions: Manned

    @property
    def acting(self) -> tuple[SeatLine, ...]:
        lines = [line for _, seats in self.institutions for line in seats]
        return tuple(line for line in lines if line.seat.role in (*ACTING_ROLES, "validating_authority"))

    @property
    def is_silent(self) -> bool:
        """Whether nobody holds a seat that acts for it."""
        return all(line.is_vacant for line in self.acting if line.seat.role in ACTING_ROLES)


def member_page(actor: Actor, line: MemberLine, on: AsOf) -> MemberPage:
    """A member's institutions with their seats. Holders' names are for the seats of the same member only. Five
    queries."""
    found = institutions(on, Institution.objects.filter(member=line.member))
    return MemberPage(line, with_seats(actor, found, on, is_own=actor.member == line.member.code))


def network_institutions(actor: Actor, on: AsOf) -> Manned:
    """The network's own institutions with their seats; who holds them every seat may know. Five queries."""
    found = institutions(on, Institution.objects.filter(member=None))
    return with_seats(actor, found, on, is_own=not actor.is_public)


def with_seats(actor: Actor, found: Sequence[InstitutionLine], on: AsOf, *, is_own: bool) -> Manned:
    rows = [] if actor.is_public else seats(on, [line.institution for line in found])
    is_open = is_own or not on.is_future  # what a member has set for later is its own until then
    held = holders(on, rows) if is_open else {}
    known = _known_before(on, rows) if is_open and not on.is_today else frozenset()
    shown: dict[str, list[SeatLine]] = {}
    for seat in rows:
        is_known = on.is_today or seat.key in known or (is_open and seat.since is not None)
        shown.setdefault(seat.institution_id, []).append(
            _line(seat, held.get(seat.key), is_own=is_own, is_known=is_known)
        )
    return tuple((line, tuple(shown.get(line.institution.key, ()))) for line in found)


def _line(seat: Seat, mandate: Mandate | None, *, is_own: bool, is_known: bool) -> SeatLine:
    if mandate is None:
        return SeatLine(seat, "", is_known, is_known=is_known)
    holder = (mandate.name or mandate.account.name) if is_own else ""
    return SeatLine(seat, holder, False, mandate.account.is_demonstration, since=mandate.since)


def seats(on: AsOf, of: Sequence[Institution]) -> list[Seat]:
    """The seats that these institutions had on that day, those that act for a member first. One query."""
    found = Seat.objects.filter(valid_on(on.day), institution__in=of).select_related("institution__member")
    return sorted(found, key=lambda seat: (seat.institution.code, _place(seat), *seat.title.values(), seat.key))


def _place(seat: Seat) -> int:
    return _ORDER.get(seat.role, len(_ORDER))


_ORDER = {"focal_point": 0, "alternate": 1, "validating_authority": 2}


def holders(on: AsOf, of: Sequence[Seat]) -> dict[str, Mandate]:
    """Who held each of these seats on that day, by seat. One query."""
    held = held_at(on.instant).filter(seat__in=[seat.key for seat in of]).select_related("account")
    return {mandate.seat_id: mandate for mandate in held}


def _known_before(on: AsOf, of: Sequence[Seat]) -> frozenset[str]:
    """The seats of which an earlier holder is known: without one on that day they were vacant. One query."""
    first = Mandate.objects.filter(seat__in=[seat.key for seat in of]).values("seat_id").annotate(first=Min("since"))
    return frozenset(row["seat_id"] for row in first if row["first"] <= on.instant)


def institution_with(member: Member | None, code: str) -> Institution:
    """The institution of a member, or, for None, of the network, with this code. Institution.DoesNotExist otherwise."""
    return Institution.objects.get(member=member, code=code)


def institution_for(key: str) -> Institution:
    """An institution of the register, which every seat may know. Institution.DoesNotExist otherwise."""
    return Institution.objects.select_related("member", "sector", "successor").get(key=key)


def seat_for(actor: Actor, key: str) -> Seat:
    """A seat of the register, which every seat may know. Seat.DoesNotExist otherwise, and for the public always."""
    if actor.is_public:
        raise Seat.DoesNotExist
    return Seat.objects.select_related("institution__member").get(key=key)
