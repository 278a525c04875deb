"""The acts of the annual report."""

from .issuing import issue_report
from .pages import approve_page, clear_page, withdraw_approval, write_page
from .preparing import begin_report, move_chapter, open_pages, write_chapter

__all__ = [
    "approve_page",
    "begin_report",
    "clear_page",
    "issue_report",
    "move_chapter",
    "open_pages",
    "withdraw_approval",
    "write_chapter",
    "write_page",
]
