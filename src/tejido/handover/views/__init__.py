"""The pages of a hand-over."""

from .brief import brief, responses
from .notes import drafts, leaving, matters, notes, preview
from .replacements import agreements, refusals, replacement, succession, withdrawals

__all__ = [
    "agreements",
    "brief",
    "drafts",
    "leaving",
    "matters",
    "notes",
    "preview",
    "refusals",
    "replacement",
    "responses",
    "succession",
    "withdrawals",
]
