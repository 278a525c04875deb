"""From a meeting in somebody's calendar file to what the form of a meeting shows."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tejido.formats.ics import Proposed

from .names import MeetingKind


def initial_of(found: Proposed, zone: str, language: str) -> dict[str, Any]:
    """The form as the file would fill it. `zone` is taken where the file names none: an exact instant is told by its
    clock, and an hour on nobody knows which clock stands as it is."""
    shown = found.zone or zone
    return {
        "kind": MeetingKind.ORDINARY,
        f"name_{language}": found.title,
        "starts": _on(found, found.starts, shown),
        "ends": _on(found, found.ends, shown),
        "zone": shown,
        "place": found.place,
        "languages": [language],
    }


def _on(found: Proposed, moment: datetime, zone: str) -> datetime:
    if found.zone or not found.is_exact:
        return moment
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
