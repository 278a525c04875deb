"""Erasing a person and taking off a second factor, each with two persons; erasing again what a backup brought back;
confirming what is missing; taking out what a member has."""

from .erasing import agree_to_erasing, ask_erasing, withdraw_erasing
from .factors import agree_to_reset, ask_reset, stop_by_link, stop_by_use, stop_reset, take_off_due
from .keys import agree_to_key_change, ask_key_change, note_key, put_key_in_use, withdraw_key_change
from .reapplying import reapply
from .restoring import confirm_restoration, note_restoration
from .taking import take_out

__all__ = [
    "agree_to_erasing", "agree_to_key_change", "agree_to_reset", "ask_erasing", "ask_key_change", "ask_reset",
    "confirm_restoration", "note_key", "note_restoration", "put_key_in_use", "reapply", "stop_by_link",
    "stop_by_use", "stop_reset", "take_off_due", "take_out", "withdraw_erasing", "withdraw_key_change",
]  # fmt: skip  # one list
