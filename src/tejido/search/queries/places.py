"""What a search can be narrowed to."""

from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.registry.models import Network
from tejido.registry.queries import bodies_of, network

from .sources import NETWORK, PUBLIC, body_filter


@dataclass(frozen=True, slots=True)
class Choices:
    """The languages of the network, and whether the reader has a member's own texts to tell apart."""

    languages: tuple[str, ...]
    has_own: bool


def choices(actor: Actor) -> Choices:
    served: Network | None = network()
    return Choices(tuple(served.languages if served else ()), bool(actor.member))


def readable(actor: Actor) -> list[str]:
    """The filters of everything that the actor may read."""
    if actor.is_public:
        return [PUBLIC]
    return [PUBLIC, NETWORK, *(body_filter(body.key) for body in bodies_of(actor))]
