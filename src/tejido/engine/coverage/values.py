"""Sessions of a course, and what is found out about them. Times are whole minutes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Treated:
    """What a session treats: a passage, or with the id of its heading a whole section, subsections included.
    `minutes` of None: the school did not say how its session is divided."""

    id: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a course: how long it lasts, and what of the text it treats, each thing once.

    ValueError where a thing is named twice, where a time is negative, or where more minutes are stated than it lasts.
    """

    id: str
    minutes: int
    treats: tuple[Treated, ...] = ()

    def __post_init__(self) -> None:
        if len({thing.id for thing in self.treats}) < len(self.treats):
            raise ValueError(f"session {self.id!r} names a thing twice")
        if min([self.minutes, *(thing.minutes or 0 for thing in self.treats)]) < 0:
            raise ValueError(f"session {self.id!r} has a negative time")
        if self.stated > self.minutes:
            raise ValueError(f"session {self.id!r} states {self.stated} minutes and lasts {self.minutes}")

    @property
    def stated(self) -> int:
        """The minutes that the school divided itself."""
        return sum(thing.minutes or 0 for thing in self.treats)


@dataclass(frozen=True, slots=True)
class Line:
    """A section with all below it, against what the course does with it. `section` is the id of its heading, empty
    for what stands before the first one; of the whole text it is None.

    Of its `passages`, headings left out, each is covered, missing, or omitted with a declared reason. `missing` names
    the missing ones of its own, those of subsections left to their own lines. `minutes` are those of all sessions that
    treat something in it; `is_estimated` where some of them had to be divided. `minimum` is the least that was agreed,
    None where nothing was.
    """

    section: str | None
    passages: int
    covered: int
    omitted: int
    missing: tuple[str, ...]
    minutes: int
    minimum: int | None
    is_estimated: bool
    sessions: tuple[str, ...]

    @property
    def lacking(self) -> int:
        """How many passages nobody treats and nobody left out on purpose."""
        return self.passages - self.covered - self.omitted

    @property
    def short(self) -> int:
        """How many minutes there are less than the agreed minimum."""
        return max(0, (self.minimum or 0) - self.minutes)

    @property
    def is_met(self) -> bool:
        return not self.lacking and not self.short


@dataclass(frozen=True, slots=True)
class Objective:
    """A passage that says what is to be learned: the `sessions` that treat it, or a section around it, in their order;
    `is_omitted` where nobody does and it is left out with a declared reason."""

    id: str
    sessions: tuple[str, ...]
    is_omitted: bool

    @property
    def is_missing(self) -> bool:
        return not self.sessions and not self.is_omitted


@dataclass(frozen=True)
class Coverage:
    """The whole text and every section in reading order. `lost` are things that sessions treat and that the text no
    longer has, by session; `beside` are the minutes that treat nothing of this text."""

    whole: Line
    sections: tuple[Line, ...]
    lost: Mapping[str, tuple[str, ...]]
    beside: int

    @property
    def is_met(self) -> bool:
        return self.whole.is_met and all(line.is_met for line in self.sections)
