"""Sessions as they are laid beside one another. Instants are aware."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Slot:
    """A session: from an instant to a later one. `group` is the letter of those whom it is for, empty for everybody;
    `into` are the languages that it is interpreted into. `room` and `speakers` are keys.

    ValueError where it does not end after it begins.
    """

    id: str
    starts: datetime
    ends: datetime
    group: str = ""
    room: str = ""
    speakers: tuple[str, ...] = ()
    into: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            raise ValueError(f"session {self.id!r} does not end after it begins")

    @property
    def span(self) -> Span:
        return self.starts, self.ends

    def meets(self, other: "Slot") -> bool:
        """Whether somebody belongs to both."""
        return not self.group or not other.group or self.group == other.group


class Clashing(StrEnum):
    """Why two sessions cannot well be at once."""

    GROUP = "group"
    ROOM = "room"
    SPEAKER = "speaker"
    INTERPRETATION = "interpretation"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions, the earlier first. `what` is the room, the speaker or the language that both want; of a group its
    letter, empty where one of the two is for everybody."""

    kind: Clashing
    first: str
    second: str
    what: str = ""

    @property
    def is_impossible(self) -> bool:
        """Nobody is in two places. A language can be interpreted twice at once, by a second team."""
        return self.kind is not Clashing.INTERPRETATION
