"""What who plans a programme does in these tests: the seminar in Aldea, from 3 to 7 May 2027."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from cast import NOW, SECTION_A, ZONE, Cast
from tejido.curriculum.models import Revision
from tejido.seminars.models import Seminar
from tejido.seminars.tests.made import announced
from tejido.timetable import commands
from tejido.timetable.lines import session_digest
from tejido.timetable.models import Appearance, Room, Session, Speaker
from tejido.timetable.names import Kind
from tejido.timetable.rules import Plan

FIRST_DAY = 3
SEC, HOST, OTHER = "network/secretariat", "XA/focal_point", "XB/focal_point"


def clock(hour: float, day: int = FIRST_DAY) -> datetime:
    """An instant in May 2027, told by the clock of the place: 10.5 is half past ten."""
    whole, minutes = divmod(round(hour * 60), 60)
    local = datetime.combine(date(2027, 5, day), time(whole, minutes), ZoneInfo(ZONE))
    return local.astimezone(UTC)


def hours(row: Session) -> tuple[float, float]:
    """When it begins and ends on that clock."""
    row = Session.objects.get(key=row.key)
    several = [moment.astimezone(ZoneInfo(ZONE)) for moment in (row.starts_at, row.ends_at)]
    return tuple(local.hour + local.minute / 60 for local in several)  # type: ignore[return-value]  # two of them


def held(cast: Cast, revision: Revision | None = None, **fields: Any) -> Seminar:
    return announced(cast, revision, **fields)


def planned(begins: float = 9, ends: float = 10.5, day: int = FIRST_DAY, **more: Any) -> Plan:
    values = {"title": {"es": "Señales de alerta"}, "kind": Kind.SEMINAR, **more}
    return Plan(starts_at=clock(begins, day), ends_at=clock(ends, day), **values)


def plan(cast: Cast, seminar: Seminar, *times: float, by: str = SEC, pushes: bool = False, **more: Any) -> Session:
    return commands.plan_session(
        actor=cast.actor(by), seminar=seminar, plan=planned(*times, **more), pushes=pushes, at=NOW
    )


def change(cast: Cast, row: Session, *times: float, by: str = SEC, seen: str = "", **more: Any) -> Session:
    now = Session.objects.get(key=row.key)
    digest = seen or session_digest(now, list(Appearance.objects.filter(session=now)))
    return commands.change_session(actor=cast.actor(by), session=row, plan=planned(*times, **more), seen=digest, at=NOW)


def room(cast: Cast, seminar: Seminar, name: str = "Sala 1", by: str = SEC, **more: Any) -> Room:
    values = {"where": "", "seats": 30, **more}
    return commands.keep_room(actor=cast.actor(by), seminar=seminar, name=name, at=NOW, **values)


def speaker(cast: Cast, seminar: Seminar, name: str = "Ponente 1", by: str = SEC, **more: Any) -> Speaker:
    values = {"function": {"es": "Docente"}, "institution": "Casa", "bio": {}, "is_named": True, **more}
    return commands.keep_speaker(actor=cast.actor(by), seminar=seminar, name=name, at=NOW, **values)


TREATED = SECTION_A
