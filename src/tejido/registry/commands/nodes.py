"""On which node a member prepares its positions: here, from its seats, or on a node of its own."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Member, Party
from ..names import Act, BodyKind
from .writing import write_down


@transaction.atomic
def act_through_node(*, actor: Actor, member: Member, node: str, at: datetime) -> Party:
    """From now on the positions of the member come from the node with this fingerprint, and none is written here.
    Party.DoesNotExist for who is no party of the network now."""
    return _settle(actor, member, node, Act.NODE_BEGUN, at)


@transaction.atomic
def act_from_seats(*, actor: Actor, member: Member, at: datetime) -> Party:
    """From now on the member's seats prepare its positions here again. What its node released stays."""
    return _settle(actor, member, "", Act.NODE_ENDED, at)


@transaction.atomic
def give_up_node(*, actor: Actor, party: Party, at: datetime) -> Party:
    """The node is trusted no more: from now on the member's seats prepare its positions here again."""
    row = Party.objects.select_for_update().get(key=party.key)
    ask(rules.may_give_up_node(actor, row))
    return _write(actor, row, "", Act.NODE_ENDED, at)


def _settle(actor: Actor, member: Member, node: str, act: Act, at: datetime) -> Party:
    party = Party.objects.select_for_update().get(body__kind=BodyKind.NETWORK, member=member, until=None)
    ask(rules.may_take_node(actor, party, node))
    return _write(actor, party, node, act, at)


def _write(actor: Actor, party: Party, node: str, act: Act, at: datetime) -> Party:
    facts = {"party": party.code, "node": node or party.node}
    party.node = node
    party.save(update_fields=["node"])
    write_down(actor, act, party, at, facts)
    return party
