"""Finding, always for an actor."""

from .finding import PAGE, Asked, Found, Hit, find
from .places import choices

__all__ = ["PAGE", "Asked", "Found", "Hit", "choices", "find"]
