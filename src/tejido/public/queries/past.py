"""The network's past, each event as exact as its source, and what is not known of it."""

from dataclasses import dataclass
from datetime import date

from tejido.registry.models import Event
from tejido.registry.names import EventKind
from tejido.registry.queries import PastLine, Unknown, past_meetings
from tejido.registry.queries import past as entries


@dataclass(frozen=True, slots=True)
class Past:
    """The dated events as they stand, the newest first; the one with which the network began, where a source tells of
    it; and the meetings of which this register knows only that they are missing."""

    lines: tuple[PastLine, ...]
    launch: Event | None
    unknown: tuple[Unknown, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(line.event for line in self.lines)


def past(day: date) -> Past:
    """One query. What was corrected is told by its correction alone."""
    lines = entries()
    launch = next((line.event for line in lines if line.event.kind == EventKind.LAUNCH), None)
    unknown = tuple(item for item in past_meetings(lines, day) if isinstance(item, Unknown))
    return Past(tuple(reversed(lines)), launch, unknown)
