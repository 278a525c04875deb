"""A seminar as a calendar file: its days, its place, and how it stands."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import translation

from tejido.formats.ics import Meeting as Entry
from tejido.formats.ics import Standing, meetings_calendar
from tejido.registry.names import Role
from tejido.web.instants import clocks
from tejido.web.languages import in_my_language

from .models import Seminar
from .names import State
from .words import cycle_title, seminar_title


def seminar_calendar(seminar: Seminar, changed_at: datetime) -> bytes:
    """For whoever may read the seminar. A calendar that takes the file in again moves it, or takes it back."""
    title = seminar_title(seminar)
    entry = Entry(
        uid=f"{seminar.key}@tejido",
        sequence=seminar.sequence,
        title=title,
        description="\n".join(filter(None, (cycle_title(seminar.cycle), in_my_language(seminar.site)))),
        place=in_my_language(seminar.place),
        starts=_midnight(seminar, seminar.since),
        ends=_midnight(seminar, seminar.until, later=1),
        zone=seminar.zone,
        url=f"{settings.ORIGIN}/seminars/{seminar.key}/",
        language=translation.get_language() or "es",
        changed_at=changed_at,
        standing=Standing.CANCELLED if seminar.state == State.CANCELLED else Standing.CONFIRMED,
        is_days=True,
    )
    return meetings_calendar([entry], title, organizer=(str(Role.SECRETARIAT.label), settings.DEFAULT_FROM_EMAIL))


def _midnight(seminar: Seminar, day: str, *, later: int = 0) -> datetime:
    """When a day, or the one so many days later, begins at the place."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=later), time.min, clocks(seminar.zone))
