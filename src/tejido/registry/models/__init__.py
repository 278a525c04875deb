"""The network's memory of itself: members, institutions, seats and mandates, each dated."""

from .bodies import Body, Party
from .history import Correction, Delivery
from .holds import Hold
from .institutions import Institution, InstitutionName, Sector
from .network import Member, Network, Standing
from .past import Event
from .seats import Mandate, Seat

__all__ = [
    "Body",
    "Correction",
    "Delivery",
    "Event",
    "Hold",
    "Institution",
    "InstitutionName",
    "Mandate",
    "Member",
    "Network",
    "Party",
    "Seat",
    "Sector",
    "Standing",
]
