"""Loading practices, always for an actor."""

from .released import Shown, shown_of, shown_practices

__all__ = ["Shown", "shown_of", "shown_practices"]
