"""Instants as people read them: always with the zone they are meant in."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import timezone

from . import dates


def in_zone(instant: datetime, zone: str) -> str:
    """Date, time and zone, in the reader's language: "4 December 2026, 17:00 (Asuncion, UTC−3)".

    The clock is written with 24 hours in every language: "midnight" leaves open which day it ends.
    """
    local = instant.astimezone(clocks(zone))
    return f"{day_and_time(local)} ({zone_words(local)})"


def day_and_time(local: datetime) -> str:
    """Date and time; the seconds only where they say something, as in an act that came a second too late."""
    seconds = f":{local:%S}" if local.second else ""
    return f"{dates.in_words(local)}, {local:%H:%M}{seconds}"


def clocks(zone: str) -> tzinfo:
    """The zone of this name, or the current one. UTC where a zone that was once valid is not known here any more."""
    try:
        return ZoneInfo(zone) if zone else timezone.get_current_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def zone_words(local: datetime) -> str:
    """For example Buenos Aires, UTC−3: the city as its zone is named, and how far its clock is from UTC that day."""
    name = str(local.tzinfo)
    if name == "UTC":
        return name
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{name.rsplit('/', maxsplit=1)[-1].replace('_', ' ')}, {offset}"
