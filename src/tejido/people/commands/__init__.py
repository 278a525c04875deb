"""Accounts, one-time links, the choice of a seat, and letters."""

from .accounts import LINK_LIFE, choose_seat, keep_preferences, make_link, open_account, use_link
from .letters import Unreachable, drop_letters, queue_letters, send_queued, try_again

__all__ = [
    "LINK_LIFE",
    "Unreachable",
    "choose_seat",
    "drop_letters",
    "keep_preferences",
    "make_link",
    "open_account",
    "queue_letters",
    "send_queued",
    "try_again",
    "use_link",
]
