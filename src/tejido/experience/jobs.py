"""What the clock does for learning records: it deletes what was kept long enough."""

from datetime import datetime

from .commands import run_due as end_what_is_due


def run_due(at: datetime) -> int:
    return end_what_is_due(at=at)
