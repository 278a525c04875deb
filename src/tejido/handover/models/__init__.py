"""What a seat leaves to whoever follows, and what is asked for its replacement."""

from .notes import Addition, Note, Response
from .replacements import Replacement

__all__ = ["Addition", "Note", "Replacement", "Response"]
