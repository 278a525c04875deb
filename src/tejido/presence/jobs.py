"""What the clock does for presence: what a signal should have done is done all the same. A job that runs late or twice
does the same."""

from datetime import datetime

from .commands import forget_holder
from .queries import holders_to_forget


def run_due(at: datetime) -> int:
    """Returns how many certificates forgot whose they are."""
    return sum(forget_holder(nominee=nominee, at=at) for nominee in holders_to_forget())
