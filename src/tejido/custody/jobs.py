"""What the clock does: it takes off the second factors that two persons wanted taken off and nobody stopped."""

from datetime import datetime

from .commands import take_off_due


def run_due(at: datetime) -> int:
    return take_off_due(at=at)
