"""Counts of the invented police school: what it released to its member, what the member shows of it, and a month that
waits for the school's representative. Persons and numbers are invented."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from tejido.figures import commands
from tejido.figures.names import Audience, By
from tejido.figures.queries import publication_of
from tejido.formats.roster.values import Columns, columns
from tejido.records import commands as records
from tejido.records.names import Kind, Method
from tejido.registry.names import Role
from tejido.schools.names import Level
from tejido.training.names import Officials

from .courses_story import TITLE
from .network.events import texts
from .schools_story import MEMBER, POLICE, course_called, space_of
from .stage import Stage, Step

COHORT = texts(
    "Promociones inventadas de policía (demostración)",
    "Turmas inventadas de polícia (demonstração)",
    "Invented groups of police (demonstration)",
    "Groupes inventés de police (démonstration)",
)
# How many women and men of each department complete the course in a month; the last one has few.
EACH_MONTH = {"PY-ASU": (14, 31), "PY-10": (9, 17), "PY-11": (12, 26), "PY-7": (2, 6)}
DIVIDED = [str(by) for by in (By.INSTITUTION, By.CADRE, By.LEVEL, By.MONTH, By.SEX, By.PROVINCE)]
OF_NETWORK = [str(by) for by in (By.SEX, By.CADRE, By.LEVEL, By.MONTH, By.PROVINCE)]
OF_EVERYBODY = [str(by) for by in (By.SEX, By.MONTH)]
MINUTES, MOST_MONTHS = 1200, 4


def steps(stage: Stage) -> Iterator[Step]:
    months = over(stage.ago(8).date())
    yield Step(stage.ago(8), partial(_enter, stage, months))
    yield Step(stage.ago(7), partial(_release, stage, months[:-1]))
    yield Step(stage.ago(6), partial(_show, stage, months[0].year))
    yield Step(stage.ago(5), partial(_prepare, stage, months[-1:]))


def over(day: date) -> list[date]:
    """The last months of one year that are over on a day, at least two, as their first days."""
    last = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
    last = last if last.month > 1 else last - timedelta(days=31)
    return [date(last.year, month, 1) for month in range(max(1, last.month - MOST_MONTHS + 1), last.month + 1)]


def _enter(stage: Stage, months: Sequence[date], at: datetime) -> None:
    actor = stage.actor(MEMBER, Role.REPRESENTATIVE, POLICE)
    cohort = records.begin_cohort(
        actor=actor, space=space_of(stage, MEMBER, POLICE), course=course_called(TITLE), code="POL-1", title=COHORT,
        method=Method.BLENDED, province="PY-11", starts=months[0], ends=months[-1] + timedelta(days=27),
        minutes=MINUTES, at=at,
    )  # fmt: skip  # one act, read as one
    for place, month in enumerate(months):
        told = _completions(month, place * 1000)
        records.enter(actor=actor, cohort=cohort, columns=told, kind=Kind.HAND, at=at)


def _completions(month: date, first: int) -> Columns:
    who = [
        (sex, province)
        for province, numbers in EACH_MONTH.items()
        for sex, number in zip(("female", "male"), numbers, strict=True)
        for _person in range(number)
    ]
    size, numbers = len(who), range(first + 1, first + 1 + len(who))
    return columns(
        [f"national:{8_000_000 + number}" for number in numbers],
        [f"Agente de demostración {number:04}" for number in numbers],
        [month.replace(day=20).isoformat()] * size, institutions=[POLICE] * size, cadres=[Officials.POLICE] * size,
        levels=[Level.OPERATING] * size, sexes=[sex for sex, _province in who],
        provinces=[province for _sex, province in who],
    )  # fmt: skip  # one list


def _prepare(stage: Stage, months: Sequence[date], at: datetime) -> None:
    commands.prepare(
        actor=stage.actor(MEMBER, Role.REPRESENTATIVE, POLICE), space=space_of(stage, MEMBER, POLICE),
        since=months[0], until=months[-1], dimensions=DIVIDED, at=at,
    )  # fmt: skip  # one act, read as one


def _release(stage: Stage, months: Sequence[date], at: datetime) -> None:
    actor, space = stage.actor(MEMBER, Role.REPRESENTATIVE, POLICE), space_of(stage, MEMBER, POLICE)
    draft = commands.prepare(actor=actor, space=space, since=months[0], until=months[-1], dimensions=DIVIDED, at=at)
    commands.release_counts(actor=actor, space=space, seen=draft.digest, at=at, is_demonstration=True)


def _show(stage: Stage, year: int, at: datetime) -> None:
    """To the network with the departments and the populations; to everybody by sex and month alone."""
    member = stage.members[MEMBER]
    for audience, keep in ((Audience.NETWORK, OF_NETWORK), (Audience.PUBLIC, OF_EVERYBODY)):
        with_targets = audience == Audience.NETWORK
        row, _heaps = publication_of(member, year, audience, keep, with_targets=with_targets)
        commands.publish_counts(
            actor=stage.focal_point(MEMBER), member=member, year=year, audience=audience, keep=keep, seen=row.digest,
            with_targets=with_targets, at=at, is_demonstration=True,
        )  # fmt: skip  # one act, read as one
