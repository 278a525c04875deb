"""The acts of the register. What is entered carries its date and its source."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, Q

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.people.commands import open_account, queue_letters
from tejido.people.models import Account
from tejido.people.queries import account_with
from tejido.web.instants import in_zone

from . import rules
from .letters import invitation
from .models import Body, Event, Institution, Mandate, Member, Network, Party, Seat, Standing
from .names import Act, BodyKind, No, Status
from .queries import is_manned

Texts = Mapping[str, str]
Row = TypeVar("Row", bound=Model)


@transaction.atomic
def found_network(
    *, actor: Actor, name: Texts, languages: list[str], zone: str, at: datetime, is_demonstration: bool = False
) -> Network:
    """The one network of this data folder, with the body of its members. Refused where there is one already."""
    _network_body(name)
    network = Network.objects.create(
        name=dict(name),
        languages=languages,
        negotiated_language=languages[0],
        zone=zone,
        is_demonstration=is_demonstration,
    )
    _record(actor, Act.NETWORK_FOUNDED, network, at, {"languages": languages})
    return network


def _network_body(name: Texts) -> Body:
    """The database lets one in, also of two founders at once."""
    try:
        with transaction.atomic():
            return Body.objects.create(kind=BodyKind.NETWORK, name=dict(name), requires_clearance=True)
    except IntegrityError as problem:
        existing = Body.objects.get(kind=BodyKind.NETWORK)
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": next(iter(existing.name.values()), "")})) from problem


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
    ask(rules.may_keep_network(actor))
    member = _new(Member, code=code, name=dict(name), languages=languages)
    body = Body.objects.get(kind=BodyKind.NETWORK)
    Party.objects.create(body=body, code=code, name=dict(name), member=member, since=since)
    _record(actor, Act.MEMBER_ENTERED, member, at, {"code": code, "since": since.isoformat()})
    return member


@transaction.atomic
def enter_sourced_member(*, actor: Actor, code: str, name: Texts, since: date, source: str, at: datetime) -> Member:
    """A member together with the source that says so: without a source nobody is of record."""
    languages = list(Network.objects.values_list("languages", flat=True).first() or ["es"])
    member = enter_member(actor=actor, code=code, name=name, languages=languages, since=since, at=at)
    enter_standing(actor=actor, member=member, at=at, status=Status.MEMBER, since=since, says={}, source=source)
    return member


@transaction.atomic
def enter_standing(*, actor: Actor, member: Member, at: datetime, **values: Any) -> Standing:
    """What one source says of a member's status: status, since, until, is_disputed, says (texts), source."""
    ask(rules.may_keep_network(actor))
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
    ask(_may_keep(actor, member, at))
    row = _new(
        Institution,
        member=member,
        code=code,
        name=dict(name),
        branch=branch,
        is_demonstration=is_demonstration,
    )
    _record(actor, Act.INSTITUTION_ENTERED, row, at, {"code": code, "member": member.code if member else ""})
    return row


@transaction.atomic
def create_seat(*, actor: Actor, institution: Institution, role: str, title: Texts, at: datetime) -> Seat:
    ask(_may_keep(actor, institution.member, at))
    ask(rules.is_seat_of(role, institution.member.code if institution.member else ""))
    seat = Seat.objects.create(institution=institution, role=role, title=dict(title))
    _record(actor, Act.SEAT_CREATED, seat, at, {"office": seat.office})
    return seat


@transaction.atomic
def begin_mandate(
    *, actor: Actor, seat: Seat, account: Account, since: datetime, at: datetime, name: str = ""
) -> Mandate:
    """A person takes the seat. Refused while somebody else's mandate is valid at that instant."""
    ask(_may_keep(actor, seat.institution.member, at))
    Seat.objects.select_for_update().get(key=seat.key)
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=since), seat=seat).order_by("since").first()
    if held is not None:
        until = in_zone(held.until, "UTC") if held.until else "—"
        raise Refused(Refusal(No.SEAT_TAKEN, {"until": until}))
    mandate = Mandate.objects.create(seat=seat, account=account, name=name, since=since)
    _record(
        actor, Act.MANDATE_BEGUN, mandate, at, {"seat": seat.key, "office": seat.office, "since": since.isoformat()}
    )
    return mandate


@transaction.atomic
def appoint(*, actor: Actor, seat: Seat, email: str, name: str, language: str, zone: str, at: datetime) -> Mandate:
    """Names the holder of a vacant seat and invites them by mail.

    The person may have an account already; whoever appoints is not told, not even its name, and never sees the link.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    account = account_with(email) or open_account(
        actor=actor, email=email, name=name, language=language, zone=zone, at=at
    )
    mandate = begin_mandate(actor=actor, seat=seat, account=account, since=at, at=at, name=name)
    queue_letters(letters=[invitation(mandate, at)])
    return mandate


@transaction.atomic
def end_mandate(*, actor: Actor, mandate: Mandate, until: datetime, at: datetime) -> None:
    """The mandate ends at that instant; from then on its holder can do nothing from the seat.

    Refused where it has ended by then already: the seat may be somebody else's in the meantime.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    ask(_may_keep(actor, mandate.seat.institution.member, at))
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


def _may_keep(actor: Actor, member: Member | None, at: datetime) -> Refusal | None:
    return rules.may_keep(actor, member.code if member else "", member is not None and is_manned(member, at))


def _new(kind: type[Row], **values: Any) -> Row:
    """A new row whose code nobody else has. Refused otherwise, also of two at once."""
    try:
        with transaction.atomic():
            row = kind(**values)
            row.save(force_insert=True)
            return row
    except IntegrityError as problem:
        raise Refused(Refusal(No.CODE_TAKEN, {"code": values["code"]})) from problem


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
