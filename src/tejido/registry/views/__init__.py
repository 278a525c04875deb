"""The register as pages, the choice of a seat, and the acts of those who keep it."""

from .keeping import appointments, endings, institutions, new_member, seats, standings
from .past import corrections, new_event, past
from .register import member, members, network, seat, trial

__all__ = [
    "appointments",
    "corrections",
    "endings",
    "institutions",
    "member",
    "members",
    "network",
    "new_event",
    "new_member",
    "past",
    "seat",
    "seats",
    "standings",
    "trial",
]
