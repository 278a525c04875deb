"""What is told of a school, as a value that is kept and hashed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tejido.engine.proof import canonical_digest

if TYPE_CHECKING:
    from .models import School

FIELDS = ("name", "sectors", "city", "system", "system_name", "languages", "since", "says", "source", "address")


def told(school: School) -> dict[str, Any]:
    """What is told of the school, by field: what its form asks."""
    said = {name: getattr(school, name) for name in FIELDS}
    return {**said, "system": str(school.system)}


def digest_of(school: School) -> str:
    """SHA-256, in hexadecimal digits, of what is told of the school as somebody reads it."""
    return canonical_digest(told(school))
