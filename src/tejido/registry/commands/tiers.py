"""The tiers of a network and its own rules: regional communities of states, and local committees of a member."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..models import Body, Member, Network, Party
from ..names import Act, BodyKind, No
from .committees import end_party
from .writing import Texts, write_down


@transaction.atomic
def rule_network(
    *, actor: Actor, network: Network, silence_hours: int, tiers: Mapping[str, Texts], decided: str, at: datetime
) -> None:
    """How long a silence lasts at least, and which tiers the network has and what it calls them. What is open goes on
    by the rule under which it began."""
    ask(rules.may_rule(actor, decided))
    ask(rules.is_rule(silence_hours, tiers))
    names = {str(kind): dict(name) for kind, name in tiers.items()}
    Network.objects.filter(key=network.key).update(silence_hours=silence_hours, tiers=names, decided=decided)
    facts = {"silence_hours": silence_hours, "tiers": sorted(names)}
    write_down(actor, Act.NETWORK_RULED, network, at, facts, details={"decided": decided})


@transaction.atomic
def enter_community(*, actor: Actor, name: Texts, at: datetime) -> Body:
    """A regional community of members, between the network and each of them."""
    ask(rules.may_keep_network(actor))
    ask(rules.has_tier(Network.objects.first(), BodyKind.COMMUNITY))
    body = Body.objects.create(kind=BodyKind.COMMUNITY, name=dict(name), requires_clearance=False)
    write_down(actor, Act.COMMUNITY_ENTERED, body, at, {}, tree=body.tree)
    return body


@transaction.atomic
def enter_belonging(*, actor: Actor, body: Body, member: Member, since: date, source: str, at: datetime) -> Party:
    """A member belongs to a regional community from that day on, as a source says."""
    ask(rules.may_keep_community(actor, body))
    Body.objects.select_for_update().get(key=body.key)
    parties = list(Party.objects.filter(body=body, member=member))
    ask(rules.is_new_in(member.code, [party.code for party in parties if party.until is None]))
    ask(rules.comes_after(since, max((party.until for party in parties if party.until), default=None)))
    party = Party.objects.create(
        body=body, code=member.code, name=member.name, member=member, since=since, source=source
    )
    facts = {"body": body.key, "code": party.code, "since": since.isoformat()}
    write_down(actor, Act.PARTY_JOINED, party, at, facts, tree=body.tree, details={"source": source})
    return party


@transaction.atomic
def end_belonging(*, actor: Actor, party: Party, until: date, at: datetime) -> None:
    """From that day on the member belongs to the regional community no more. What it said there stays."""
    ask(rules.may_keep_community(actor, party.body))
    row = Party.objects.select_for_update(of=("self",)).select_related("body__member").get(key=party.key)
    if row.until is not None:
        raise Refused(Refusal(No.NOT_JOINED, {"party": row.code}))
    ask(rules.may_leave(row, until))
    end_party(actor, row, until, at)


@transaction.atomic
def convene_local(*, actor: Actor, member: Member, name: Texts, place: str, place_name: str, at: datetime) -> Body:
    """A local committee of a member, in the member's own space. Its parties are institutions, which join it as they
    join the National Mechanism."""
    ask(rules.may_keep_mechanism(actor, member.code))
    ask(rules.has_tier(Network.objects.first(), BodyKind.LOCAL))
    ask(rules.is_place_of(place, member.code))
    body = Body.objects.create(
        kind=BodyKind.LOCAL, member=member, name=dict(name), place=place, place_name=place_name,
        requires_clearance=False,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.LOCAL_CONVENED, body, at, {"member": member.code, "place": place}, tree=body.tree)
    return body
