"""A member takes out what it has here: the act and the receipt; the file is made of what the seat reads."""

from datetime import datetime, timedelta

from django.db import transaction

from tejido.engine.proof import Receipt
from tejido.ledger.actors import Actor
from tejido.ledger.commands import hand_receipt, record
from tejido.ledger.models import Line
from tejido.ledger.names import tree_of, trees_known_to
from tejido.ledger.refusals import ask

from .. import rules
from ..names import Act

HOUR = timedelta(hours=1)


@transaction.atomic
def take_out(*, actor: Actor, member: str, network: str, at: datetime) -> Receipt:
    """Writes down in the member's ledger that everything was taken out, and hands over the receipt that holds this
    line."""
    ask(rules.may_take_out(actor, member, lately=_since(member, at - HOUR)))
    record(actor=actor, act=Act.MEMBER_TAKEN_OUT, tree=tree_of(member), kind="takeout", object=member, at=at)
    return hand_receipt(actor=actor, network=network, member=member, trees=trees_known_to(member), at=at)


def _since(member: str, instant: datetime) -> int:
    """How often everything of the member was taken out after an instant, from its seats or at the console."""
    rows = Line.objects.filter(tree__name=tree_of(member), act=Act.MEMBER_TAKEN_OUT, at__gt=instant)
    return rows.count()
