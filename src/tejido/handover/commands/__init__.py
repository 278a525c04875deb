"""The acts of a hand-over."""

from .notes import add_matter, keep_draft, leave_note, respond
from .replacements import Successor, agree_to_replacement, ask_replacement, refuse, tell_due, withdraw

__all__ = [
    "Successor",
    "add_matter",
    "agree_to_replacement",
    "ask_replacement",
    "keep_draft",
    "leave_note",
    "refuse",
    "respond",
    "tell_due",
    "withdraw",
]
