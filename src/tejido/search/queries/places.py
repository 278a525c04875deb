"""What a search can be narrowed to, and what a reader may find."""

from collections.abc import Iterator
from dataclasses import dataclass

from tejido.ledger.actors import Actor
from tejido.meetings.rules.seats import is_inside, prepares
from tejido.registry.models import Member, Network
from tejido.registry.queries import bodies_of, capacities, network

from .records.values import (
    NETWORK,
    PUBLIC,
    VISITORS,
    body_filter,
    inside_filter,
    own_filter,
    preparing_filter,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The languages of the network, the members of the register, and the reader's own, if it has one."""

    languages: tuple[str, ...]
    members: tuple[Member, ...]
    own: str


def choices(actor: Actor) -> Choices:
    served: Network | None = network()
    return Choices(tuple(served.languages if served else ()), tuple(Member.objects.all()), actor.member)


def readable(actor: Actor) -> list[str]:
    """The filters of everything that the actor may read. Two queries."""
    return [PUBLIC, VISITORS] if actor.is_public else [PUBLIC, NETWORK, *_of_seat(actor)]


def _of_seat(actor: Actor) -> Iterator[str]:
    """What the seat's own bodies open to it, and its member."""
    if actor.member:
        yield own_filter(actor.member)
    for key, capacity in capacities(actor, bodies_of(actor)).items():
        yield body_filter(key)
        if is_inside(capacity):
            yield inside_filter(key)
        if prepares(capacity):
            yield preparing_filter(key)
