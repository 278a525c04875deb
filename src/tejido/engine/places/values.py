"""Whom members nominated, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nomination that stands. `rank` orders those of one member: its principals, then its alternates; each has
    another one. `is_held`: the person was told that they have a place, and keeps it. `institution`, `sex` and `grade`
    are codes that advice is given by, and decide nothing."""

    key: str
    member: str
    rank: int
    is_held: bool = False
    institution: str = ""
    sex: str = ""
    grade: str = ""


class Reason(StrEnum):
    """Why somebody waits."""

    FULL = "full"  # the member may have the place, and none is left
    BEYOND = "beyond"  # the member has, or would have, all the places that it may have


@dataclass(frozen=True, slots=True)
class Admitted:
    """`turn`: the how manieth person of its member this is."""

    turn: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """`place` on the waiting list, from 1 on."""

    place: int
    reason: Reason


Outcome = Admitted | Waiting
