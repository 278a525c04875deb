"""What the clock does for discussions: it tells what was written."""

from datetime import datetime

from .commands import tell_due


def run_due(at: datetime) -> int:
    """Returns how many letters were queued."""
    return tell_due(at=at)
