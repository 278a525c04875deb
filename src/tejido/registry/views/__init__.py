"""The register as pages, the choice of a seat, and the acts of those who keep it."""

from .keeping import appointments, endings, institutions, new_member, seats, standings
from .register import member, members, network, seat, trial

__all__ = [
    "appointments",
    "endings",
    "institutions",
    "member",
    "members",
    "network",
    "new_member",
    "seat",
    "seats",
    "standings",
    "trial",
]
