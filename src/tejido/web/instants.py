"""Instants as people read them: always with the zone they are meant in."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import formats


def in_zone(instant: datetime, zone: str) -> str:
    """Date, time and zone, in the reader's language: "4 December 2026 at 17:00 (America/Asuncion)"."""
    try:
        local = instant.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        zone, local = "UTC", instant.astimezone(ZoneInfo("UTC"))
    seconds = f":{local:%S}" if local.second else ""
    return f"{formats.date_format(local, 'DATE_FORMAT')}, {local:%H:%M}{seconds} ({zone})"
