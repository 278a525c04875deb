"""Who may read what of an initiative."""

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience

from ..models import Initiative

EVERYBODY = frozenset({Audience.PUBLIC})
IN_NETWORK = frozenset({Audience.NETWORK, Audience.PUBLIC})


def outward(actor: Actor) -> frozenset[Audience]:
    """The audiences of what other members release that the actor belongs to."""
    return EVERYBODY if actor.is_public else IN_NETWORK


def is_own(actor: Actor, member: str) -> bool:
    """Whether the actor sits for this member."""
    return not actor.is_public and actor.member == member


def reads_values(actor: Actor, initiative: Initiative) -> bool:
    """What a member states, its own seats read as it stands. All else is read as it was released."""
    return is_own(actor, initiative.member.code) and not initiative.is_from_source
