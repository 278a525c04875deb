"""Finding, always for an actor."""

from .finding import LIMIT, PAGE, Asked, Found, Hit, find
from .places import choices

__all__ = ["LIMIT", "PAGE", "Asked", "Found", "Hit", "choices", "find"]
