"""What somebody read before they acted, as a digest: an act is bound to exactly that."""

from collections.abc import Iterable
from typing import Any

from tejido.engine.proof import canonical_digest

from .models import Call, Nominee

_OF_PERSON = (
    "rank", "place", "standing", "institution_id", "sex", "grade", "name", "post", "email", "language", "is_security",
    "is_at_risk", "withheld",
)  # fmt: skip  # what a member enters


def nominee_digest(row: Nominee) -> str:
    """The digest of an entry as somebody reads it."""
    return _digest([_plain(getattr(row, name)) for name in _OF_PERSON])


def list_digest(rows: Iterable[Nominee]) -> str:
    """The digest of a member's nominations, or of all, as somebody reads them."""
    return _digest(sorted([row.key, nominee_digest(row)] for row in rows))


def places_digest(call: Call, rows: Iterable[Nominee]) -> str:
    """The digest of everything from which the places follow: the nominations, how many places there are, and how many
    a member may send."""
    return _digest([list_digest(rows), call.seminar.capacity, call.quota, call.alternates, call.quotas])


def _plain(value: Any) -> Any:
    return value if isinstance(value, (bool, int, list)) or value is None else str(value)


def _digest(data: Any) -> str:
    return canonical_digest(data)
