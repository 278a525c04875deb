"""The acts on courses. Each asks its rule, changes, and writes the ledger in one transaction."""

from .courses import begin_course, change_session, describe_course, move_session, plan_session, remove_session
from .minimums import lift_minimum, set_minimum
from .objectives import mark_objectives
from .stating import show_statement, state_coverage, withdraw_statement

__all__ = [
    "begin_course",
    "change_session",
    "describe_course",
    "lift_minimum",
    "mark_objectives",
    "move_session",
    "plan_session",
    "remove_session",
    "set_minimum",
    "show_statement",
    "state_coverage",
    "withdraw_statement",
]
