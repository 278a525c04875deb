"""Who may keep a seminar."""

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal
from tejido.registry.rules import may_keep_network


def may_keep_seminars(actor: Actor) -> Refusal | None:
    """The secretariat prepares seminars for the network."""
    return may_keep_network(actor)
