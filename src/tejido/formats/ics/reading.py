"""The meetings in a calendar file that somebody gave: what they are called, when by which clock, and where.

It runs in the child process. A file says anything; what is taken over is bounded, and everything else in it is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from ..bad_file import BadFile, Code
from .lines import line, text

MAX_FILE = 2 * 2**20  # bytes
MAX_MEETINGS = 60
MAX_TITLE, MAX_PLACE, MAX_WORDS = 200, 200, 4000  # characters
_LONGEST = timedelta(days=31)
_USUAL = timedelta(hours=2)  # of a meeting whose end the file does not say


@dataclass(frozen=True, slots=True)
class Proposed:
    """A meeting as the file has it. `starts` and `ends` show the clock of `zone`.

    `zone` is an IANA name; empty where the file says none that is known, and then the times are those of UTC if
    `is_exact`, and of nobody knows which clock if not. `is_day`: the file says a day and no hour. `repeats`: only the
    first of a series was taken.
    """

    uid: str
    title: str
    description: str
    place: str
    starts: datetime
    ends: datetime
    zone: str
    is_exact: bool
    is_day: bool
    repeats: bool


def read(raw: bytes) -> tuple[Proposed, ...]:
    """The meetings in the order of the file, without those that it takes back. BadFile where there are none."""
    if len(raw) > MAX_FILE:
        raise BadFile(Code.TOO_BIG)
    try:
        calendars = icalendar.Calendar.from_ical(raw.decode("utf-8-sig"), multiple=True)
    except UnicodeDecodeError as problem:
        raise BadFile(Code.NOT_UTF8, position=problem.start) from problem
    except OSError as problem:  # a zone named like a folder of the zone data, or longer than any name
        raise BadFile(Code.NO_ZONE) from problem
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as problem:
        raise BadFile(Code.NOT_CALENDAR) from problem
    events = [event for calendar in calendars for event in calendar.walk("VEVENT") if not _is_taken_back(event)]
    if not calendars or any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise BadFile(Code.NOT_CALENDAR)
    if not events:
        raise BadFile(Code.NO_MEETING)
    if len(events) > MAX_MEETINGS:
        raise BadFile(Code.TOO_MANY_MEETINGS, entries=len(events), limit=MAX_MEETINGS)
    hint = _known(_words(calendars[0], "X-WR-TIMEZONE", 60))
    return tuple(_proposed(event, hint) for event in events)


def _is_taken_back(event: Any) -> bool:
    return _words(event, "STATUS", 20).upper() == "CANCELLED"


def _proposed(event: Any, hint: str) -> Proposed:
    title = _words(event, "SUMMARY", MAX_TITLE)
    try:
        start = event["DTSTART"].dt
        zone, is_exact = _zone(event["DTSTART"], hint)
        end = _end(event, start)
        starts, ends = _clock(start, zone), _clock(end, zone)
    except (KeyError, AttributeError, ValueError, TypeError, OverflowError) as problem:
        raise BadFile(Code.NO_TIME, title or "VEVENT") from problem
    if not timedelta(0) < ends - starts <= _LONGEST:
        raise BadFile(Code.NO_TIME, title or "VEVENT")
    return Proposed(
        uid=_words(event, "UID", MAX_TITLE),
        title=title,
        description=text(str(event.get("DESCRIPTION", "")))[:MAX_WORDS],
        place=_words(event, "LOCATION", MAX_PLACE),
        starts=starts,
        ends=ends,
        zone=zone,
        is_exact=is_exact,
        is_day=not isinstance(start, datetime),
        repeats="RRULE" in event or "RDATE" in event,
    )


def _words(component: Any, name: str, limit: int) -> str:
    said = component.get(name, "")
    return line(str(said[0] if isinstance(said, list) else said))[:limit]


def _zone(said: Any, hint: str) -> tuple[str, bool]:
    """The zone whose clock rules, and whether the instant is exact without it."""
    if not isinstance(said.dt, datetime):
        return hint, False
    if said.dt.tzinfo is None:
        return _known(str(said.params.get("TZID", ""))) or hint, False
    own = _known(str(getattr(said.dt.tzinfo, "key", "")))
    return (hint or own if own == "UTC" else own or hint), True


def _known(zone: str) -> str:
    try:
        return ZoneInfo(zone).key if zone else ""
    except (KeyError, ValueError, OSError):  # a name that is none, a path, a folder
        return ""


def _end(event: Any, start: date) -> date:
    """What the file says, or as long as meetings usually are. A day ends with itself."""
    if "DTEND" in event:
        return event["DTEND"].dt  # type: ignore[no-any-return]  # a day or an instant, or it is no time
    if "DURATION" in event:
        return start + event["DURATION"].dt  # type: ignore[no-any-return]  # the same
    return start + (_USUAL if isinstance(start, datetime) else timedelta(days=1))


def _clock(moment: date, zone: str) -> datetime:
    """What the clock of the zone shows, without the zone."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None:
        return moment.replace(second=0, microsecond=0)
    return moment.astimezone(ZoneInfo(zone) if zone else UTC).replace(tzinfo=None, second=0, microsecond=0)
