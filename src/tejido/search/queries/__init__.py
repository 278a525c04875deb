"""Finding, always for an actor."""

from .finding import LIMIT, PAGE, Asked, Found, Hit, find
from .places import choices
from .problems import sources_speaking_of

__all__ = ["LIMIT", "PAGE", "Asked", "Found", "Hit", "choices", "find", "sources_speaking_of"]
