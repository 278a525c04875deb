"""Who may tell what of an initiative, to whom, and who may read it."""

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience

EVERYBODY = frozenset({Audience.PUBLIC})
IN_NETWORK = frozenset({Audience.NETWORK, Audience.PUBLIC})


def outward(actor: Actor) -> frozenset[Audience]:
    """The audiences of what other members release that the actor belongs to."""
    return EVERYBODY if actor.is_public else IN_NETWORK


def is_own(actor: Actor, member: str) -> bool:
    """Whether the actor sits for this member."""
    return not actor.is_public and actor.member == member
