"""The acts about National Mechanisms."""

from .assessments import answer, begin_assessment
from .helps import attach_module, detach_module, mark_model, unmark_model
from .plans import do_plan_line, enter_plan_line, remove_plan_line
from .profile import enter_instrument, make_entry, state_composition, strike
from .releases import release, withdraw_release

__all__ = [
    "answer",
    "attach_module",
    "begin_assessment",
    "detach_module",
    "do_plan_line",
    "enter_instrument",
    "enter_plan_line",
    "make_entry",
    "mark_model",
    "release",
    "remove_plan_line",
    "state_composition",
    "strike",
    "unmark_model",
    "withdraw_release",
]
