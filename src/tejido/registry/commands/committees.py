"""Committees of the network: the secretariat creates them, and each member joins and leaves by its own act."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Body, Member, Party
from ..names import Act, BodyKind, No
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
    """The actor's member takes part from today. One that comes back is the same party again."""
    ask(rules.may_join(body, actor.role, actor.member))
    member = Member.objects.select_for_update().get(code=actor.member)
    party = Party.objects.filter(body=body, member=member).first()
    ask(rules.joins_anew(member.code, is_party=party is not None and party.until is None))
    party = party or Party(body=body, code=member.code, name=member.name, member=member)
    party.since, party.until = day_of(at), None
    party.save()
    facts = {"body": body.key, "code": party.code, "since": party.since.isoformat()}
    write_down(actor, Act.PARTY_JOINED, party, at, facts, tree=body.tree)
    return party


@transaction.atomic
def leave_committee(*, actor: Actor, body: Body, at: datetime) -> None:
    """From today the actor's member is no party of the committee. What it said there stays."""
    ask(rules.may_join(body, actor.role, actor.member))
    party = Party.objects.select_for_update().filter(body=body, member__code=actor.member, until=None).first()
    if party is None:
        raise Refused(Refusal(No.NOT_JOINED, {"party": actor.member}))
    party.until = day_of(at)
    party.save(update_fields=["until"])
    facts = {"body": body.key, "code": party.code, "until": party.until.isoformat()}
    write_down(actor, Act.PARTY_LEFT, party, at, facts, tree=body.tree)
