"""What is read of learning records: by keys of systems, and by the seats of the school."""

from .access import credential_for, is_known_origin, link_for, own_body, own_key, store_for, store_of
from .documents import Found, Place, document_at, names_at
from .pages import Overview, cohorts_to_link, overview
from .persons import named_in
from .statements import Filter, Page, Shown, consistent_through, definition_of, page_of, statement_by_id

__all__ = [
    "Filter",
    "Found",
    "Overview",
    "Page",
    "Place",
    "Shown",
    "cohorts_to_link",
    "consistent_through",
    "credential_for",
    "definition_of",
    "document_at",
    "is_known_origin",
    "link_for",
    "named_in",
    "names_at",
    "overview",
    "own_body",
    "own_key",
    "page_of",
    "statement_by_id",
    "store_for",
    "store_of",
]
