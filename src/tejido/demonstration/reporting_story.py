"""Report once in the demonstration: a file with invented recommendations, one report, told once. All is invented: no
State, body or committee said or did any of this, and no document has these symbols."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from tejido.formats.sheet import Sheet, read, write_csv
from tejido.mechanisms.commands.writing import File
from tejido.programmes.models import Initiative
from tejido.reporting import commands
from tejido.reporting.models import Intake, Recommendation, Selection
from tejido.reporting.names import Destination, Duty, Mechanism, Status
from tejido.reporting.queries.intakes import plan_of
from tejido.reporting.queries.standing import assessment_digest, charges_digest
from tejido.reporting.queries.tables import Wish, build, chosen_for
from tejido.reporting.sheets import sheet_of
from tejido.reporting.terms import BUILT_IN

from .stage import Stage, Step

MEMBER = "PY"
HEADER = ("Fecha", "Párrafo", "Recomendación", "Símbolo", "Temas", "Posición", "Metas ODS", "Institución responsable")
SYMBOL = "DEMO/RPU/PY/1"
COMMITTEE = "DEMO/COM/PY/1"
ROWS = (
    ("15/03/2025", "7.1", "Incorporar la prevención a la formación policial.", SYMBOL, "Formación", "Apoyada",
     "16.1; 16.6", "INT"),
    ("15/03/2025", "7.2", "Establecer un canal de alerta temprana con los municipios.", SYMBOL, "Alerta temprana",
     "Apoyada", "16.1", "MRE"),
    ("15/03/2025", "7.3", "Publicar datos desagregados sobre delitos motivados por el odio.", SYMBOL,
     "Discurso de odio", "Se toma nota", "16.3", ""),
    ("15/03/2025", "7.4", "Enseñar la historia reciente en las escuelas.", SYMBOL, "Educación", "Apoyada", "4.7", ""),
    ("2024-11", "21", "Dar al Mecanismo Nacional recursos propios.", COMMITTEE, "Instituciones", "", "16.6", ""),
    ("2024-11", "22", "Consultar a los pueblos indígenas sobre las medidas que los afectan.", COMMITTEE,
     "Pueblos indígenas", "", "10.2", ""),
    ("2024-11", "23", "Capacitar a fiscales y jueces en crímenes atroces.", COMMITTEE, "Justicia", "", "16.3", ""),
    ("2024-11", "24", "Informar cada año sobre lo hecho.", COMMITTEE, "Seguimiento", "", "", ""),
)  # fmt: skip  # a table
TABLE = BUILT_IN["review"]
BROUGHT, WORKED, TOLD = 34, 30, 12  # days ago


@dataclass(slots=True)
class Made:
    """What later acts refer to."""

    intake: Intake | None = None
    selection: Selection | None = None


def steps(stage: Stage) -> Iterator[Step]:
    """The file comes in, an initiative is linked, a report is saved and told."""
    made = Made()
    yield Step(stage.ago(BROUGHT), partial(_bring, stage, made))
    yield Step(stage.ago(WORKED), partial(_work, stage))
    yield Step(stage.ago(TOLD, 5), partial(_save, stage, made))
    yield Step(stage.ago(TOLD, 30), partial(_tell, stage, made))
    yield Step(stage.ago(TOLD - 1, 30), partial(_go_on, stage))


def _bring(stage: Stage, made: Made, at: datetime) -> None:
    """Every text says that it is a demonstration."""
    rows = tuple(
        (*row[:2], f"{row[2]} (Demostración: texto inventado.)", *row[3:], "EPU" if row[3] == SYMBOL else "Comité")
        for row in ROWS
    )
    raw = write_csv(Sheet("", (*HEADER, "Mecanismo"), rows))
    actor = stage.focal_point(MEMBER)
    intake = commands.hand_in(
        actor=actor, member=stage.members[MEMBER], name="recomendaciones-inventadas.csv", raw=raw, sheets=read(raw),
        language="es", mechanism=Mechanism.UPR, at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    commands.confirm(actor=actor, intake=intake, seen=plan_of(intake).digest, at=at)
    made.intake = intake


def _found(paragraph: str) -> Recommendation:
    rows = Recommendation.objects.filter(member__code=MEMBER, is_demonstration=True)
    return rows.select_related("member").get(paragraph=paragraph)


def _initiative(code: str) -> str:
    return Initiative.objects.get(member__code=MEMBER, code=code).key


def _work(stage: Stage, at: datetime) -> None:
    actor, police = stage.focal_point(MEMBER), _found("7.1")
    commands.link_initiatives(
        actor=actor, recommendations=[police], initiatives=[_initiative("PY-01")], at=at,
        note="El módulo entró en el plan de estudios (demostración).",
    )  # fmt: skip  # one act, read as one
    commands.assess_recommendation(
        actor=actor, recommendation=police, status=Status.UNDER_WAY, cluster="Formación",
        assessment={"es": "Avanza según lo previsto. Todo es inventado."}, seen=assessment_digest(police), at=at,
    )  # fmt: skip  # one act, read as one
    justice = stage.institutions[MEMBER, "JUS"].key
    other = _found("23")
    commands.set_charges(
        actor=actor, recommendation=other, charges={justice: Duty.PRINCIPAL}, seen=charges_digest(other), at=at
    )


def _save(stage: Stage, made: Made, at: datetime) -> None:
    made.selection = commands.save_selection(
        actor=stage.focal_point(MEMBER), member=stage.members[MEMBER], name="Seguimiento del examen (demostración)",
        destination=Destination.UPR, languages=["es", "en"], template=TABLE.code,
        wanted={"scope": "filtered", "mechanism": str(Mechanism.UPR)}, due=(stage.now + timedelta(days=25)).date(),
        at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one


def _tell(stage: Stage, made: Made, at: datetime) -> None:
    """A table as it stood."""
    selection, actor = made.selection, stage.focal_point(MEMBER)
    assert selection is not None  # noqa: S101  # it was saved before
    wish = Wish(TABLE.rows, TABLE.columns, "es")
    built = build(actor, wish, chosen_for(actor, selection).of(TABLE.rows))
    file = File("seguimiento-demostracion.csv", "text/csv", write_csv(sheet_of(built, "demo")))
    commands.tell(
        actor=actor, selection=selection, table=TABLE, language="es", format="csv", file=file, seen=built.digest,
        told_on=at.date(), today=at.date(), at=at, recipient="Oficina inventada (demostración)",
    )  # fmt: skip  # one act, read as one


def _go_on(stage: Stage, at: datetime) -> None:
    """The work goes on, so that the page shows what is otherwise since."""
    actor = stage.focal_point(MEMBER)
    commands.link_initiatives(actor=actor, recommendations=[_found("7.2")], initiatives=[_initiative("PY-02")], at=at)
