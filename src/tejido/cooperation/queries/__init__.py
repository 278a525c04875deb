"""Loading offers, requests and projects, always for an actor."""

from .matching import matches_for, practices_on
from .postings import OpenPosting, other_postings, own_postings, partners_of, posting_for
from .projects import ProjectContext, ProjectLine, project_for, projects_for, projects_of

__all__ = [
    "OpenPosting",
    "ProjectContext",
    "ProjectLine",
    "matches_for",
    "other_postings",
    "own_postings",
    "partners_of",
    "posting_for",
    "practices_on",
    "project_for",
    "projects_for",
    "projects_of",
]
