"""The acts of meetings. Each asks its rule, changes, and writes the ledger, in one transaction."""

from .agenda import add_item, adopt_agenda, announce_agenda, change_item, declare_outcome, move_item, strike_item
from .attendance import Entry, declare_arrival, enter_attendance, enter_room
from .commitments import carry_commitments, make_commitment, report_commitment
from .convening import (
    answer_invitation,
    cancel_meeting,
    change_meeting,
    close_meeting,
    convene_meeting,
    open_meeting,
    postpone_meeting,
    prepare_meeting,
)
from .drafts import discard_minutes_draft, keep_minutes_draft
from .instants import instant_from
from .minutes import (
    answer_correction,
    approve_minutes,
    change_decision,
    circulate_minutes,
    enter_decision,
    propose_correction,
    save_minutes,
)
from .papers import add_file, add_paper, remove_paper
from .releases import release_part, withdraw_part

__all__ = [
    "Entry",
    "add_file",
    "add_item",
    "add_paper",
    "adopt_agenda",
    "announce_agenda",
    "answer_correction",
    "answer_invitation",
    "approve_minutes",
    "cancel_meeting",
    "carry_commitments",
    "change_decision",
    "change_item",
    "change_meeting",
    "circulate_minutes",
    "close_meeting",
    "convene_meeting",
    "declare_arrival",
    "declare_outcome",
    "discard_minutes_draft",
    "enter_attendance",
    "enter_decision",
    "enter_room",
    "instant_from",
    "keep_minutes_draft",
    "make_commitment",
    "move_item",
    "open_meeting",
    "postpone_meeting",
    "prepare_meeting",
    "propose_correction",
    "release_part",
    "remove_paper",
    "report_commitment",
    "save_minutes",
    "strike_item",
    "withdraw_part",
]
