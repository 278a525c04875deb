"""Loading from the register, always for an actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from tejido.ledger.actors import PUBLIC, Actor
from tejido.people.models import Account

from .models import Body, Event, Institution, Mandate, Member, Network, Party, Seat, Standing
from .names import BodyKind, Role, Status, Task
from .rules import Capacity, tasks

ACTING_ROLES = (Role.FOCAL_POINT, Role.ALTERNATE)


def network() -> Network | None:
    return Network.objects.first()


def network_body() -> Body:
    """The body whose parties are the network's members. Body.DoesNotExist before `tejido init`."""
    return Body.objects.get(kind=BodyKind.NETWORK)


def body_for(actor: Actor, key: str) -> Body:
    """A body that the actor may know of. Body.DoesNotExist for a stranger, exactly as for an unknown key."""
    body = Body.objects.select_related("member").get(key=key)
    if not tasks(actor, body):
        raise Body.DoesNotExist
    return body


def bodies_of(actor: Actor) -> list[Body]:
    """Every body in which the actor's seat takes part, the network first."""
    found = Body.objects.select_related("member").filter(Q(member=None) | Q(member__code=actor.member or "-"))
    return sorted(
        (body for body in found if tasks(actor, body)), key=lambda body: (body.kind != BodyKind.NETWORK, body.key)
    )


def capacity(actor: Actor, body: Body) -> Capacity:
    """What the actor may do in the body, and for whom. One query at most."""
    allowed = tasks(actor, body)
    return Capacity(body, _party_of(actor, body) if allowed else None, allowed)


def _party_of(actor: Actor, body: Body) -> Party | None:
    if body.kind == BodyKind.NETWORK:
        return Party.objects.filter(body=body, member__code=actor.member).first() if actor.member else None
    if actor.role != Role.REPRESENTATIVE:
        return None  # those who serve a mechanism do not speak for one of its institutions
    return Party.objects.filter(body=body, institution=actor.institution).first()


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


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in the register with what the sources say of it."""

    member: Member
    standings: tuple[Standing, ...]

    def is_of_record(self, day: date) -> bool:
        """A member on that day according to every source; a disputed status is nobody's to decide here."""
        now = [s for s in self.standings if s.since <= day and (s.until is None or day < s.until)]
        return bool(now) and all(s.status == Status.MEMBER and not s.is_disputed for s in now)

    @property
    def is_disputed(self) -> bool:
        return any(standing.is_disputed for standing in self.standings)


def members() -> list[MemberLine]:
    standings: dict[str, list[Standing]] = {}
    for standing in Standing.objects.all():
        standings.setdefault(standing.member_id, []).append(standing)
    return [MemberLine(member, tuple(standings.get(member.key, ()))) for member in Member.objects.all()]


def parties_of(body: Body) -> list[Party]:
    return list(Party.objects.filter(body=body).select_related("member", "institution"))


def parties_of_record(body: Body, day: date) -> list[Party]:
    """Whose agreement a text of this body needs on that day."""
    current = [p for p in parties_of(body) if p.since <= day and (p.until is None or day < p.until)]
    if body.kind != BodyKind.NETWORK:
        return current
    of_record = {line.member.key for line in members() if line.is_of_record(day)}
    return [party for party in current if party.member_id in of_record]


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


def seat_names(keys: set[str]) -> Mapping[str, Seat]:
    return {seat.key: seat for seat in Seat.objects.filter(key__in=keys).select_related("institution__member")}


def events() -> list[Event]:
    """The dated events of the network, the oldest first."""
    return list(Event.objects.all())


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
    held = {m.seat_id: m for m in _held_at(at).filter(seat__in=[s.key for s in seats]).select_related("account")}
    shown: dict[str, list[SeatLine]] = {}
    for seat in seats:
        mandate = held.get(seat.key)
        can_try = mandate is not None and mandate.account.is_demonstration
        holder = (mandate.name or mandate.account.name) if mandate and is_own else ""
        shown.setdefault(seat.institution_id, []).append(SeatLine(seat, holder, mandate is None, can_try))
    return tuple((row, tuple(shown.get(row.key, ()))) for row in institutions)


def _held_at(at: datetime) -> QuerySet[Mandate]:
    return Mandate.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


def secretariat_holders(at: datetime) -> int:
    """How many persons hold a seat of the network's secretariat at this instant."""
    return (
        _held_at(at)
        .filter(seat__role=Role.SECRETARIAT, seat__institution__member=None, account__is_active=True)
        .count()
    )


def demonstration_account(seat: str, at: datetime) -> Account | None:
    """The account that holds a demonstration seat, and None in every network that is not a demonstration."""
    served = network()
    if served is None or not served.is_demonstration:
        return None
    mandate = _held_at(at).filter(seat=seat, account__is_demonstration=True).select_related("account").first()
    return mandate.account if mandate else None


def demonstration_seats(at: datetime) -> list[Seat]:
    """The seats that can be tried by one click; none outside a demonstration."""
    served = network()
    if served is None or not served.is_demonstration:
        return []
    held = _held_at(at).filter(account__is_demonstration=True).select_related("seat__institution__member")
    return [mandate.seat for mandate in held]


def accounts_of_body(body: Body, at: datetime) -> dict[str, list[Account]]:
    """Who is to be written to, by party code: the acting seats of each party. "" holds those who facilitate. Two
    queries."""
    parties = parties_of(body)
    held = list(_held_at(at).filter(account__is_active=True).select_related("account", "seat__institution"))
    found: dict[str, list[Account]] = {}
    for party in parties:
        found[party.code] = [m.account for m in held if _acts_for(m.seat, party)]
    serving = Role.SECRETARIAT if body.member is None else Role.FOCAL_POINT
    found[""] = [m.account for m in held if m.seat.role == serving and m.seat.institution.member_id == body.member_id]
    return found


def _acts_for(seat: Seat, party: Party) -> bool:
    if party.institution_id:
        return seat.role == Role.REPRESENTATIVE and seat.institution_id == party.institution_id
    return seat.role in ACTING_ROLES and seat.institution.member_id == party.member_id


def bodies_facilitated_by(actor: Actor) -> list[Body]:
    """The bodies whose texts the actor drafts and whose rounds it opens."""
    return [body for body in bodies_of(actor) if Task.FACILITATE in tasks(actor, body)]


def is_manned(member: Member, at: datetime) -> bool:
    """Whether somebody holds an acting seat of the member at this instant."""
    acting = _held_at(at).filter(seat__role__in=ACTING_ROLES, seat__institution__member=member)
    return acting.filter(account__is_active=True).exists()


def institution_for(key: str) -> Institution:
    """An institution of the register, which every seat may know. Institution.DoesNotExist otherwise."""
    return Institution.objects.select_related("member").get(key=key)


def seat_for(actor: Actor, key: str) -> Seat:
    """A seat of the register, which every seat may know. Seat.DoesNotExist otherwise, and for the public always."""
    if actor.is_public:
        raise Seat.DoesNotExist
    return Seat.objects.select_related("institution__member").get(key=key)


def mandate_of(seat: Seat, at: datetime) -> Mandate | None:
    """Who holds the seat at this instant. For commands; pages show holders by `member_page`."""
    return _held_at(at).filter(seat=seat).select_related("seat__institution__member").first()
