"""Paraguay's National Mechanism, invented for the demonstration: the same loop in a member's private space.

Its parties are institutions, its text is the national policy.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.deliberation.names import Outcome, ReplyKind
from tejido.registry.commands import convene_mechanism, join_mechanism

from .network.institutions import OF_MEMBER, marked
from .playing import rounds
from .playing.texts import create
from .script import (
    EDITORIAL,
    TECHNICAL,
    PlannedDisposition,
    PlannedPosition,
    PlannedRemark,
    PlannedReply,
    Texts,
    Voice,
)
from .sources import in_languages
from .stage import Stage, Step

MEMBER = "PY"
SLUG = "politica-nacional-demostracion"
NAME = {"es": "Mecanismo Nacional", "pt": "Mecanismo Nacional", "en": "National Mechanism", "fr": "Mécanisme national"}
INVITATION: Texts = {
    "es": "Se invita a las instituciones del Mecanismo a comunicar su posición sobre el proyecto de política. "
    "Demostración: todo es inventado.",
}
# By days ago, where an institution came later than the others: the documentation centre, which nobody speaks for yet.
JOINED = {"CDM": 60}
es = Voice("es")

REMARKS = (
    PlannedRemark(
        "DPO",
        "**Informar.**",
        TECHNICAL,
        "es",
        "La publicación debería incluir lo que las instituciones no contestaron.",
    ),
    PlannedRemark("FIS", "**Alertar.**", TECHNICAL, "es", "Un aviso no sustituye a la denuncia. Conviene decirlo."),
)
POSITIONS = (
    PlannedPosition(
        "EDU",
        begun=6,
        released=5,
        answers=(
            es.amend(
                "**Formar.**",
                TECHNICAL,
                "**Formar.** El plan de formación común se incorpora a la formación obligatoria de las escuelas del "
                "Estado en un plazo de tres años, empezando por quienes enseñan.",
                "Sin docentes formados, el plazo no podrá cumplirse.",
            ),
            es.agree("Propósito", section=True),
        ),
    ),
    PlannedPosition(
        "MUJ",
        begun=5.5,
        released=4.4,
        answers=(
            es.add(
                "**Proteger.**",
                TECHNICAL,
                "En su acuerdo participan las mujeres de la comunidad.",
                "Las medidas acordadas solo con las autoridades suelen olvidar los riesgos de las mujeres.",
            ),
            es.amend(
                "Cada institución designa a una persona titular",
                EDITORIAL,
                "Cada institución designa a una persona titular y a una suplente, de distinto género siempre que sea "
                "posible, con facultades para comprometerla.",
                "Favorece una composición equilibrada del Mecanismo.",
            ),
        ),
    ),
    PlannedPosition(
        "INT",
        begun=4.9,
        released=3.7,
        answers=(
            es.reserve(
                "**Informar.**",
                TECHNICAL,
                "Se reserva la posición hasta acordar qué información no puede hacerse pública.",
            ),
            es.amend(
                "**Evaluar.**",
                TECHNICAL,
                "**Evaluar.** El Mecanismo examina los catorce factores de riesgo dos veces al año y cuando lo pidan "
                "dos instituciones.",
                "Un año es demasiado para los factores dinámicos.",
            ),
        ),
    ),
    PlannedPosition("DPO", begun=2.2, answers=(es.agree("**Evaluar.**"), es.agree("Revisión", section=True))),
)
DISPOSITIONS = (
    PlannedDisposition(
        ("EDU-1",),
        Outcome.NOTED,
        "El calendario de la formación de docentes se tratará en el plan anual, junto con sus medios.",
    ),
    PlannedDisposition(
        ("INT-2",),
        Outcome.NOT_ACCEPTED,
        "Dos evaluaciones completas no son viables el primer año; dos instituciones pueden pedirla.",
    ),
)
REPLIES = (PlannedReply("INT-2", ReplyKind.SATISFIED),)


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(210), partial(_convene, stage))
    for place, code in enumerate(OF_MEMBER[MEMBER], 1):
        yield Step(stage.ago(JOINED.get(code, 210), place), partial(_join, stage, code))
    yield Step(stage.ago(30), partial(_create, stage))
    play = rounds.Playing(stage, "policy", SLUG, MEMBER)
    yield rounds.opening(play, 9, 10, 10, INVITATION)
    yield from rounds.remarks(play, MEMBER, REMARKS, 7, 6.5)
    for plan in POSITIONS:
        yield from rounds.position(play, plan)
    yield from rounds.dispositions(play, DISPOSITIONS, 1.3)
    yield from rounds.replies(play, REPLIES, 0.4)


def _convene(stage: Stage, at: datetime) -> None:
    actor = stage.focal_point(MEMBER)
    stage.bodies[SLUG] = convene_mechanism(actor=actor, member=stage.members[MEMBER], name=marked(NAME), at=at)


def _join(stage: Stage, code: str, at: datetime) -> None:
    actor, institution = stage.focal_point(MEMBER), stage.institutions[MEMBER, code]
    join_mechanism(actor=actor, body=stage.bodies[SLUG], institution=institution, since=at.date(), at=at)


def _create(stage: Stage, at: datetime) -> None:
    title = "Política nacional unificada de prevención (demostración)"
    sources = in_languages("national_policy", ("es",))
    create(stage, SLUG, stage.focal_point(MEMBER), title, sources, "Proyecto de la secretaría del Mecanismo", at)
