"""The acts on a programme. Each asks its rule, changes, and writes the ledger in one transaction."""

from .acting import instant_from
from .announcing import announce_changes, announce_programme
from .arranging import move_session, shift_day, swap_sessions
from .keeping import keep_room, keep_speaker, remove_room, remove_speaker
from .making import Rhythm, copy_day, copy_programme, make_programme
from .materials import add_file, add_link, remove_material
from .sessions import change_session, plan_session, remove_session, renew_sessions

__all__ = [
    "Rhythm",
    "add_file",
    "add_link",
    "announce_changes",
    "announce_programme",
    "change_session",
    "copy_day",
    "copy_programme",
    "instant_from",
    "keep_room",
    "keep_speaker",
    "make_programme",
    "move_session",
    "plan_session",
    "remove_material",
    "remove_room",
    "remove_session",
    "remove_speaker",
    "renew_sessions",
    "shift_day",
    "swap_sessions",
]
