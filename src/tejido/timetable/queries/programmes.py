"""The sessions of a seminar with their rooms and speakers. What they cost does not grow with how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tejido.engine.programme import Clash, Told, clashes
from tejido.ledger.actors import Actor
from tejido.seminars.models import Seminar
from tejido.seminars.queries import seminar_for
from tejido.web.instants import clocks

from ..lines import slot_of, told_of
from ..models import Announcement, Appearance, Material, Room, Session, Speaker
from ..rules import may_read, prepares
from .materials import materials_of


@dataclass(frozen=True, slots=True)
class Line:
    """A session with those who appear in it, in their order."""

    session: Session
    speakers: tuple[Appearance, ...]
    materials: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """The sessions of a seminar in the order of time. `is_inside`: the reader prepares it."""

    seminar: Seminar
    lines: tuple[Line, ...]
    is_announced: bool
    is_inside: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """The letters of the parallel groups."""
        return tuple(sorted({line.session.parallel for line in self.lines} - {""}))

    @property
    def days(self) -> list[tuple[date, list[Line]]]:
        """The sessions by the day on the clocks of the place."""
        zone = clocks(self.seminar.zone)
        several = groupby(self.lines, lambda line: line.session.starts_at.astimezone(zone).date())
        return [(day, list(lines)) for day, lines in several]

    @property
    def told(self) -> tuple[Told, ...]:
        """The programme as people are told of it."""
        return told_of(((line.session, line.speakers) for line in self.lines), self.seminar.zone)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        return clashes([slot_of(line.session, line.speakers) for line in self.lines])

    def of_group(self, group: str) -> "Programme":
        """What concerns a group: its own sessions, and those for everybody."""
        kept = tuple(line for line in self.lines if line.session.parallel in {"", group})
        return Programme(self.seminar, kept, self.is_announced, self.is_inside)


def is_announced(seminar: Seminar) -> bool:
    return Announcement.objects.filter(seminar=seminar).exists()


def programme_for(actor: Actor, key: str) -> Programme:
    """The programme as far as the actor may read it: without a session where it was not announced yet.
    Seminar.DoesNotExist for who may not know of the seminar."""
    seminar = seminar_for(actor, key)
    is_told, is_inside = is_announced(seminar), prepares(actor, seminar)
    if not may_read(actor, seminar, is_announced=is_told):
        return Programme(seminar, (), is_told)
    return programme_of(seminar, is_inside=is_inside)


def must_read(actor: Actor, seminar: Seminar) -> None:
    """Seminar.DoesNotExist for who may not read the programme yet."""
    if not may_read(actor, seminar, is_announced=is_announced(seminar)):
        raise Seminar.DoesNotExist


def programme_of(seminar: Seminar, *, is_inside: bool = False) -> Programme:
    """The whole programme. The caller may read it."""
    appearing, materials = appearances_of(seminar), materials_of(seminar)
    lines = tuple(Line(row, appearing.get(row.key, ()), materials.get(row.key, ())) for row in sessions_of(seminar))
    return Programme(seminar, lines, is_announced(seminar), is_inside)


def sessions_of(seminar: Seminar) -> list[Session]:
    """The sessions in the order of time, without those taken out."""
    return list(Session.objects.select_related("room").filter(seminar=seminar, removed_at=None))


def session_for(seminar: Seminar, key: str) -> Session:
    """Session.DoesNotExist for one of another seminar, and for one that was taken out."""
    return Session.objects.select_related("room").get(seminar=seminar, key=key, removed_at=None)


def line_for(seminar: Seminar, key: str) -> Line:
    row = session_for(seminar, key)
    speakers = Appearance.objects.select_related("speaker").filter(session=row)
    return Line(row, tuple(speakers), materials_of(seminar).get(row.key, ()))


def appearances_of(seminar: Seminar) -> Mapping[str, tuple[Appearance, ...]]:
    """Who appears, by the key of the session."""
    found: dict[str, list[Appearance]] = {}
    for row in Appearance.objects.select_related("speaker").filter(session__seminar=seminar):
        found.setdefault(row.session_id, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def rooms_of(seminar: Seminar) -> list[Room]:
    return list(Room.objects.filter(seminar=seminar, removed_at=None))


def room_for(seminar: Seminar, key: str) -> Room:
    return Room.objects.get(seminar=seminar, key=key, removed_at=None)


def speakers_of(seminar: Seminar) -> list[Speaker]:
    return list(Speaker.objects.filter(seminar=seminar, removed_at=None))


def speaker_for(seminar: Seminar, key: str) -> Speaker:
    return Speaker.objects.get(seminar=seminar, key=key, removed_at=None)
