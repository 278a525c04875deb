"""The acts of the register. What is entered carries its date and its source."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused
from tejido.people.models import Account
from tejido.web.instants import in_zone

from .models import Body, Event, Institution, Mandate, Member, Network, Party, Seat, Standing
from .names import Act, BodyKind, No

Texts = Mapping[str, str]


@transaction.atomic
def found_network(
    *, actor: Actor, name: Texts, languages: list[str], zone: str, at: datetime, is_demonstration: bool = False
) -> Network:
    """The one network of this data folder, with the body of its members. Refused where there is one already."""
    existing = Network.objects.first()
    if existing is not None:
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": next(iter(existing.name.values()), "")}))
    network = Network.objects.create(
        name=dict(name),
        languages=languages,
        negotiated_language=languages[0],
        zone=zone,
        is_demonstration=is_demonstration,
    )
    Body.objects.create(kind=BodyKind.NETWORK, name=dict(name), requires_clearance=True)
    _record(actor, Act.NETWORK_FOUNDED, network, at, {"languages": languages})
    return network


@transaction.atomic
def name_network(*, actor: Actor, network: Network, name: Texts, languages: list[str], zone: str, at: datetime) -> None:
    """Gives a network that was founded without a name its name, languages and zone."""
    Network.objects.filter(key=network.key).update(
        name=dict(name), languages=languages, negotiated_language=languages[0], zone=zone
    )
    Body.objects.filter(kind=BodyKind.NETWORK).update(name=dict(name))
    _record(actor, Act.NETWORK_NAMED, network, at, {"languages": languages})


@transaction.atomic
def enter_member(*, actor: Actor, code: str, name: Texts, languages: list[str], since: date, at: datetime) -> Member:
    """A member, which is a party of the network from that day on. Its status is what dated sources say of it."""
    member = Member.objects.create(code=code, name=dict(name), languages=languages)
    body = Body.objects.get(kind=BodyKind.NETWORK)
    Party.objects.create(body=body, code=code, name=dict(name), member=member, since=since)
    _record(actor, Act.MEMBER_ENTERED, member, at, {"code": code, "since": since.isoformat()})
    return member


@transaction.atomic
def enter_standing(*, actor: Actor, member: Member, at: datetime, **values: Any) -> Standing:
    """What one source says of a member's status: status, since, until, is_disputed, says (texts), source."""
    standing = Standing.objects.create(member=member, **values)
    facts = {
        "member": member.code,
        "status": str(standing.status),
        "since": standing.since.isoformat(),
    }
    _record(actor, Act.STATUS_ENTERED, standing, at, facts, details={"source": standing.source})
    return standing


@transaction.atomic
def enter_institution(
    *,
    actor: Actor,
    member: Member | None,
    code: str,
    name: Texts,
    branch: str,
    at: datetime,
    is_demonstration: bool = False,
) -> Institution:
    row = Institution.objects.create(
        member=member, code=code, name=dict(name), branch=branch, is_demonstration=is_demonstration
    )
    _record(actor, Act.INSTITUTION_ENTERED, row, at, {"code": code, "member": member.code if member else ""})
    return row


@transaction.atomic
def create_seat(*, actor: Actor, institution: Institution, role: str, title: Texts, at: datetime) -> Seat:
    seat = Seat.objects.create(institution=institution, role=role, title=dict(title))
    _record(actor, Act.SEAT_CREATED, seat, at, {"office": seat.office})
    return seat


@transaction.atomic
def begin_mandate(*, actor: Actor, seat: Seat, account: Account, since: datetime, at: datetime) -> Mandate:
    """A person takes the seat. Refused while somebody else's mandate is valid at that instant."""
    Seat.objects.select_for_update().get(key=seat.key)
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=since), seat=seat).order_by("since").first()
    if held is not None:
        until = in_zone(held.until, "UTC") if held.until else "—"
        raise Refused(Refusal(No.SEAT_TAKEN, {"until": until}))
    mandate = Mandate.objects.create(seat=seat, account=account, since=since)
    _record(
        actor, Act.MANDATE_BEGUN, mandate, at, {"seat": seat.key, "office": seat.office, "since": since.isoformat()}
    )
    return mandate


@transaction.atomic
def end_mandate(*, actor: Actor, mandate: Mandate, until: datetime, at: datetime) -> None:
    """The mandate ends at that instant; from then on its holder can do nothing from the seat.

    Refused where it has ended by then already: the seat may be somebody else's in the meantime.
    """
    if not Mandate.objects.filter(Q(until=None) | Q(until__gt=until), key=mandate.key).update(until=until):
        raise Refused(Refusal(No.MANDATE_OVER))
    _record(actor, Act.MANDATE_ENDED, mandate, at, {"seat": mandate.seat_id, "until": until.isoformat()})


@transaction.atomic
def convene_mechanism(*, actor: Actor, member: Member, name: Texts, at: datetime) -> Body:
    """The National Mechanism of a member, in the member's own space. Its parties are institutions."""
    body = Body.objects.create(kind=BodyKind.MECHANISM, member=member, name=dict(name), requires_clearance=False)
    _record(actor, Act.MECHANISM_CONVENED, body, at, {"member": member.code}, tree=body.tree)
    return body


@transaction.atomic
def join_mechanism(*, actor: Actor, body: Body, institution: Institution, since: date, at: datetime) -> Party:
    party = Party.objects.create(
        body=body, code=institution.code, name=institution.name, institution=institution, since=since
    )
    _record(
        actor,
        Act.PARTY_JOINED,
        party,
        at,
        {"body": body.key, "code": party.code, "since": since.isoformat()},
        tree=body.tree,
    )
    return party


@transaction.atomic
def enter_event(*, actor: Actor, at: datetime, **values: Any) -> Event:
    """A dated event of the network with its source: title, kind, since, until, place, says, source."""
    event = Event.objects.create(**values)
    _record(actor, Act.EVENT_ENTERED, event, at, {"since": event.since}, details={"source": event.source})
    return event


def _record(
    actor: Actor,
    act: Act,
    row: Any,
    at: datetime,
    facts: dict[str, Any],
    *,
    tree: str = "network",
    details: dict[str, Any] | None = None,
) -> None:
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=tree, kind=kind, object=row.key, at=at, facts=facts, details=details)
