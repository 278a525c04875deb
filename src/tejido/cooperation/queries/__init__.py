"""Loading offers, requests and projects, always for an actor."""

from .lists import ProjectLine, due_projects, projects_for, projects_of, projects_of_pairs
from .matching import matches_for, practices_on
from .postings import (
    OpenPosting,
    contacts_of,
    other_postings,
    own_postings,
    partners_of,
    posting_for,
    wishes_matches,
)
from .projects import ProjectContext, network_meetings, project_for, step_of

__all__ = [
    "OpenPosting",
    "ProjectContext",
    "ProjectLine",
    "contacts_of",
    "due_projects",
    "matches_for",
    "network_meetings",
    "other_postings",
    "own_postings",
    "partners_of",
    "posting_for",
    "practices_on",
    "project_for",
    "projects_for",
    "projects_of",
    "projects_of_pairs",
    "step_of",
    "wishes_matches",
]
