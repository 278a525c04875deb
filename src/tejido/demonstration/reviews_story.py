"""National reviews in the demonstration: Paraguay closed one and told the network of it in a few sentences; the next
one began with the same questions, and Uruguay's focal point is invited to it as a peer. All of it is invented; no State
said or did any of this."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from tejido.indicators.models import Indicator
from tejido.registry.models import Seat
from tejido.registry.names import Role
from tejido.reviews import commands
from tejido.reviews.models import Question, Recommendation, Review
from tejido.reviews.names import Audience, Scope, State

from .network.events import texts
from .stage import Stage, Step

FIRST, SECOND = 33, 12  # days ago
TITLES = (
    texts("Primera revisión nacional (demostración)", "Primeira revisão nacional (demonstração)",
          "First national review (demonstration)", "Premier examen national (démonstration)"),
    texts("Segunda revisión nacional (demostración)", "Segunda revisão nacional (demonstração)",
          "Second national review (demonstration)", "Deuxième examen national (démonstration)"),
)  # fmt: skip  # a table of titles
QUESTIONS = (
    texts("¿Qué instituciones forman a su personal en prevención?", "Que instituições formam seu pessoal em prevenção?",
          "Which institutions train their staff in prevention?",
          "Quelles institutions forment leur personnel à la prévention ?"),
    texts("¿Llega a tiempo una alerta desde un municipio?", "Chega a tempo um alerta de um município?",
          "Does an alert from a municipality arrive in time?", "Une alerte d’une commune arrive-t-elle à temps ?"),
)  # fmt: skip  # a table of questions
SUMMARY = texts(
    "Se revisaron dos cuestiones. La formación avanza; la alerta municipal se prueba. Todo es inventado.",
    "Duas questões foram revistas. A formação avança; o alerta municipal está em teste. Tudo é inventado.",
    "Two questions were reviewed. Training advances; alerts from municipalities are being tried. All is invented.",
    "Deux questions ont été examinées. La formation avance ; l’alerte communale est à l’essai. Tout est inventé.",
)


@dataclass
class Told:
    """What later steps refer to."""

    reviews: list[Review] = field(default_factory=list)
    advice: list[Recommendation] = field(default_factory=list)


def steps(stage: Stage) -> Iterator[Step]:
    told = Told()
    yield Step(stage.ago(FIRST), partial(_review, stage, told))
    yield Step(stage.ago(FIRST - 6), partial(_close, stage, told))
    yield Step(stage.ago(SECOND), partial(_begin_again, stage, told))
    yield Step(stage.ago(SECOND - 4), partial(_as_peer, stage, told))


def _review(stage: Stage, told: Told, at: datetime) -> None:
    """Two questions, a finding that rests on an indicator, and a recommendation with a day."""
    actor, day = stage.focal_point("PY"), at.date()
    row = commands.begin_review(
        actor=actor, member=stage.members["PY"], title=TITLES[0], since=day, until=day + timedelta(days=30), at=at,
        is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    first, second = (commands.enter_question(actor=actor, review=row, words=words, at=at) for words in QUESTIONS)
    measured = Indicator.objects.filter(member=row.member).order_by("at", "key").first()
    commands.enter_finding(
        actor=actor, review=row, question=first, language="es", indicator=measured, at=at,
        words="Dos instituciones forman a todo su personal; las demás, a una parte.", evidence="Los informes del año.",
    )  # fmt: skip  # one act, read as one
    commands.enter_finding(
        actor=actor, review=row, question=second, language="es", at=at, words="El canal se probó en nueve municipios."
    )
    told.advice.append(
        commands.recommend(
            actor=actor, review=row, language="es", institution=stage.institutions["PY", "JUS"],
            words="Incluir el módulo en la formación inicial.", by=stage.now.date() + timedelta(days=10), at=at,
        )
    )  # fmt: skip  # one act, read as one
    told.reviews.append(row)


def _close(stage: Stage, told: Told, at: datetime) -> None:
    actor, (row,) = stage.focal_point("PY"), told.reviews
    commands.close_review(actor=actor, review=row, next_on=stage.now.date() - timedelta(days=SECOND), at=at)
    commands.release_review(actor=actor, review=row, words=SUMMARY, audience=Audience.NETWORK, at=at)
    commands.follow_up(
        actor=stage.actor("PY", Role.REPRESENTATIVE, "JUS"), recommendation=told.advice[0], state=State.PROMISED,
        language="es", words="Se incluye en el plan del próximo año (demostración).", at=at,
    )  # fmt: skip  # one act, read as one


def _begin_again(stage: Stage, told: Told, at: datetime) -> None:
    actor = stage.focal_point("PY")
    row = commands.begin_review(
        actor=actor, member=stage.members["PY"], title=TITLES[1], since=at.date(), earlier=told.reviews[0], at=at,
        is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    question = Question.objects.filter(review=row)[0]
    commands.enter_finding(
        actor=actor, review=row, question=question, language="es", words="Tres instituciones forman ya a todas.", at=at
    )
    told.reviews.append(row)


def _as_peer(stage: Stage, told: Told, at: datetime) -> None:
    """Uruguay's focal point is invited, reads it, and hands over what it sees."""
    row, peer = told.reviews[-1], stage.focal_point("UY")
    seat = Seat.objects.select_related("institution__member").get(key=peer.seat)
    invitation = commands.invite_peer(
        actor=stage.focal_point("PY"), review=row, seat=seat, scope=Scope.WHOLE,
        words="¿Qué haría su país en este punto? (demostración)", at=at,
    )  # fmt: skip  # one act, read as one
    commands.hand_over_finding(
        actor=peer, invitation=invitation, language="es", at=at,
        words="Convendría medir también la formación continua (demostración).",
    )  # fmt: skip  # one act, read as one
