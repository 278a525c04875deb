"""Deadlines as a calendar file (RFC 5545): one event per deadline, at its instant in UTC, with reminders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as Entry


@dataclass(frozen=True, slots=True)
class Event:
    """A deadline. `at` is aware; `zone` is the IANA name that the deadline was announced in; `alarms` are before it."""

    uid: str
    summary: str
    description: str
    at: datetime
    zone: str
    url: str
    alarms: tuple[timedelta, ...] = ()


def calendar(events: Iterable[Event], title: str, made_at: datetime) -> bytes:
    """The file, with CRLF and folded lines. The same events give the same bytes."""
    found = Calendar()
    found.add("prodid", "-//Tejido//Deadlines//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", title)
    for event in events:
        found.add_component(_entry(event, made_at))
    return found.to_ical()


def _entry(event: Event, made_at: datetime) -> Entry:
    """Without a duration: a deadline takes no time of anybody's day."""
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", made_at.astimezone(UTC))
    entry.add("dtstart", event.at.astimezone(UTC))
    entry.add("summary", event.summary)
    entry.add("description", f"{event.description}\n{event.zone}")
    entry.add("url", event.url)
    entry.add("transp", "TRANSPARENT")
    for before in event.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.summary)
        alarm.add("trigger", -before)
        entry.add_component(alarm)
    return entry
