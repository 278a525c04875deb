"""What an alignment says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class How(StrEnum):
    """How a new passage was found to be an old one. A `split` without an old id is a piece whose sibling kept the
    id."""

    EXACT = "exact"
    SIMILAR = "similar"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Match:
    """The passage at position `new` is the old passage `old`, or nobody's. `score` is 1 for the same words, 0 for
    none."""

    new: int
    old: str | None
    how: How
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """One match per new passage, in order; each old id at most once.

    `removed` are the old ids, in their order, that went nowhere. `split` says of the pieces that did not keep the id
    (by position) which old passage they come from. `joined` says of old passages whose words went into another
    passage which id that is.
    """

    matches: tuple[Match, ...]
    removed: tuple[str, ...] = ()
    split: Mapping[int, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
