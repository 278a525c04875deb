"""Erasing a person and taking off a second factor, each with two persons; erasing again what a backup brought back;
confirming what is missing."""

from .erasing import agree_to_erasing, ask_erasing, withdraw_erasing
from .factors import agree_to_reset, ask_reset, stop_by_link, stop_by_use, stop_reset, take_off_due
from .reapplying import reapply
from .restoring import confirm_restoration, note_restoration

__all__ = [
    "agree_to_erasing", "agree_to_reset", "ask_erasing", "ask_reset", "confirm_restoration", "note_restoration",
    "reapply", "stop_by_link", "stop_by_use", "stop_reset", "take_off_due", "withdraw_erasing",
]  # fmt: skip  # one list
