"""What a chart shows, before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` is None where nothing is known; that is no zero. `said` is the value as the reader's language writes it,
    or that nothing is known."""

    label: str
    value: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from zero, one below the other."""

    rows: tuple[Bar, ...]


class Look(StrEnum):
    """How a tile is drawn; what it means says the legend."""

    FULL = "full"
    HATCHED = "hatched"
    OPEN = "open"
    DASHED = "dashed"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Square:
    """A State, by its ISO 3166-1 code, at its place on the grid."""

    code: str
    column: int
    row: int
    look: Look


@dataclass(frozen=True, slots=True)
class Tiles:
    """A region of equal tiles. `legend` has the words for the looks that occur, in the order in which they are told."""

    squares: tuple[Square, ...]
    legend: Mapping[Look, str]
