"""Loading what is said of translations. Whoever may read a text may read this; loaders of texts ask that first."""

from .desk import Desk, Filter, Part, Row, Version, desk_of, neighbours, parts_of, source_then
from .drafts import draft_of
from .facts import facts_of, origins_of, signatories_of, standings_of, writers_of
from .given import Given, given_to
from .glossary import entry_of, glossary_entries, history_of
from .memory import Suggestion, suggestions
from .seats import (
    assignment_for,
    assignments_of,
    can_translate,
    seats_of,
    signatory_rows,
    takes_part,
    translators_of,
)
from .versions import languages_of, revision_by_digest, version_digest

__all__ = [
    "Desk",
    "Filter",
    "Given",
    "Part",
    "Row",
    "Suggestion",
    "Version",
    "assignment_for",
    "assignments_of",
    "can_translate",
    "desk_of",
    "draft_of",
    "entry_of",
    "facts_of",
    "given_to",
    "glossary_entries",
    "history_of",
    "languages_of",
    "neighbours",
    "origins_of",
    "parts_of",
    "revision_by_digest",
    "seats_of",
    "signatories_of",
    "signatory_rows",
    "source_then",
    "standings_of",
    "suggestions",
    "takes_part",
    "translators_of",
    "version_digest",
    "writers_of",
]
