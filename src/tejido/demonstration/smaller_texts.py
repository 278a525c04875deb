"""Two short texts before the network: working rules under a broken silence, and an agenda for a meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tejido.deliberation.names import ProcedureKind
from tejido.registry.queries import network_body

from .playing.procedures import Adopting, procedure
from .playing.texts import create
from .script import PlannedObjection, PlannedProcedure
from .sources import in_languages
from .stage import Stage, Step

RULES = "reglas-de-trabajo-demostracion"
AGENDA = "orden-del-dia-demostracion"
# By days ago. The others can be present at the meeting.
AGREED_TO_AGENDA = (
    (5.2, "UY"), (4.8, "CR"), (4.4, "AR"), (4.2, "BR"), (4.1, "DO"), (3.9, "PE"), (3.5, "CO"), (3.4, "EC"), (2.9, "CL"),
    (2.8, "PA"), (1.7, "SV"),
)  # fmt: skip  # a list of members, read as a row


@dataclass(frozen=True, slots=True)
class SmallText:
    slug: str
    folder: str
    title: str
    languages: tuple[str, ...]
    created: float
    reason: str
    adoption: PlannedProcedure


TEXTS = (
    SmallText(
        RULES,
        "working_rules",
        "Reglas de trabajo del grupo de redacción (demostración)",
        ("es", "pt", "en", "fr"),
        24,
        "Proyecto de la Secretaría Técnica",
        PlannedProcedure(
            ProcedureKind.SILENCE,
            opened=2.6,
            ends=5,
            explanation={
                "es": "Se proponen las reglas por procedimiento de silencio. Demostración: ningún Estado participa en "
                "ella.",
                "pt": "Propõem-se as regras por procedimento de silêncio. Demonstração: nenhum Estado participa dela.",
                "en": "The rules are proposed by silence procedure. Demonstration: no State takes part in it.",
                "fr": "Les règles sont proposées par procédure de silence. Démonstration : aucun État n'y participe.",
            },
            agreements=((2.3, "AR"), (2.1, "BR"), (1.9, "CO"), (1.5, "CR"), (0.9, "UY")),
            objections=(
                (
                    1.1,
                    PlannedObjection(
                        "MX",
                        "Las observaciones pueden presentarse en español o en portugués",
                        "es",
                        "Cinco días hábiles pueden no bastar para textos extensos, y el plazo de respuesta quedaría "
                        "en manos de la traducción. (Objeción inventada para la demostración.)",
                        "La Secretaría Técnica las traduce a la otra lengua en diez días hábiles, o en cinco cuando "
                        "no pasan de diez páginas; el plazo de respuesta se cuenta desde la traducción.",
                    ),
                ),
            ),
            requests=((0.6, "GT", "La consulta interna termina dentro de una semana. (Solicitud inventada.)"),),
        ),
    ),
    SmallText(
        AGENDA,
        "agenda",
        "Orden del día anotado de la próxima reunión (demostración)",
        ("es", "pt", "en"),
        8,
        "Proyecto de la presidencia de turno, preparado por la Secretaría Técnica",
        PlannedProcedure(
            ProcedureKind.MEETING,
            opened=5.7,
            explanation={
                "es": "Para adoptar en la sesión de apertura. Demostración: la reunión es inventada.",
                "pt": "Para adotar na sessão de abertura. Demonstração: a reunião é inventada.",
                "en": "To be adopted at the opening session. Demonstration: the meeting is invented.",
            },
            agreements=AGREED_TO_AGENDA,
        ),
    ),
)


def steps(stage: Stage) -> Iterator[Step]:
    for plan in TEXTS:
        yield Step(stage.ago(plan.created), partial(_create, stage, plan))
        yield from procedure(Adopting(stage, plan.slug, plan.adoption))


def _create(stage: Stage, plan: SmallText, at: datetime) -> None:
    stage.bodies[plan.slug] = network_body()
    sources = in_languages(plan.folder, plan.languages)
    create(stage, plan.slug, stage.secretariat, plan.title, sources, plan.reason, at)
