"""The acts on areas, initiatives and the vocabulary that they are told with."""

from ..rules import Plan
from .areas import change_area, close_area, enter_area, release_area, withdraw_area
from .files import Change, apply_changes, digest_of_plan, hand_in
from .initiatives import change_initiative, change_status, enter_initiative, strike_initiative
from .releases import release_fields
from .terms import add_term, decide_term, propose_term, rename_term, retire_term

__all__ = [
    "Change",
    "Plan",
    "add_term",
    "apply_changes",
    "change_area",
    "change_initiative",
    "change_status",
    "close_area",
    "decide_term",
    "digest_of_plan",
    "enter_area",
    "enter_initiative",
    "hand_in",
    "propose_term",
    "release_area",
    "release_fields",
    "rename_term",
    "retire_term",
    "strike_initiative",
    "withdraw_area",
]
