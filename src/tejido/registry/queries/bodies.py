"""Bodies, their parties, and what an actor may do in them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.people.models import Account

from ..models import Body, Network, Party, Seat
from ..names import JOINED, BodyKind, Role, Task
from ..rules import Capacity, tasks
from .mandates import ACTING_ROLES, held_at
from .members import members


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
    """Every body in which the actor's seat takes part, the network first. In another network nobody does."""
    own = Q(member=None) | Q(member__code=actor.member or "-")
    rows = Body.objects.select_related("member", "institution").exclude(kind=BodyKind.NEIGHBOUR)
    found = rows.filter(own)
    return sorted(
        (body for body in found if tasks(actor, body)), key=lambda body: (body.kind != BodyKind.NETWORK, body.key)
    )


def capacity(actor: Actor, body: Body) -> Capacity:
    """What the actor may do in the body, and for whom. One query at most."""
    allowed = tasks(actor, body)
    return Capacity(body, _party_of(actor, body) if allowed else None, allowed)


def capacities(actor: Actor, bodies: Sequence[Body]) -> dict[str, Capacity]:
    """The same for several bodies, by their keys. One query, however many there are."""
    own = Q(member__code=actor.member or "-") | Q(institution=actor.institution or "-")
    found = Party.objects.filter(own, body__in=[body.key for body in bodies])
    parties = {(party.body_id, bool(party.member_id)): party for party in found if _speaks(actor, party)}
    return {
        body.key: Capacity(body, parties.get((body.key, body.member_id is None)), tasks(actor, body)) for body in bodies
    }


def parties_of_seat(actor: Actor) -> list[Party]:
    """The parties that the seat belongs to, and those that it belonged to before its member or institution left.
    Whoever serves a mechanism belongs to none of its institutions. One query."""
    own = Q(member__code=actor.member or "-")
    if actor.role == Role.REPRESENTATIVE:
        own |= Q(institution=actor.institution)
    return list(Party.objects.filter(own))


def _speaks(actor: Actor, party: Party) -> bool:
    """A member's party while it takes part; an institution's only for its representative."""
    return party.until is None if party.member_id else actor.role == Role.REPRESENTATIVE


def _party_of(actor: Actor, body: Body) -> Party | None:
    if body.kind == BodyKind.NETWORK:
        return Party.objects.filter(body=body, member__code=actor.member).last() if actor.member else None
    if body.kind in JOINED:
        return Party.objects.filter(body=body, until=None, member__code=actor.member).first() if actor.member else None
    if actor.role != Role.REPRESENTATIVE:
        return None  # those who serve a mechanism do not speak for one of its institutions
    return Party.objects.filter(body=body, institution=actor.institution).last()


def committees() -> list[Body]:
    """The committees of the network, by the order of their names' first letters in the language they were named in."""
    return sorted(Body.objects.filter(kind=BodyKind.COMMITTEE), key=lambda body: next(iter(body.name.values()), ""))


def parties_of(body: Body) -> list[Party]:
    return list(Party.objects.filter(body=body).select_related("member", "institution"))


def bodies_facilitated_by(actor: Actor) -> list[Body]:
    """The bodies whose texts the actor drafts and whose rounds it opens."""
    return [body for body in bodies_of(actor) if Task.FACILITATE in tasks(actor, body)]


def parties_of_record(body: Body, day: date) -> list[Party]:
    """Whose agreement a text of this body needs on that day."""
    current = [p for p in parties_of(body) if p.since <= day and (p.until is None or day < p.until)]
    if body.kind != BodyKind.NETWORK:
        return current
    of_record = {line.member.key for line in members() if line.is_of_record(day)}
    return [party for party in current if party.member_id in of_record]


def accounts_of_body(body: Body, at: datetime) -> dict[str, list[Account]]:
    """Who is to be written to, by party code: the acting seats of each party. "" holds those who facilitate. Two
    queries."""
    parties = parties_of(body)
    held = list(held_at(at).filter(account__is_active=True).select_related("account", "seat__institution"))
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
