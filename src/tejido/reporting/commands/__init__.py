"""The acts of reporting."""

from .intakes import confirm, hand_in, read_as, undo
from .links import link_indicator, link_initiatives, link_section, unlink
from .recommendations import (
    assess_recommendation,
    change_recommendation,
    enter_recommendation,
    remove_recommendation,
    set_charges,
)
from .reports import close_selection, pick, remove_template, save_selection, save_template, tell

__all__ = [
    "assess_recommendation",
    "change_recommendation",
    "close_selection",
    "confirm",
    "enter_recommendation",
    "hand_in",
    "link_indicator",
    "link_initiatives",
    "link_section",
    "pick",
    "read_as",
    "remove_recommendation",
    "remove_template",
    "save_selection",
    "save_template",
    "set_charges",
    "tell",
    "undo",
    "unlink",
]
