"""The sessions of a programme: what cannot be at once, what moves when one moves, what changed since. Pure."""

from .arranging import blocks, exchanged, pushed, swapped
from .clashing import clashes
from .values import Clash, Clashing, Slot, Span

__all__ = ["Clash", "Clashing", "Slot", "Span", "blocks", "clashes", "exchanged", "pushed", "swapped"]
