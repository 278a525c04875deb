"""The acts of discussion modules, and what is only written on a plan."""

from .drawing import begin_practice_from, decline_proposal, propose_wording, sum_up, take_up_proposal
from .leading import (
    add_question,
    add_reading,
    add_step,
    begin_module,
    change_module,
    change_step,
    open_module,
    remove_question,
    remove_reading,
    remove_step,
)
from .speaking import contribute, follow, hide_contribution, mark_step, unfollow, withdraw_contribution

__all__ = [
    "add_question",
    "add_reading",
    "add_step",
    "begin_module",
    "begin_practice_from",
    "change_module",
    "change_step",
    "contribute",
    "decline_proposal",
    "follow",
    "hide_contribution",
    "mark_step",
    "open_module",
    "propose_wording",
    "remove_question",
    "remove_reading",
    "remove_step",
    "sum_up",
    "take_up_proposal",
    "unfollow",
    "withdraw_contribution",
]
