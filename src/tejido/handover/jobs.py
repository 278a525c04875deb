"""What the clock does for a hand-over: it tells what has come. The mandates themselves need no clock."""

from datetime import datetime

from .commands import tell_due


def run_due(at: datetime) -> int:
    return tell_due(at=at)
