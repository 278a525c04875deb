"""Who is due a letter, and what one tells: what waits in each seat of a person, and what changed in its work."""

from .changes import Change, changes_of
from .weeks import Coming, Part, Week, week_for
from .wishes import due, is_key_of, seed_of, wish_of, wish_with

__all__ = [
    "Change",
    "Coming",
    "Part",
    "Week",
    "changes_of",
    "due",
    "is_key_of",
    "seed_of",
    "week_for",
    "wish_of",
    "wish_with",
]
