"""What the node does for letters by itself: it sends what is due."""

from datetime import datetime

from .commands import send_queued


def run_due(at: datetime) -> int:
    """How many letters left."""
    return send_queued(at=at)
