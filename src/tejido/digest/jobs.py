"""What the clock does for weekly letters: it writes those that are due."""

from datetime import datetime

from .commands import tell_due


def run_due(at: datetime) -> int:
    """How many were written."""
    return tell_due(at=at)
