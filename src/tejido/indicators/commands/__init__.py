"""The acts on milestones, indicators and their values."""

from .indicators import change_indicator, define_indicator, end_indicator
from .milestones import drop_milestone, reach_milestone, set_milestone
from .releases import release_value, withdraw_value
from .sheets import hand_in, take_in
from .values import report_value

__all__ = [
    "change_indicator",
    "define_indicator",
    "drop_milestone",
    "end_indicator",
    "hand_in",
    "reach_milestone",
    "release_value",
    "report_value",
    "set_milestone",
    "take_in",
    "withdraw_value",
]
