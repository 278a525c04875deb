"""The register as pages, the choice of a seat, and the acts of those who keep it."""

from .changing import closings, names, seat_closings, sectors
from .entry_pages import entry_corrections
from .files import delivery, export, files
from .institution_pages import directory, institution
from .keeping import appointments, departures, endings, institutions, new_member, seats, standings
from .member_pages import member, network
from .past import corrections, new_event, past
from .register import members, seat, trial
from .seat_pages import history
from .structure import (
    communities,
    local_committees,
    parties,
    party_departures,
    structure,
    tier_body,
)

__all__ = [
    "appointments",
    "closings",
    "communities",
    "corrections",
    "delivery",
    "departures",
    "directory",
    "endings",
    "entry_corrections",
    "export",
    "files",
    "history",
    "institution",
    "institutions",
    "local_committees",
    "member",
    "members",
    "names",
    "network",
    "new_event",
    "new_member",
    "parties",
    "party_departures",
    "past",
    "seat",
    "seat_closings",
    "seats",
    "sectors",
    "standings",
    "structure",
    "tier_body",
    "trial",
]
