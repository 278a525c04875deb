"""Committees of the network and regional initiatives: each member joins and leaves by its own act."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Body, Member, Party
from ..names import JOINED, Act, BodyKind, No
from ..queries.days import day_of
from .writing import Texts, write_down


@transaction.atomic
def create_committee(*, actor: Actor, name: Texts, at: datetime) -> Body:
    """A committee or evaluation group of the network. It has no parties until members join it."""
    ask(rules.may_keep_network(actor))
    body = Body.objects.create(kind=BodyKind.COMMITTEE, name=dict(name), requires_clearance=False)
    write_down(actor, Act.COMMITTEE_CREATED, body, at, {}, tree=body.tree)
    return body


@transaction.atomic
def join_committee(*, actor: Actor, body: Body, at: datetime) -> Party:
    """The actor's member, a party of the network, takes part from today. One that comes back is a party anew, and its
    earlier days stay; one that comes back on the day it left had not left."""
    ask(rules.may_join(body, actor.role, actor.member))
    return _enter(actor, body, at)


@transaction.atomic
def create_initiative(*, actor: Actor, name: Texts, at: datetime) -> Body:
    """A regional initiative as a body. Who may propose one is said by the app that keeps what it is about."""
    body = Body.objects.create(kind=BodyKind.INITIATIVE, name=dict(name), requires_clearance=False)
    write_down(actor, Act.INITIATIVE_CREATED, body, at, {}, tree=body.tree)
    return body


@transaction.atomic
def join_initiative(*, actor: Actor, body: Body, at: datetime) -> Party:
    """The same for a regional initiative."""
    ask(rules.may_join_initiative(body, actor.role, actor.member))
    return _enter(actor, body, at)


def _enter(actor: Actor, body: Body, at: datetime) -> Party:
    member = Member.objects.select_for_update().get(code=actor.member)
    in_network = Party.objects.filter(body__kind=BodyKind.NETWORK, member=member, until=None)
    ask(rules.is_of_network(member.code, is_party=in_network.exists()))
    last = Party.objects.filter(body=body, member=member).last()
    ask(rules.joins_anew(member.code, is_party=last is not None and last.until is None))
    today = day_of(at)
    if last is not None and last.until == today:
        party, party.until = last, None
    else:
        party = Party(body=body, code=member.code, name=member.name, member=member, since=today)
    party.save()
    facts = {"body": body.key, "code": party.code, "since": today.isoformat()}
    write_down(actor, Act.PARTY_JOINED, party, at, facts, tree=body.tree)
    return party


@transaction.atomic
def leave_committee(*, actor: Actor, body: Body, at: datetime) -> None:
    """From today the actor's member is no party of the committee. What it said there stays."""
    ask(rules.may_join(body, actor.role, actor.member))
    _leave(actor, body, at)


@transaction.atomic
def leave_initiative(*, actor: Actor, body: Body, at: datetime) -> Party:
    """The same for a regional initiative; answers the party that left."""
    ask(rules.may_join_initiative(body, actor.role, actor.member))
    return _leave(actor, body, at)


def _leave(actor: Actor, body: Body, at: datetime) -> Party:
    party = (
        Party.objects.select_for_update(of=("self",)).filter(body=body, member__code=actor.member, until=None).first()
    )
    if party is None:
        raise Refused(Refusal(No.NOT_JOINED, {"party": actor.member}))
    end_party(actor, party, day_of(at), at)
    return party


def leave_all_committees(actor: Actor, member: Member, until: date, at: datetime) -> None:
    """A member that leaves the network leaves its committees and initiatives too, each with a line of its own."""
    present = Party.objects.select_for_update(of=("self",)).select_related("body__member")
    for party in present.filter(body__kind__in=JOINED, member=member, until=None):
        end_party(actor, party, max(until, party.since), at)


def end_party(actor: Actor, party: Party, until: date, at: datetime) -> None:
    """From that day on it takes no part in the body. What it said there stays."""
    party.until = until
    party.save(update_fields=["until"])
    facts = {"body": party.body_id, "code": party.code, "until": until.isoformat()}
    write_down(actor, Act.PARTY_LEFT, party, at, facts, tree=party.body.tree)
