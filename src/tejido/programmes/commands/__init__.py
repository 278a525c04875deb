"""The acts on areas, initiatives and the vocabulary that they are told with."""

from .areas import change_area, close_area, enter_area, release_area, withdraw_area
from .initiatives import change_initiative, change_status, enter_initiative, strike_initiative
from .releases import Plan, release_fields
from .terms import add_term, decide_term, propose_term, rename_term, retire_term

__all__ = [
    "Plan",
    "add_term",
    "change_area",
    "change_initiative",
    "change_status",
    "close_area",
    "decide_term",
    "enter_area",
    "enter_initiative",
    "propose_term",
    "release_area",
    "release_fields",
    "rename_term",
    "retire_term",
    "strike_initiative",
    "withdraw_area",
]
