"""Meetings as calendar files: one that a person takes, and the feed of a seat that calendars fetch by themselves.

A feed leaves the house unasked and lies with whoever serves the calendar. It tells when, where and under which title,
and not what is on the agenda, nor the address of a video room.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from tejido.deliberation.calendars import ALARMS as BEFORE_DEADLINES
from tejido.formats.ics import Event, Standing, meetings_calendar
from tejido.formats.ics import Meeting as Entry
from tejido.registry.names import Role
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from .models import Item, Meeting
from .names import State
from .queries.feeds import SeatCalendar, Version
from .words import title_of

ALARMS = (timedelta(days=7), timedelta(days=1), timedelta(minutes=30))
_STANDING = {State.CANCELLED: Standing.CANCELLED, State.POSTPONED: Standing.TENTATIVE}


def meeting_calendar(meeting: Meeting, items: Sequence[Item], version: Version) -> bytes:
    """One meeting with its agenda, for who reads it from inside."""
    parts = [_body(meeting), *(f"{number}. {in_my_language(item.title)}" for number, item in enumerate(items, 1))]
    place = ", ".join(filter(None, (meeting.place, meeting.room_url)))
    entry = _entry(meeting, version, description="\n".join(parts), place=place)
    return meetings_calendar([entry], title_of(meeting), organizer=_organizer(meeting))


def feed_calendar(found: SeatCalendar, title: str) -> bytes:
    """All that a seat may know of meetings and deadlines, by title, time and place."""
    entries = [_entry(row, found.versions[row.key], description=_body(row), place=row.place) for row in found.meetings]
    opened = [context.round.opened_at for context in found.rounds]
    opened += [state.procedure.opened_at for state in found.procedures]
    return meetings_calendar(
        entries,
        title,
        organizer=(str(Role.SECRETARIAT.label), settings.DEFAULT_FROM_EMAIL),
        deadlines=_deadlines(found),
        made_at=max(opened, default=None),
        is_feed=True,
    )


def _entry(meeting: Meeting, version: Version, *, description: str, place: str) -> Entry:
    return Entry(
        uid=f"{meeting.key}@tejido",
        sequence=version.number,
        title=title_of(meeting),
        description=description,
        place=place,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        zone=meeting.zone,
        url=f"{settings.ORIGIN}/meetings/{meeting.key}/",
        language=translation.get_language() or "es",
        changed_at=version.at,
        standing=_STANDING.get(State(meeting.state), Standing.CONFIRMED),
        alarms=ALARMS,
    )


def _body(meeting: Meeting) -> str:
    """Whose meeting it is, how it stands, and when in words, with the clock that rules."""
    return "\n".join(
        (in_my_language(meeting.body.name), str(State(meeting.state).label), in_zone(meeting.starts_at, meeting.zone))
    )


def _organizer(meeting: Meeting) -> tuple[str, str]:
    """The office that convenes. Answers are given on the platform, so the address is the one that mails come from."""
    serving = Role.SECRETARIAT if meeting.body.member is None else Role.FOCAL_POINT
    return str(serving.label), settings.DEFAULT_FROM_EMAIL


def _deadlines(found: SeatCalendar) -> list[Event]:
    """Of rounds and silences, as far as they run."""
    events = []
    for context in found.rounds:
        row, title = context.round, in_my_language(context.text.title)
        summary = _("Position due: %(title)s (round %(number)s)") % {"title": title, "number": row.number}
        events.append(_deadline(f"{row.key}-positions", summary, context.deadline, row.zone, f"/rounds/{row.key}/"))
    for state in found.procedures:
        summary = _("Silence ends: %(title)s") % {"title": in_my_language(state.text.title)}
        key, zone = state.procedure.key, state.procedure.zone
        if state.deadline is not None:
            events.append(_deadline(key, summary, state.deadline, zone, f"/procedures/{key}/"))
    return events


def _deadline(key: str, summary: str, at: datetime, zone: str, path: str) -> Event:
    return Event(f"{key}@tejido", summary, in_zone(at, zone), at, zone, f"{settings.ORIGIN}{path}", BEFORE_DEADLINES)
