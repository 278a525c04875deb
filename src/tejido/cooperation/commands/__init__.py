"""The acts of the South-South desk."""

from .ending import (
    begin_practice_from,
    confirm_result,
    end_project,
    end_showing,
    evaluate_project,
    show_result,
    write_result,
)
from .postings import change_posting, close_posting, hide_posting, show_posting, wish_matches, write_posting
from .projects import accept_terms, change_terms, propose_project
from .working import close_step, plan_step, talk, tie_meeting

__all__ = [
    "accept_terms",
    "begin_practice_from",
    "change_posting",
    "change_terms",
    "close_posting",
    "close_step",
    "confirm_result",
    "end_project",
    "end_showing",
    "evaluate_project",
    "hide_posting",
    "plan_step",
    "propose_project",
    "show_posting",
    "show_result",
    "talk",
    "tie_meeting",
    "wish_matches",
    "write_posting",
    "write_result",
]
