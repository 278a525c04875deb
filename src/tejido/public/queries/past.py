"""The network's past, each event as exact as its source."""

from dataclasses import dataclass

from tejido.registry.models import Event
from tejido.registry.queries import events


@dataclass(frozen=True, slots=True)
class Past:
    """The dated events, the newest first, and the one with which the network began, where a source tells of it."""

    events: tuple[Event, ...]
    launch: Event | None


def past() -> Past:
    """One query."""
    found = events()
    launch = next((event for event in found if event.kind == "launch"), None)
    return Past(tuple(reversed(found)), launch)
