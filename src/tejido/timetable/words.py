"""Sessions, their times and their people, in words."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tejido.engine.programme import Change, Changing, Clash, Clashing, Told, has_other_clocks
from tejido.web.instants import clocks, zone_words
from tejido.web.languages import in_my_language, name_in_mine

from .models import Announcement, Appearance, Session, Speaker
from .names import Kind
from .queries import Line, Programme, announced_changes


def title_of(session: Session) -> str:
    """As the programme calls it; a pause without a name is called by what it is."""
    return in_my_language(session.title) or str(session.get_kind_display())


def clock(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(clocks(zone)):%H:%M}"


def time_of(session: Session, zone: str) -> str:
    """From when to when on the clocks of the place: "09:00–10:30"."""
    return f"{clock(session.starts_at, zone)}–{clock(session.ends_at, zone)}"


def day_words(day: date) -> str:
    """As a programme heads it: "Monday, May 3, 2027"."""
    return capfirst(_day_said(day))


def _day_said(day: date) -> str:
    return pgettext("a day", "%(weekday)s, %(day)s") % {
        "weekday": date_format(day, "l"),
        "day": date_format(day, "DATE_FORMAT"),
    }


def speaker_words(speaker: Speaker) -> str:
    """The name, function and institution as far as they may be published; for who asked not to be, the function."""
    parts = (speaker.public_name, in_my_language(speaker.function), speaker.public_institution)
    return ", ".join(filter(None, parts))


def short_name(speaker: Speaker) -> str:
    return speaker.public_name or in_my_language(speaker.function)


def people_of(speakers: Iterable[Appearance]) -> str:
    return "; ".join(short_name(each.speaker) for each in speakers)


def group_words(group: str) -> str:
    return _("Group %(letter)s") % {"letter": group} if group else ""


def languages_words(session: Session) -> str:
    """What is spoken, and into what it is interpreted: "Spanish; interpreted into English, French"."""
    spoken = ", ".join(name_in_mine(tag) for tag in session.floor)
    if not session.into:
        return spoken
    into = _("interpreted into %(languages)s") % {"languages": ", ".join(name_in_mine(tag) for tag in session.into)}
    return "; ".join(filter(None, (spoken, into)))


def clash_words(programme: Programme, clash: Clash) -> str:
    """What cannot be at once, and why."""
    lines = {line.session.key: line for line in programme.lines}
    first, second = lines[clash.first], lines[clash.second]
    names = {"first": _named(first), "second": _named(second), "what": _what(clash, first)}
    return _clashing(clash) % names


def _clashing(clash: Clash) -> str:
    match clash.kind:
        case Clashing.ROOM:
            return _("%(what)s is given twice: to %(first)s and to %(second)s.")
        case Clashing.SPEAKER:
            return _("%(what)s would be in two places: in %(first)s and in %(second)s.")
        case Clashing.INTERPRETATION:
            return _("Into %(what)s is interpreted twice at once, in %(first)s and in %(second)s: by two teams?")
    if clash.what:
        return _("Group %(what)s would be in two places: in %(first)s and in %(second)s.")
    return _("Some people would be in two places: in %(first)s and in %(second)s.")


def _named(line: Line) -> str:
    return _("“%(title)s” (number %(number)s)") % {"title": title_of(line.session), "number": line.session.number}


def _what(clash: Clash, line: Line) -> str:
    match clash.kind:
        case Clashing.ROOM:
            return line.session.room.name if line.session.room else ""
        case Clashing.SPEAKER:
            return next(each.speaker.name for each in line.speakers if each.speaker_id == clash.what)
        case Clashing.INTERPRETATION:
            return name_in_mine(clash.what)
    return clash.what


## What changed


def changes_told(announcement: Announcement, group: str | None = None) -> list[str]:
    """What an announcement told, a sentence a session, in the language that is on; with a group only what concerns
    it. Nothing for the first announcement."""
    zone = announcement.seminar.zone
    found = announced_changes(announcement)
    return [change_words(change, zone) for change in found if group is None or change.groups & {"", group}]


def change_words(change: Change, zone: str) -> str:
    """One session that is not as it was told."""
    told = change.session
    name = in_my_language(told.titles) or str(Kind(told.kind).label)
    values = {"title": name, "number": told.number, "when": _when(told, zone)}
    if change.before is None:
        return _("New: “%(title)s” (number %(number)s), %(when)s.") % values
    if change.after is None:
        return _("Cancelled: “%(title)s” (number %(number)s), %(when)s.") % values
    differing = "; ".join(_differing(kind, change.before, change.after, zone) for kind in change.kinds)
    return _("“%(title)s” (number %(number)s): %(what)s.") % {**values, "what": differing}


def _differing(kind: Changing, before: Told, after: Told, zone: str) -> str:
    match kind:
        case Changing.MOVED:
            is_told = has_other_clocks(before, after)
            now, then = (_when(told, zone, is_zone_told=is_told) for told in (after, before))
            return _("now %(now)s, not %(then)s") % {"now": now, "then": then}
        case Changing.ROOM:
            then, now = before.room or "—", after.room or "—"
            return _("room %(now)s, not %(then)s") % {"now": now, "then": then}
        case Changing.GROUP:
            return _("for %(now)s") % {"now": group_words(after.group) or _("everybody")}
        case Changing.WORDS:
            return _("another title or kind")
    return _("other speakers")


def _when(told: Told, zone: str, *, is_zone_told: bool = False) -> str:
    """The day, and from when to when, on the clocks that it was told by; `zone` where it was not kept which."""
    place = clocks(told.zone or zone)
    first, last = (datetime.fromisoformat(moment).astimezone(place) for moment in (told.starts, told.ends))
    words = f"{_day_said(first)}, {first:%H:%M}–{last:%H:%M}"
    return f"{words} ({zone_words(first)})" if is_zone_told else words


def changing_words(kind: Changing) -> str:
    """A badge beside a session."""
    words = {
        Changing.ADDED: pgettext("session", "new"),
        Changing.CANCELLED: pgettext("session", "cancelled"),
        Changing.MOVED: pgettext("session", "new time"),
        Changing.ROOM: pgettext("session", "new room"),
        Changing.GROUP: pgettext("session", "other group"),
        Changing.PEOPLE: pgettext("session", "other speakers"),
    }
    return words.get(kind, pgettext("session", "changed"))
