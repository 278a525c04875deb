"""A programme begun at once: from the structure of the seminar, from the programme of another one, a day from a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from tejido.curriculum.queries import document_of
from tejido.engine.programme import Outlined, outlined
from tejido.formats.markdown import plain
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar
from tejido.web.instants import clocks

from .. import rules
from ..models import Appearance, Session
from ..names import Act, Kind
from ..queries import Line, passages_taught, programme_of
from ..rules import Plan
from .acting import instant_from, lock
from .sessions import create, next_number

_TITLE = 200  # signs of a title


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When the first session of a day begins, how long one lasts that does not say, and the pause between two."""

    begins: time
    minutes: int
    pause: int


@transaction.atomic
def make_programme(*, actor: Actor, seminar: Seminar, rhythm: Rhythm, at: datetime) -> list[Session]:
    """The sessions that the structure of the seminar speaks of, day by day, as a draft to go on with. Each keeps the
    passage of the structure that it was made from."""
    seminar = lock(actor, seminar)
    first, last = rules.days_of(seminar)
    days = (last - first).days + 1
    found = outlined(document_of(seminar.structure), max(days, 0)) if seminar.structure else ()
    several = {each.day for each in found}
    ask(rules.may_make(sessions=len(found), days=len(several), has=days, is_empty=_is_empty(seminar)))
    numbers = {day: n for n, day in enumerate(sorted(several))}
    made: list[Session] = []
    clock = _Clock(seminar, first, rhythm)
    for each in found:
        plan = clock.plan(each, numbers[each.day])
        ask(rules.is_within(seminar, plan.starts_at, plan.ends_at))
        made.append(create(actor, seminar, plan, len(made) + 1, at, each.passage))
    _record(actor, Act.PROGRAMME_MADE, seminar, made, at, {"structure": str(seminar.structure_id)})
    return made


class _Clock:
    """The times of sessions one after the other, on the clocks of the place."""

    def __init__(self, seminar: Seminar, first: date, rhythm: Rhythm) -> None:
        self.seminar, self.first, self.rhythm = seminar, first, rhythm
        self.next: dict[int, datetime] = {}

    def plan(self, each: Outlined, day: int) -> Plan:
        begin = datetime.combine(self.first + timedelta(days=day), self.rhythm.begins)
        local = self.next.get(day, begin)
        ends = local + timedelta(minutes=each.minutes or self.rhythm.minutes)
        self.next[day] = ends + timedelta(minutes=self.rhythm.pause)
        zone, languages = self.seminar.zone, self.seminar.languages
        return Plan(
            title={tag: plain(words)[:_TITLE] for tag, words in each.words.items()},
            kind=Kind.SEMINAR,
            starts_at=instant_from(local, zone),
            ends_at=instant_from(ends, zone),
            floor=languages[:1],
            into=languages[1:],
        )


@transaction.atomic
def copy_programme(*, actor: Actor, seminar: Seminar, source: Seminar, at: datetime) -> list[Session]:
    """The sessions of another seminar on the days of this one, at the same hours of its own clocks. Rooms and speakers
    are left behind; of what they treat, what this seminar teaches is kept."""
    seminar = lock(actor, seminar)
    lines = programme_of(source).lines
    ask(rules.may_copy(sessions=len(lines), is_itself=source.key == seminar.key, is_empty=_is_empty(seminar)))
    by, known = rules.days_of(seminar)[0] - rules.days_of(source)[0], passages_taught(seminar)

    def shifted(moment: datetime) -> datetime:
        return instant_from(_local(source, moment) + by, seminar.zone)

    made = [
        create(actor, seminar, _copied(seminar, line, shifted, known), number, at, line.session.follows)
        for number, line in enumerate(lines, 1)
    ]
    _record(actor, Act.PROGRAMME_COPIED, seminar, made, at, {"source": source.key})
    return made


def _copied(seminar: Seminar, line: Line, shifted: Callable[[datetime], datetime], known: frozenset[str]) -> Plan:
    row = line.session
    plan = _same(row, shifted, treats=[id for id in row.treats if id in known])
    ask(rules.is_within(seminar, plan.starts_at, plan.ends_at))
    return plan


def _same(
    row: Session, shifted: Callable[[datetime], datetime], *, treats: Sequence[str], room: str = "",
    speakers: Sequence[Appearance] = (),
) -> Plan:  # fmt: skip  # one row, read as one
    return Plan(
        title=row.title,
        about=row.about,
        kind=row.kind,
        starts_at=shifted(row.starts_at),
        ends_at=shifted(row.ends_at),
        parallel=row.parallel,
        room=room,
        speakers=[(each.speaker_id, each.part) for each in speakers],
        floor=row.floor,
        into=row.into,
        treats=treats,
        is_counted=row.is_counted,
    )


@transaction.atomic
def copy_day(*, actor: Actor, seminar: Seminar, day: date, to: date, at: datetime) -> list[Session]:
    """The sessions of a day once more on another one, at the same hours, with their rooms and speakers."""
    seminar = lock(actor, seminar)
    lines = dict(programme_of(seminar).days).get(day, [])
    ask(rules.may_copy_day(sessions=len(lines), is_same=day == to))

    def shifted(moment: datetime) -> datetime:
        return instant_from(_local(seminar, moment) + (to - day), seminar.zone)

    number = next_number(seminar)
    made: list[Session] = []
    for line in lines:
        row = line.session
        plan = _same(row, shifted, treats=row.treats, room=row.room_id or "", speakers=line.speakers)
        ask(rules.is_within(seminar, plan.starts_at, plan.ends_at))
        made.append(create(actor, seminar, plan, number + len(made), at))
    _record(actor, Act.DAY_COPIED, seminar, made, at, {"day": day.isoformat(), "to": to.isoformat()})
    return made


def _local(seminar: Seminar, moment: datetime) -> datetime:
    """What the clocks of the place show then, without the zone."""
    return moment.astimezone(clocks(seminar.zone)).replace(tzinfo=None)


def _is_empty(seminar: Seminar) -> bool:
    """Numbers are never given twice, so a programme is made at once only where there never was a session."""
    return not Session.objects.filter(seminar=seminar).exists()


def _record(
    actor: Actor, act: Act, seminar: Seminar, made: Sequence[Session], at: datetime, facts: Mapping[str, str]
) -> None:
    several = {"sessions": [row.number for row in made], **facts}
    record(actor=actor, act=act, tree="network", kind="programme", object=seminar.key, at=at, facts=several)
