"""Deadlines as an iCalendar file (RFC 5545) that any calendar can take in.

Every instant is written in UTC: a local time in a named zone is two instants when the clocks go back, and means another
one when a state changes its law. What the zone is called and what its clock shows is said in words, by the caller.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import icalendar

PRODUCT = "-//Tejido//Deadlines//EN"


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
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what came before it
        made.add(name, _line(title))
    zones = {event.zone for event in kept}
    if len(zones) == 1:
        made.add("x-wr-timezone", _line(zones.pop()))
    for event in kept:
        made.add_component(_event(event, made_at))
    return bytes(made.to_ical())


def _event(event: Event, made_at: datetime) -> icalendar.Event:
    """Without an end it takes no time, and is transparent: a deadline keeps nobody busy."""
    made = icalendar.Event()
    made.add("uid", _line(event.uid))
    made.add("dtstamp", _instant(made_at))
    made.add("dtstart", _instant(event.at))
    made.add("sequence", _sequence(event.at))
    made.add("summary", _line(event.summary))
    made.add("description", _text(event.description))
    made.add("url", _address(event.url))
    made.add("status", "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    for before in event.alarms:
        made.add_component(_alarm(event, before))
    return made


def _instant(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is no instant")
    return moment.astimezone(UTC)


def _sequence(at: datetime) -> int:
    """The version of an event, in minutes since 1970: a deadline that was extended replaces the one that was not."""
    return int(at.timestamp()) // 60


def _alarm(event: Event, before: timedelta) -> icalendar.Alarm:
    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("description", _line(event.summary))
    made.add("trigger", -before)
    return made


def _text(text: str) -> str:
    """Without characters that no calendar file may hold; line ends are escaped by the library."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _address(url: str) -> str:
    return "".join(_text(url).split())
