"""What the node does for tokens by itself."""

from datetime import datetime

from .commands import forget


def run_due(at: datetime) -> int:
    """How many dead tokens were dropped."""
    return forget(at=at)
