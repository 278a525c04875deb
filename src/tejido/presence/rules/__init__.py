"""Who may enter attendance and issue certificates, when, and what it takes to have completed a seminar."""

from .attendance import (
    is_within,
    may_enter,
    may_enter_all,
    may_enter_numbers,
    may_enter_oneself,
    may_number,
    must_stand,
)
from .certificates import may_issue, may_revoke, may_set_completion, may_word, state_of
from .completion import Reckoned, Slot, reckon, slots_of

__all__ = [
    "Reckoned",
    "Slot",
    "is_within",
    "may_enter",
    "may_enter_all",
    "may_enter_numbers",
    "may_enter_oneself",
    "may_issue",
    "may_number",
    "may_revoke",
    "may_set_completion",
    "may_word",
    "must_stand",
    "reckon",
    "slots_of",
    "state_of",
]
