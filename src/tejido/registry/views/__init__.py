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

__all__ = [
    "appointments",
    "closings",
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
    "member",
    "members",
    "names",
    "network",
    "new_event",
    "new_member",
    "past",
    "seat",
    "seat_closings",
    "seats",
    "sectors",
    "standings",
    "trial",
]
