"""Deadlines as an iCalendar file (RFC 5545) that any calendar can take in.

Every instant is written in UTC: a local time in a named zone is two instants when the clocks go back, and means another
one when a state changes its law. What the zone is called and what its clock shows is said in words, by the caller.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import icalendar

from .lines import address, alarm, frame, instant, line, text


@dataclass(frozen=True, slots=True)
class Event:
    """A deadline: it has an instant and no length.

    `uid` names it for ever, so that a calendar that takes the file in again moves the event instead of adding one.
    `at` is the instant, with a zone; `zone` is the IANA name of the zone that it was set in; `alarms` say how long
    before it to warn.
    """

    uid: str
    summary: str
    description: str
    at: datetime
    zone: str
    url: str
    alarms: tuple[timedelta, ...] = ()


def calendar(events: Iterable[Event], title: str, made_at: datetime) -> bytes:
    """The file, to be published: nobody is invited and nobody answers. `made_at` is when its events were made.

    ValueError for a time without a zone, which is no instant.
    """
    kept = list(events)
    made = frame(title, "PUBLISH")
    zones = {event.zone for event in kept}
    if len(zones) == 1:
        made.add("x-wr-timezone", line(zones.pop()))
    for event in kept:
        made.add_component(deadline(event, made_at))
    return bytes(made.to_ical())


def deadline(event: Event, made_at: datetime) -> icalendar.Event:
    """Without an end it takes no time, and is transparent: a deadline keeps nobody busy."""
    made = icalendar.Event()
    made.add("uid", line(event.uid))
    made.add("dtstamp", instant(made_at))
    made.add("dtstart", instant(event.at))
    made.add("sequence", _sequence(event.at))
    made.add("summary", line(event.summary))
    made.add("description", text(event.description))
    made.add("url", address(event.url))
    made.add("status", "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    for before in event.alarms:
        made.add_component(alarm(event.summary, before))
    return made


def _sequence(at: datetime) -> int:
    """The version of an event, in minutes since 1970: a deadline that was extended replaces the one that was not."""
    return int(at.timestamp()) // 60
