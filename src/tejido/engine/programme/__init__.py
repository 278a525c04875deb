"""The sessions of a programme: what cannot be at once, what moves when one moves, what changed since. Pure."""

from .arranging import blocks, exchanged, pushed, swapped
from .changing import Change, Changing, Told, changes, has_other_clocks
from .clashing import clashes
from .outlining import Outlined, outlined
from .values import Clash, Clashing, Slot, Span

__all__ = [
    "Change",
    "Changing",
    "Clash",
    "Clashing",
    "Outlined",
    "Slot",
    "Span",
    "Told",
    "blocks",
    "changes",
    "clashes",
    "exchanged",
    "has_other_clocks",
    "outlined",
    "pushed",
    "swapped",
]
