"""A programme as a calendar file, whole or for one group: when, where and what, nothing of what people wrote about
themselves but names that may be published."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import get_language

from tejido.formats.ics import Meeting as Entry
from tejido.formats.ics import Standing, meetings_calendar
from tejido.registry.names import Role
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.words import seminar_title
from tejido.web.languages import in_my_language

from .models import Session
from .queries import Line, Programme
from .words import group_words, languages_words, people_of, title_of


def programme_calendar(programme: Programme, removed: Sequence[Session], group: str = "") -> bytes:
    """The sessions of the programme that is given, pauses among them. `removed` are those that people may still have in
    their calendars: they are told as cancelled."""
    seminar = programme.seminar
    is_over = seminar.state == State.CANCELLED
    standing = Standing.CONFIRMED if programme.is_announced else Standing.TENTATIVE
    entries = [
        _entry(seminar, line.session, Standing.CANCELLED if is_over else standing, _about(line))
        for line in programme.lines
    ]
    entries += [_entry(seminar, row, Standing.CANCELLED, "") for row in removed]
    title = " · ".join(filter(None, (seminar_title(seminar), group_words(group))))
    organizer = (str(Role.SECRETARIAT.label), settings.DEFAULT_FROM_EMAIL)
    return meetings_calendar(entries, title, organizer=organizer, is_feed=True)


def _entry(seminar: Seminar, row: Session, standing: Standing, about: str) -> Entry:
    place = (row.room.name, row.room.where) if row.room else ()
    return Entry(
        uid=f"{row.key}@tejido",
        sequence=row.sequence,
        title=" · ".join(filter(None, (title_of(row), group_words(row.parallel)))),
        description=about,
        place=", ".join(filter(None, (*place, in_my_language(seminar.place)))),
        starts=row.starts_at,
        ends=row.ends_at,
        zone=seminar.zone,
        url=f"{settings.ORIGIN}/seminars/{seminar.key}/programme/#s-{row.key}",
        language=get_language() or "es",
        changed_at=row.changed_at or row.at,
        standing=standing,
    )


def _about(line: Line) -> str:
    """What it is about, who appears, in which languages, and the number that lists call it by."""
    row = line.session
    parts = (in_my_language(row.about), people_of(line.speakers), languages_words(row), f"{row.number}.")
    return "\n".join(filter(None, parts))
