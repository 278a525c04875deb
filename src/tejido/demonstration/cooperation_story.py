"""South-South desk in the demonstration: two offers, a request, and a project that was agreed on. All of it is
invented; no State said or did any of this."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from tejido.cooperation import commands
from tejido.cooperation.models import Posting, Project
from tejido.cooperation.names import Kind, Reach, Side
from tejido.cooperation.queries import project_for
from tejido.cooperation.rules.values import PostingData, TermsData, posting_digest

from .network.events import texts
from .stage import Stage, Step

COURSE = PostingData(
    Kind.TRAINING,
    texts("Dos docentes para cursos de escuelas de policía (demostración)",
          "Dois docentes para cursos de escolas de polícia (demonstração)",
          "Two teachers for courses of police academies (demonstration)",
          "Deux enseignants pour des cours d’écoles de police (démonstration)"),
    texts("Una semana de clases sobre factores de riesgo, con materiales.",
          "Uma semana de aulas sobre fatores de risco, com materiais.",
          "A week of classes on risk factors, with materials.",
          "Une semaine de cours sur les facteurs de risque, avec des documents."),
    {"es": "policía, formación, factores de riesgo", "pt": "polícia, formação"},
    texts("Quien ofrece paga a sus docentes; quien recibe, el viaje y la estadía.",
          "Quem oferece paga seus docentes; quem recebe, a viagem e a estada.",
          "The member that offers pays its teachers; the one that receives, travel and stay.",
          "Qui offre paie ses enseignants ; qui reçoit, le voyage et le séjour."),
    tasks=("training",), factors=("3", "6"), branches=("security",), languages=("es", "pt"),
)  # fmt: skip  # a table of phrases
DECREE = PostingData(
    Kind.TEXT,
    texts("Borradores de un decreto de creación (demostración)", "Minutas de um decreto de criação (demonstração)",
          "Drafts of a founding decree (demonstration)", "Projets d’un décret de création (démonstration)"),
    texts("Qué se discutió antes de firmarlo, y por qué quedó como quedó.",
          "O que se discutiu antes de assiná-lo, e por que ficou como ficou.",
          "What was discussed before it was signed, and why it is as it is.",
          "Ce qui fut discuté avant sa signature, et pourquoi il est ce qu’il est."),
    tasks=("partnership",), stages=("act_in_preparation",), branches=("executive",), languages=("es",),
)  # fmt: skip  # a table of phrases
REQUEST = PostingData(
    Kind.EXPERT,
    texts("Apoyo para formar a la policía penitenciaria (demostración)",
          "Apoio para formar a polícia penitenciária (demonstração)",
          "Support for training prison police (demonstration)",
          "Appui à la formation de la police pénitentiaire (démonstration)"),
    texts("Buscamos a quien haya dado un curso parecido.", "Buscamos quem tenha dado um curso parecido.",
          "We look for somebody who has given a similar course.",
          "Nous cherchons quelqu’un qui ait donné un cours semblable."),
    {"es": "policía, cárceles"},
    tasks=("training",), factors=("3",), branches=("security",), languages=("es",),
)  # fmt: skip  # a table of phrases
TERMS = TermsData(
    texts("Un curso para la policía penitenciaria (demostración)",
          "Um curso para a polícia penitenciária (demonstração)",
          "A course for prison police (demonstration)", "Un cours pour la police pénitentiaire (démonstration)"),
    texts("Dos docentes dan una semana de clases a treinta personas.",
          "Dois docentes dão uma semana de aulas a trinta pessoas.",
          "Two teachers give a week of classes to thirty people.",
          "Deux enseignants donnent une semaine de cours à trente personnes."),
    texts("Chile paga a los docentes; Paraguay, el viaje y la estadía. Demostración: todo es inventado.",
          "O Chile paga os docentes; o Paraguai, a viagem e a estada. Demonstração: tudo é inventado.",
          "Chile pays the teachers; Paraguay, travel and stay. Demonstration: all of it is invented.",
          "Le Chili paie les enseignants ; le Paraguay, le voyage et le séjour. Démonstration : tout est inventé."),
)  # fmt: skip  # a table of phrases


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    kept: dict[str, Posting] = {}
    made: list[Project] = []
    yield Step(stage.ago(50), partial(_post, stage, kept, "CL", Side.OFFER, COURSE))
    yield Step(stage.ago(49), partial(_post, stage, kept, "AR", Side.OFFER, DECREE))
    yield Step(stage.ago(46), partial(_post, stage, kept, "PY", Side.REQUEST, REQUEST))
    yield Step(stage.ago(44), partial(_propose, stage, kept, made))
    yield Step(stage.ago(40), partial(_accept, stage, made, "PY"))
    yield Step(stage.ago(38), partial(_accept, stage, made, "CL"))
    yield Step(stage.ago(37), partial(_work, stage, made))


def _post(stage: Stage, kept: dict[str, Posting], member: str, side: str, data: PostingData, at: datetime) -> None:
    actor = stage.focal_point(member)
    row = commands.write_posting(actor=actor, side=side, data=data, at=at, is_demonstration=True)
    commands.show_posting(actor=actor, posting=row, reach=Reach.NETWORK, seen=posting_digest(row), at=at)
    kept[member] = row


def _propose(stage: Stage, kept: dict[str, Posting], made: list[Project], at: datetime) -> None:
    actor, postings = stage.focal_point("PY"), [kept["PY"], kept["CL"]]
    made.append(
        commands.propose_project(
            actor=actor, partners=["CL"], data=TERMS, postings=postings, at=at, is_demonstration=True
        )
    )


def _accept(stage: Stage, made: list[Project], member: str, at: datetime) -> None:
    actor = stage.focal_point(member)
    seen = project_for(actor, made[0].key).latest.digest
    commands.accept_terms(actor=actor, project=made[0], seen=seen, at=at)


def _work(stage: Stage, made: list[Project], at: datetime) -> None:
    actor = stage.focal_point("CL")
    commands.plan_step(
        actor=actor, project=made[0], what="Programa de la semana y lista de materiales", language="es", whose="CL",
        by=(at + timedelta(days=50)).date(), at=at,
    )  # fmt: skip  # one act, read as one
    commands.talk(
        actor=actor, project=made[0], language="es", words="¿Les conviene la segunda semana del mes próximo?", at=at
    )
