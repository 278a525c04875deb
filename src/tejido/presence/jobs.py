"""What the clock does for presence: what a signal should have done is done all the same. A job that runs late or twice
does the same."""

from datetime import datetime

from .commands import begin_key, forget_holder
from .queries import holders_to_forget


def run_due(at: datetime) -> int:
    """A new key is recorded, and certificates of erased persons forget whose they are. How many things were done."""
    return begin_key(at=at) + sum(forget_holder(nominee=nominee, at=at) for nominee in holders_to_forget())
