"""The acts on schools, norms and populations. Each asks its rule, changes, and writes the ledger in one transaction."""

from .obligations import (
    end_obligation,
    enter_obligation,
    hide_obligation,
    replace_obligation,
    show_obligation,
    strike_obligation,
)
from .schools import change_school, enter_school, hide_school, open_space, report_school, show_school, strike_school
from .targets import Number, apply_targets, digest_of_plan, hand_in, lift_target, set_target

__all__ = [
    "Number",
    "apply_targets",
    "change_school",
    "digest_of_plan",
    "end_obligation",
    "enter_obligation",
    "enter_school",
    "hand_in",
    "hide_obligation",
    "hide_school",
    "lift_target",
    "open_space",
    "replace_obligation",
    "report_school",
    "set_target",
    "show_obligation",
    "show_school",
    "strike_obligation",
    "strike_school",
]
