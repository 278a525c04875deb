"""The register of promotion, always for an actor: what they may not read is not loaded."""

from .bases import Bases, bases
from .entries import (
    EntryLine,
    EntryPage,
    Filter,
    document_for,
    document_to_remove,
    entries_for,
    entry_for,
    forums_of,
    line_for,
    page_for,
    quote_to_remove,
    register_for,
    shown_for,
    years_of,
)
from .forums import ForumLine, forum_for, forums, forums_with_counts

__all__ = [
    "Bases",
    "EntryLine",
    "EntryPage",
    "Filter",
    "ForumLine",
    "bases",
    "document_for",
    "document_to_remove",
    "entries_for",
    "entry_for",
    "forum_for",
    "forums",
    "forums_of",
    "forums_with_counts",
    "line_for",
    "page_for",
    "quote_to_remove",
    "register_for",
    "shown_for",
    "years_of",
]
