"""The seminars of the past as their sources tell them, and an invented cycle: its first part was held lately, the
second is some months ahead. `first_part` and `second_part` lead the other chapters to them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from tejido.ledger.actors import CONSOLE
from tejido.registry.models import Event
from tejido.registry.names import EventKind
from tejido.seminars import commands
from tejido.seminars.models import Cycle, Seminar, Task
from tejido.seminars.names import Taught
from tejido.seminars.queries import offers_for
from tejido.seminars.rules import Outline, Plan

from .network.events import texts
from .seminars_work import COSTS, DUTIES
from .sources import in_languages
from .stage import ZONE, Stage, Step
from .versions_story import CURRICULUM

FIRST, SECOND = 40, -110  # days ago
SERIES = texts(
    "Seminario Raphael Lemkin, edición latinoamericana",
    "Seminário Raphael Lemkin, edição latino-americana",
    "Raphael Lemkin Seminar, Latin American edition",
    "Séminaire Raphael Lemkin, édition latino-américaine",
)
# By cycle, the first day of each part. Of the second part of the third cycle nothing was verified: it is not here.
PAST = ((1, ("2013-06", "2014-06")), (2, ("2014-10-12", "2015-05-25")), (3, ("2016-02-14",)))
CYCLE = texts(
    "Ciclo de demostración (inventado)",
    "Ciclo de demonstração (inventado)",
    "Demonstration cycle (invented)",
    "Cycle de démonstration (inventé)",
)
PARTS = (
    texts(
        "Primera parte (demostración)",
        "Primeira parte (demonstração)",
        "First part (demonstration)",
        "Première partie (démonstration)",
    ),
    texts(
        "Segunda parte (demostración)",
        "Segunda parte (demonstração)",
        "Second part (demonstration)",
        "Deuxième partie (démonstration)",
    ),
)
PLACE = texts(
    "Sede inventada para la demostración",
    "Sede inventada para a demonstração",
    "A place invented for the demonstration",
    "Un lieu inventé pour la démonstration",
)
SITE = texts(
    "Casa de la Memoria (inventada)",
    "Casa da Memória (inventada)",
    "House of Memory (invented)",
    "Maison de la Mémoire (inventée)",
)
STRUCTURE = "Estructura del seminario (demostración)"
ANNOUNCED = "Se anuncia el seminario. Demostración: el seminario es inventado."
CHANGED = "La sede pide comenzar un día después. (Motivo inventado.)"


def first_part(stage: Stage) -> Seminar:
    """The part that was held lately."""
    return _part(stage, 1)


def second_part(stage: Stage) -> Seminar:
    """The part that is announced."""
    return _part(stage, 2)


def _part(stage: Stage, number: int) -> Seminar:
    found = Seminar.objects.select_related("cycle__text", "cycle__structure", "host", "revision__text")
    return found.get(cycle__is_demonstration=True, part=number, cycle__text=stage.texts[CURRICULUM])


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(318), _enter_past)
    yield Step(stage.ago(186), partial(_keep_checklist, stage))
    yield Step(stage.ago(185), partial(_begin, stage))
    yield Step(stage.ago(184), partial(_prepare, stage, 1))
    yield Step(stage.ago(150), partial(_announce, stage, 1))
    yield Step(stage.ago(95), partial(_change, stage))
    yield Step(stage.ago(FIRST - 5), partial(_close, stage))
    yield Step(stage.ago(21), partial(_prepare, stage, 2))
    yield Step(stage.ago(12), partial(_announce, stage, 2))
    yield Step(stage.ago(11), partial(_show, stage))
    for days in (30, 10):
        yield Step(stage.ago(days), partial(_do, stage))


def first_day(stage: Stage, days: float) -> date:
    """The Monday on or after a day so many days ago."""
    meant = (stage.now - timedelta(days=days)).astimezone(ZoneInfo(ZONE)).date()
    return meant + timedelta(days=-meant.weekday() % 7)


def _enter_past(at: datetime) -> None:
    for number, parts in PAST:
        cycle = commands.begin_cycle(actor=CONSOLE, outline=Outline(number, SERIES, None, None), at=at)
        for part, since in enumerate(parts, 1):
            event = Event.objects.get(kind=EventKind.SEMINAR, since=since)
            commands.enter_past_seminar(actor=CONSOLE, cycle=cycle, event=event, part=part, at=at)


def _begin(stage: Stage, at: datetime) -> None:
    """The cycle teaches the curriculum of the demonstration; its structure is a text of its own."""
    outline = Outline(None, CYCLE, stage.texts[CURRICULUM], None)
    cycle = commands.begin_cycle(actor=stage.secretariat, outline=outline, at=at, is_demonstration=True)
    documents = in_languages("seminar_structure", ("es", "pt", "en", "fr"))
    commands.begin_structure(actor=stage.secretariat, cycle=cycle, title=STRUCTURE, documents=documents, at=at)


def _plan(stage: Stage, part: int, since: date) -> Plan:
    host, institution = ("BR", "MRE") if part == 1 else ("PY", "MRE")
    return Plan(
        part=part,
        title=PARTS[part - 1],
        host=stage.members[host],
        institution=stage.institutions[host, institution],
        place=PLACE,
        site=SITE,
        since=since.isoformat(),
        until=(since + timedelta(days=4)).isoformat(),
        zone=ZONE,
        languages=("es", "pt"),
        capacity=24,
    )


def _prepare(stage: Stage, part: int, at: datetime) -> None:
    cycle = Cycle.objects.select_related("text", "structure").get(is_demonstration=True)
    since = first_day(stage, FIRST if part == 1 else SECOND)
    early = since - timedelta(days=1) if part == 1 else since
    made = commands.prepare_seminar(actor=stage.secretariat, cycle=cycle, plan=_plan(stage, part, early), at=at)
    editions = [offer for offer in offers_for(cycle.text, made.revision) if offer.edition]
    if part == 1 and editions:
        commands.take_revision(
            actor=stage.secretariat, seminar=made, which=Taught.TEXT, revision=editions[0].revision, at=at
        )

    for money in COSTS[part]:
        commands.enter_line(actor=stage.secretariat, seminar=made, money=money, at=at)


def _keep_checklist(stage: Stage, at: datetime) -> None:
    for duty in DUTIES:
        commands.add_template_task(actor=stage.secretariat, duty=duty, at=at)


def _do(stage: Stage, at: datetime) -> None:
    """What was due by now is done."""
    for task in Task.objects.filter(done_at=None).select_related("seminar__cycle", "seminar__host"):
        if task.due <= at.date():
            commands.do_task(actor=stage.secretariat, task=task, note="", at=at)


def _announce(stage: Stage, part: int, at: datetime) -> None:
    commands.announce_seminar(
        actor=stage.secretariat, seminar=_part(stage, part), words=ANNOUNCED, language="es", at=at
    )


def _change(stage: Stage, at: datetime) -> None:
    plan = _plan(stage, 1, first_day(stage, FIRST))
    commands.change_seminar(
        actor=stage.secretariat, seminar=first_part(stage), plan=plan, reason=CHANGED, language="es", at=at
    )


def _close(stage: Stage, at: datetime) -> None:
    commands.close_seminar(actor=stage.secretariat, seminar=first_part(stage), at=at)


def _show(stage: Stage, at: datetime) -> None:
    """Everybody reads when and where the second part is."""
    commands.release_seminar(actor=stage.secretariat, seminar=second_part(stage), at=at)
