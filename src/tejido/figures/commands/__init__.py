"""The acts on counts. Each asks its rule, changes, and writes the ledger in one transaction."""

from .preparing import prepare, prepare_correction
from .publishing import hide_counts, publish_counts
from .releasing import release_counts, withdraw_counts
from .taking import SaidCounts, take_counts

__all__ = [
    "SaidCounts",
    "hide_counts",
    "prepare",
    "prepare_correction",
    "publish_counts",
    "release_counts",
    "take_counts",
    "withdraw_counts",
]
