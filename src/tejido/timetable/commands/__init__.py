"""The acts on a programme. Each asks its rule, changes, and writes the ledger in one transaction."""

from .acting import instant_from
from .arranging import move_session, shift_day, swap_sessions
from .keeping import keep_room, keep_speaker, remove_room, remove_speaker
from .sessions import change_session, plan_session, remove_session

__all__ = [
    "change_session",
    "instant_from",
    "keep_room",
    "keep_speaker",
    "move_session",
    "plan_session",
    "remove_room",
    "remove_session",
    "remove_speaker",
    "shift_day",
    "swap_sessions",
]
