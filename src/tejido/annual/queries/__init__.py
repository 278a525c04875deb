"""Loading reports, always for an actor, and composing them from what their readers may know."""

from .asked import Asked, asked_of
from .composed import Composed, chapters_of, compose, composed_digest, report_data
from .pages import OwnPage, PageLine, own_page
from .reports import (
    ReportLine,
    issue_for,
    issues_of,
    public_issue,
    public_issues,
    report_for,
    reports_for,
)

__all__ = [
    "Asked",
    "Composed",
    "OwnPage",
    "PageLine",
    "ReportLine",
    "asked_of",
    "chapters_of",
    "compose",
    "composed_digest",
    "issue_for",
    "issues_of",
    "own_page",
    "public_issue",
    "public_issues",
    "report_data",
    "report_for",
    "reports_for",
]
