"""Who may tell, read, review and publish a practice, and when."""

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience

EVERYBODY = frozenset({Audience.PUBLIC})
SEATS = frozenset({Audience.NETWORK, Audience.PUBLIC})


def reads(actor: Actor) -> frozenset[Audience]:
    """The audiences that the actor belongs to, wherever something was released."""
    return EVERYBODY if actor.is_public else SEATS
