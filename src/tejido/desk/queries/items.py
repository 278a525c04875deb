"""What a line of the desk is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the seat: what, where, and until when (None: no date)."""

    what: str
    text: str
    url: str
    until: datetime | None
    zone: str
