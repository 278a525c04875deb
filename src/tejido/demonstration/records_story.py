"""What a registrar of the invented teachers' school of Paraguay has on the table: a list that was signed, typed in and
countersigned, another that is still to be signed, and a file with a row to mend. Every person is invented and is
called so."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from tejido.formats.roster.listing import Line
from tejido.formats.roster.suggesting import suggest
from tejido.records import commands, queries
from tejido.records.models import Cohort, PaperList
from tejido.records.names import Kind, Method
from tejido.registry.names import Role

from .network.events import texts
from .schools_story import MEMBER, TEACHERS, TEACHERS_COURSE, course_called, space_of
from .stage import Stage, Step

CODE, MINUTES = "DOC-A-03", 420
COHORT = texts(
    "Jornada inventada con listas firmadas (demostración)",
    "Jornada inventada com listas assinadas (demonstração)",
    "Invented days with signed lists (demonstration)",
    "Journées inventées avec listes signées (démonstration)",
)
SIGNED, COMING = "Sede A, inventada (demostración)", "Sede B, inventada (demostración)"
FILE = "registros-demostracion.csv"
ROWS = (
    "Apellidos y nombres;C.I.;Fecha;Resultado",
    "Docente de demostración 41;9.000.041;{day};Aprobado",
    "Docente de demostración 42;;{day};Aprobado",
    "Docente de demostración 43;9.000.043;{day};No aprobado",
)


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(14), partial(_begin, stage))
    yield Step(stage.ago(8), partial(_sign, stage))
    yield Step(stage.ago(7), partial(_countersign, stage))
    yield Step(stage.ago(3), partial(_coming, stage))
    yield Step(stage.ago(2), partial(_file, stage))


def _begin(stage: Stage, at: datetime) -> None:
    ends = stage.ago(9).date()
    commands.begin_cohort(
        actor=stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), space=space_of(stage, MEMBER, TEACHERS),
        course=course_called(TEACHERS_COURSE), code=CODE, title=COHORT, method=Method.BLENDED, province="PY-7",
        starts=ends - timedelta(days=20), ends=ends, minutes=MINUTES, at=at,
    )  # fmt: skip  # one act, read as one


def _persons(first: int, *, done: bool) -> Sequence[Line]:
    return [
        Line(number, str(9_000_000 + first + number), f"Docente de demostración {first + number}", sex=sex, done=done)
        for number, sex in enumerate(("female", "male", "female", "female", "male"), 1)
    ]


def _list(stage: Stage, name: str, lines: Sequence[Line], empty: int, at: datetime) -> PaperList:
    cohort = _cohort()
    return commands.begin_list(
        actor=stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), cohort=cohort, name=name, day=cohort.ends,
        level="teaching", lines=lines, empty=empty, at=at,
    )  # fmt: skip  # one act, read as one


def _sign(stage: Stage, at: datetime) -> None:
    sheet = _list(stage, SIGNED, _persons(30, done=True), 0, at)
    commands.enter_list(actor=stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), sheet=sheet, at=at)


def _countersign(stage: Stage, at: datetime) -> None:
    sheet = PaperList.objects.get(name=SIGNED)
    commands.countersign(actor=stage.actor(MEMBER, Role.REPRESENTATIVE, TEACHERS), sheet=sheet, at=at)


def _coming(stage: Stage, at: datetime) -> None:
    _list(stage, COMING, _persons(35, done=False), 3, at)


def _file(stage: Stage, at: datetime) -> None:
    """A file of the school's system that was mapped and checked, and waits."""
    actor, cohort = stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), _cohort()
    raw = "\r\n".join(ROWS).format(day=cohort.ends.isoformat()).encode()
    batch = commands.give(
        actor=actor, space=cohort.space, cohort=cohort, pieces=[raw], name=FILE, kind=Kind.FILE, at=at
    )
    header, rows = queries.head_of(actor, batch)
    commands.check(actor=actor, batch=batch, mapping=suggest(header, rows).mapping)
    commands.run_due(at=at)


def _cohort() -> Cohort:
    return Cohort.objects.select_related("space__member", "space__institution", "course").get(code=CODE)
