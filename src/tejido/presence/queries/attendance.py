"""Who takes part, what was entered of them, and what stood before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from tejido.ledger.actors import Actor
from tejido.nominations.models import Nominee
from tejido.nominations.names import Kept
from tejido.nominations.queries import participants
from tejido.nominations.queries.shown import Reader, kept_back, reader_of
from tejido.registry.models import Member
from tejido.seminars.models import Seminar
from tejido.seminars.rules import may_keep_seminars
from tejido.timetable.models import Session
from tejido.timetable.names import PAUSES

from ..models import Mark, Number
from ..names import Standing, Way
from ..rules import may_enter


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as the reader may know them: `name` is empty for whoever may not read it. `number` is None before
    numbers are given. `is_unnamed`: the name stands on nothing that lies about."""

    key: str
    number: int | None
    name: str
    member: Member
    is_unnamed: bool


def sees_name(actor: Actor, nominee: Nominee) -> bool:
    """The names of participants are for whoever reads their nominations: the secretariat, and the acting seats of the
    member that nominated them. A seat of one of its institutions reads none."""
    return reader_of(actor, nominee.member.code) is Reader.OWN


def people(actor: Actor, seminar: Seminar) -> list[Person]:
    """Whom the reader meets on a list: the secretariat and the host everybody, with the names that each may read; other
    members their own participants. By number, those without one last. Two queries."""
    numbers = dict(Number.objects.filter(seminar=seminar).values_list("nominee", "number"))
    sees_all = may_enter(actor, seminar) is None or may_keep_seminars(actor) is None
    made = [
        Person(
            row.key,
            numbers.get(row.key),
            row.name if sees_name(actor, row) else "",
            row.member,
            Kept.NAME in kept_back(row),
        )
        for row in participants(seminar)
        if sees_all or sees_name(actor, row)
    ]
    return sorted(made, key=lambda person: (person.number is None, person.number or 0))


def numbers_lacking(seminar: Seminar) -> int:
    """How many participants have no number yet."""
    return participants(seminar).exclude(key__in=Number.objects.filter(seminar=seminar).values("nominee")).count()


def sessions_of(seminar: Seminar) -> list[Session]:
    """In their order, without pauses and what was taken out."""
    return [row for row in Session.objects.filter(seminar=seminar, removed_at=None) if not row.is_pause]


def session_for(seminar: Seminar, number: int) -> Session:
    """Session.DoesNotExist for a pause, and for what was taken out."""
    rows = Session.objects.select_related("seminar__host").filter(removed_at=None).exclude(kind__in=PAUSES)
    return rows.get(seminar=seminar, number=number)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session with how many were present and excused of those that take part."""

    session: Session
    present: int
    excused: int
    is_entered: bool


def session_lines(seminar: Seminar) -> list[SessionLine]:
    """Every session with its numbers; nobody is told by them. Two queries."""
    rows = Mark.objects.filter(session__seminar=seminar, ended_at=None).values_list("session", "standing")
    found: dict[str, Counter[str]] = {}
    for session, standing, count in rows.annotate(count=Count("key")).order_by():
        found.setdefault(session, Counter())[standing] += count
    return [_line(session, found.get(session.key, Counter())) for session in sessions_of(seminar)]


def _line(session: Session, counted: Mapping[str, int]) -> SessionLine:
    present, excused = counted.get(Standing.PRESENT, 0), counted.get(Standing.EXCUSED, 0)
    return SessionLine(session, present, excused, bool(counted))


def marks_of(session: Session) -> dict[str, str]:
    """What stands, by nominee."""
    return dict(Mark.objects.filter(session=session, ended_at=None).values_list("nominee", "standing"))


def ways_of(session: Session) -> dict[str, str]:
    """How what stands was entered, in words, by nominee."""
    rows = Mark.objects.filter(session=session, ended_at=None).values_list("nominee", "way")
    return {nominee: str(Way(way).label) for nominee, way in rows}


def marks_by_person(seminar: Seminar, nominees: Iterable[str] | None = None) -> dict[str, dict[str, str]]:
    """What stands in every session, by nominee and session. One query."""
    rows = Mark.objects.filter(session__seminar=seminar, session__removed_at=None, ended_at=None)
    if nominees is not None:
        rows = rows.filter(nominee__in=list(nominees))
    found: dict[str, dict[str, str]] = {}
    for nominee, session, standing in rows.values_list("nominee", "session", "standing"):
        found.setdefault(nominee, {})[session] = standing
    return found


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered of somebody, by whom and when; `ended_at` where something else stands now."""

    person: Person
    standing: Standing
    way: Way
    at: datetime
    office: str
    ended_at: datetime | None


def history_of(session: Session, several: Sequence[Person]) -> list[Entered]:
    """Everything that was corrected since it was first entered, the latest first, of the persons given. One query."""
    known = {person.key: person for person in several}
    rows = list(Mark.objects.filter(session=session, nominee__in=list(known)).order_by("-at", "-key"))
    often = Counter(row.nominee_id for row in rows)
    return [entered(known[row.nominee_id], row) for row in rows if often[row.nominee_id] > 1]


def entered(person: Person, row: Mark) -> Entered:
    return Entered(person, Standing(row.standing), Way(row.way), row.at, row.office, row.ended_at)
