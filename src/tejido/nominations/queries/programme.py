"""The programme as participants read it."""

from tejido.seminars.models import Seminar
from tejido.timetable.models import Announcement
from tejido.timetable.queries import Programme, announcement_for, is_announced, programme_of

from ..models import Nominee
from ..names import HOLDING, Standing


def programme_for_participants(seminar: Seminar) -> Programme:
    """Once it is announced. Before that it has no session."""
    return programme_of(seminar) if is_announced(seminar) else Programme(seminar, (), False)


def announcement_with(seminar: str, number: int) -> Announcement:
    """What was told of the programme of a seminar, by its number."""
    row = Seminar.objects.select_related("cycle").get(key=seminar)
    return announcement_for(row, number)


def participants_with_call(seminar: str) -> list[Nominee]:
    """Who takes part, for letters."""
    rows = Nominee.objects.filter(call__seminar=seminar, standing=Standing.CONFIRMED, erased_at=None)
    return list(rows.select_related("call__seminar__cycle"))


def with_places(seminar: str) -> list[Nominee]:
    """Who was given a place and has not given it up, for letters."""
    rows = Nominee.objects.filter(call__seminar=seminar, standing__in=HOLDING, erased_at=None)
    return list(rows.select_related("call__seminar__cycle"))
