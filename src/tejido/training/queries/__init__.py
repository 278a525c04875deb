"""Loading courses and what they cover, always for an actor."""

from .courses import (
    Opened,
    course_for,
    courses_of,
    minimum_for,
    minimums_of,
    own_courses,
    session_for,
    sessions_of,
    shown_statements,
    statement_for,
    statements_of,
)
from .coverage import Covered, as_it_stands, covered, objectives_for, statement_data
from .objectives import objectives_in, objectives_of

__all__ = [
    "Covered",
    "Opened",
    "as_it_stands",
    "course_for",
    "courses_of",
    "covered",
    "minimum_for",
    "minimums_of",
    "objectives_for",
    "objectives_in",
    "objectives_of",
    "own_courses",
    "session_for",
    "sessions_of",
    "shown_statements",
    "statement_data",
    "statement_for",
    "statements_of",
]
