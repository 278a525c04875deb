"""Accounts, one-time links, the choice of a seat, and letters."""

from .accounts import LINK_LIFE, choose_seat, keep_preferences, make_link, open_account, use_link
from .factors import end_sessions, enter_code, forget_code, new_code, take_off_factors
from .letters import Unreachable, drop_letters, queue_letters, send_queued, try_again

__all__ = [
    "LINK_LIFE",
    "Unreachable",
    "choose_seat",
    "drop_letters",
    "end_sessions",
    "enter_code",
    "forget_code",
    "keep_preferences",
    "make_link",
    "new_code",
    "open_account",
    "queue_letters",
    "send_queued",
    "take_off_factors",
    "try_again",
    "use_link",
]
