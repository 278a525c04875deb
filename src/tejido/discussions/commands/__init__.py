"""The acts of discussions."""

from .messages import edit_message, hide_message, unhide_message, withdraw_message, write_message
from .receiving import Received, receive_mail
from .telling import tell_due
from .threads import begin_thread, close_thread, hear_thread, reopen_thread, sum_up_thread, want_letters

__all__ = [
    "Received",
    "begin_thread",
    "close_thread",
    "edit_message",
    "hear_thread",
    "hide_message",
    "receive_mail",
    "reopen_thread",
    "sum_up_thread",
    "tell_due",
    "unhide_message",
    "want_letters",
    "withdraw_message",
    "write_message",
]
