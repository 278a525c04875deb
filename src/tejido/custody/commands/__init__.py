"""Erasing a person with two persons, erasing again what an older backup brought back, confirming what is missing."""

from .erasing import agree_to_erasing, ask_erasing, withdraw_erasing
from .reapplying import reapply
from .restoring import confirm_restoration, note_restoration

__all__ = [
    "agree_to_erasing", "ask_erasing", "confirm_restoration", "note_restoration", "reapply",
    "withdraw_erasing",
]  # fmt: skip  # one list
