"""Discussion modules in the demonstration: one that is under way. All of it is invented; no State said or did any of
this."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from tejido.modules import commands
from tejido.modules.models import Module, Question
from tejido.modules.queries.plans import plan_digest
from tejido.practices.models import Version
from tejido.practices.queries import sections

from .network.events import texts
from .stage import Stage, Step

TITLE = texts(
    "Del punto focal al Mecanismo Nacional (demostración)", "Do ponto focal ao Mecanismo Nacional (demonstração)",
    "From focal point to National Mechanism (demonstration)", "Du point focal au Mécanisme national (démonstration)",
)  # fmt: skip  # one title
GOAL = texts(
    "Leer juntos qué hace falta para que un mecanismo funcione, y contar cómo se empezó.",
    "Ler juntos o que é preciso para que um mecanismo funcione, e contar como se começou.",
    "Reading together what a mechanism needs to work, and telling how one began.",
    "Lire ensemble ce qu’il faut pour qu’un mécanisme fonctionne, et raconter les débuts.",
)
FIRST = texts("Antes de la ley", "Antes da lei", "Before the law", "Avant la loi")
SECOND = texts("Quién se sienta a la mesa", "Quem se senta à mesa", "Who sits at the table", "Qui s’assied à la table")
HOW = texts(
    "¿Qué se pudo hacer antes de que hubiera un acto legal?", "O que se pôde fazer antes de haver um ato legal?",
    "What could be done before there was a legal act?", "Qu’a-t-on pu faire avant qu’il y ait un acte juridique ?",
)  # fmt: skip  # one question
WHO = texts(
    "¿Qué institución faltaba al principio?", "Que instituição faltava no início?",
    "Which institution was missing at first?", "Quelle institution manquait au début ?",
)  # fmt: skip  # one question
SAID = (
    (
        4,
        "CL",
        "es",
        "Un acta de entendimiento entre tres ministerios bastó al principio. Demostración: es inventado.",
    ),
    (3, "BR", "pt", "Começamos com uma lista de nomes e telefones, revista a cada mês. Demonstração: é inventado."),
)


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    kept: list[Module] = []
    yield Step(stage.ago(6.5), partial(_open, stage, kept))
    for days, member, language, words in SAID:
        yield Step(stage.ago(days), partial(_say, stage, kept, member, language, words))


def _open(stage: Stage, kept: list[Module], at: datetime) -> None:
    """Two steps: a section of the adopted curriculum, and a published practice."""
    actor = stage.focal_point("AR")
    row = commands.begin_module(
        actor=actor, member=stage.members["AR"], title=TITLE, goal=GOAL, opens_at=at,
        closes_at=at + timedelta(days=45), at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    first = commands.add_step(actor=actor, module=row, title=FIRST, says={}, at=at)
    section = sections()[1]
    commands.add_reading(actor=actor, step=first, edition=section.edition, passage=section.passage, at=at)
    commands.add_question(actor=actor, step=first, words=HOW, at=at)
    second = commands.add_step(actor=actor, module=row, title=SECOND, says={}, at=at)
    practice = Version.objects.select_related("practice").latest("at").practice
    commands.add_reading(actor=actor, step=second, practice=practice, at=at)
    commands.add_question(actor=actor, step=second, words=WHO, at=at)
    commands.open_module(actor=actor, module=row, seen=plan_digest(row), at=at)
    kept.append(row)


def _say(stage: Stage, kept: list[Module], member: str, language: str, words: str, at: datetime) -> None:
    question = Question.objects.select_related("step").filter(step__module=kept[0]).first()
    assert question is not None  # it was asked with the module  # noqa: S101
    commands.contribute(actor=stage.focal_point(member), question=question, language=language, body=words, at=at)
