"""What the clock does for risk analyses: it destroys what has come to its end, and deletes what was kept for a time."""

from datetime import datetime

from .commands import run_due as end_what_is_due
from .queries.pages import unshredded

__all__ = ["run_due", "unshredded"]


def run_due(at: datetime) -> int:
    return end_what_is_due(at=at)
