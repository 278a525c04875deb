"""What is said to whoever holds a code, whatever it was issued for."""

from datetime import datetime

from tejido.presence import queries as presence
from tejido.presence.queries import Checked


def checked(code: str, at: datetime) -> Checked:
    """As many queries whatever the code is."""
    return presence.checked(code, at)


def revoked_places() -> list[int]:
    """The places of the list that are set."""
    return presence.revoked_places()
