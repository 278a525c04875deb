"""What pages, and the apps above, read of areas and initiatives."""

from .reading import (
    Seen,
    Values,
    Wanted,
    choices_for,
    initiative_for,
    initiatives_for,
    own_initiative_for,
    readable,
    seen,
    visible,
)

__all__ = [
    "Seen",
    "Values",
    "Wanted",
    "choices_for",
    "initiative_for",
    "initiatives_for",
    "own_initiative_for",
    "readable",
    "seen",
    "visible",
]
