"""Meetings as an iCalendar file: the hour on the clock of the place, with the rules of its zone in the file.

A deadline is an instant; a meeting is an hour in a place. When a state changes its law, the delegates still come at
nine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain
from zoneinfo import ZoneInfo

import icalendar

from .deadlines import Event, deadline
from .lines import address, alarm, frame, instant, line, text
from .zones import timezone

_ASK_AGAIN = timedelta(hours=6)  # how often a calendar should fetch a feed


class Standing(StrEnum):
    """How sure a meeting is."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body.

    `uid` names it for ever and `sequence` rises with each change, so that a calendar that takes the file in again moves
    the meeting. `starts` and `ends` are instants; `zone` is the IANA name of the zone whose clock rules. `language` is
    that of the words. `is_days`: it is told by its days, the last one before `ends`, and not by the clock.
    """

    uid: str
    sequence: int
    title: str
    description: str
    place: str
    starts: datetime
    ends: datetime
    zone: str
    url: str
    language: str
    changed_at: datetime
    standing: Standing = Standing.CONFIRMED
    alarms: tuple[timedelta, ...] = ()
    is_days: bool = False


def meetings_calendar(
    meetings: Iterable[Meeting],
    title: str,
    *,
    organizer: tuple[str, str],
    deadlines: Iterable[Event] = (),
    made_at: datetime | None = None,
    is_feed: bool = False,
) -> bytes:
    """The file. A meeting that stands alone and was cancelled is taken back (METHOD:CANCEL); in a feed it says so.

    `organizer` is an office and its address. `made_at` is when the deadlines were made. Without it the file holds none.
    """
    kept = sorted(meetings, key=lambda meeting: (meeting.starts, meeting.uid))
    is_taken_back = not is_feed and [meeting.standing for meeting in kept] == [Standing.CANCELLED]
    made = frame(title, "CANCEL" if is_taken_back else "PUBLISH")
    made.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", _ASK_AGAIN)
    for zone in sorted({meeting.zone for meeting in kept}):
        held = [meeting for meeting in kept if meeting.zone == zone]
        made.add_component(timezone(zone, chain.from_iterable((meeting.starts, meeting.ends) for meeting in held)))
    for meeting in kept:
        made.add_component(_meeting(meeting, organizer))
    for event in deadlines if made_at else ():
        made.add_component(deadline(event, made_at))  # type: ignore[arg-type]  # an instant, or there are no deadlines
    return bytes(made.to_ical())


def _meeting(meeting: Meeting, organizer: tuple[str, str]) -> icalendar.Event:
    rules, spoken = ZoneInfo(meeting.zone), {"LANGUAGE": meeting.language}
    made = icalendar.Event()
    made.add("uid", line(meeting.uid))
    made.add("dtstamp", instant(meeting.changed_at))
    made.add("last-modified", instant(meeting.changed_at))
    made.add("sequence", meeting.sequence)
    for name, moment in (("dtstart", meeting.starts), ("dtend", meeting.ends)):
        local = instant(moment).astimezone(rules)
        made.add(name, local.date() if meeting.is_days else local)
    made.add("summary", line(meeting.title), parameters=spoken)
    for name, words in (("description", text(meeting.description)), ("location", line(meeting.place))):
        if words:
            made.add(name, words, parameters=spoken)
    made.add("url", address(meeting.url))
    made.add("status", meeting.standing.value)
    made.add("transp", "TRANSPARENT" if meeting.standing == Standing.CANCELLED else "OPAQUE")
    made.add("organizer", _organizer(*organizer))
    for warning in _alarms(meeting):
        made.add_component(warning)
    return made


def _organizer(office: str, email: str) -> icalendar.vCalAddress:
    made = icalendar.vCalAddress(f"mailto:{address(email)}")
    made.params["CN"] = line(office).replace('"', "'")
    return made


def _alarms(meeting: Meeting) -> Sequence[icalendar.Alarm]:
    """Nobody is warned of what does not take place."""
    if meeting.standing == Standing.CANCELLED:
        return ()
    return [alarm(meeting.title, before) for before in meeting.alarms]
