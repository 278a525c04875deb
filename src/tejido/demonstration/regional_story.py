"""A regional initiative in the demonstration: three members join it, tell their parts, and have a text in a round. All
of it is invented; no State said or did any of this."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from tejido.engine.document import Document
from tejido.formats.markdown import read
from tejido.ledger.keys import new_key
from tejido.regional import commands
from tejido.regional.models import RegionalInitiative
from tejido.regional.names import Audience, Field, State

from .network.events import texts
from .playing import rounds
from .playing.texts import create
from .script import TECHNICAL, PlannedPosition, Voice
from .stage import Stage, Step

NAME = texts("Archivo común de buenas preguntas (demostración)", "Arquivo comum de boas perguntas (demonstração)",
             "Common archive of good questions (demonstration)",
             "Archives communes de bonnes questions (démonstration)")  # fmt: skip
AIM = texts("Reunir las preguntas que ayudan a conversar sobre un sitio de memoria. Todo es inventado.",
            "Reunir as perguntas que ajudam a conversar sobre um sítio de memória. Tudo é inventado.",
            "To gather the questions that help to talk about a site of memory. All of it is invented.",
            "Réunir les questions qui aident à parler d’un lieu de mémoire. Tout est inventé.")  # fmt: skip
WORKSHOP = texts("Taller inventado", "Oficina inventada", "Invented workshop", "Atelier inventé")
TEXT, ROUND = "acuerdo-archivo-demostracion", "archive"
TITLE = "Acuerdo del archivo común (demostración)"
WORDS = {
    "es": "# Acuerdo del archivo común\n\nCada participante aporta diez preguntas al año.\n\n"
    "Las preguntas se guardan en dos lenguas.\n",
    "pt": "# Acordo do arquivo comum\n\nCada participante contribui com dez perguntas por ano.\n\n"
    "As perguntas são guardadas em duas línguas.\n",
}
INVITATION = texts(
    "Se invita a los participantes a comentar el acuerdo. Demostración: todo es inventado.",
    "Convidam-se os participantes a comentar o acordo. Demonstração: tudo é inventado.",
    "Those who take part are invited to comment on the agreement. Demonstration: all of it is invented.",
    "Les participants sont invités à commenter l’accord. Démonstration : tout est inventé.",
)
PARTS = (
    ("PY", "Diez preguntas inventadas.", "Dez perguntas inventadas.", Audience.PUBLIC),
    ("BR", "Una lectura de prueba inventada.", "Uma leitura de prova inventada.", Audience.PARTICIPANTS),
    ("UY", "Un taller inventado.", "Uma oficina inventada.", Audience.NETWORK),
)
es = Voice("es")
POSITION = PlannedPosition(
    "UY", begun=6, released=5,
    answers=(es.amend("diez preguntas", TECHNICAL, "Cada participante aporta cinco preguntas al año.",
                      "Cinco bien probadas ayudan más que diez."),),
)  # fmt: skip  # a position, read as one


def steps(stage: Stage) -> Iterator[Step]:
    told: list[RegionalInitiative] = []
    yield Step(stage.ago(40), partial(_propose, stage, told))
    for days, code in ((36, "BR"), (34, "UY")):
        yield Step(stage.ago(days), partial(_join, stage, told, code))
    for place, part in enumerate(PARTS):
        yield Step(stage.ago(30 - place), partial(_tell, stage, told, *part))
    yield Step(stage.ago(25), partial(_show, stage, told))
    yield Step(stage.ago(12), partial(_bring_in, stage, told))
    play = rounds.Playing(stage, ROUND, TEXT)
    yield rounds.opening(play, 10, 20, 14, INVITATION)
    yield from rounds.position(play, POSITION)


def _propose(stage: Stage, told: list[RegionalInitiative], at: datetime) -> None:
    actor = stage.focal_point("PY")
    row = commands.propose_initiative(actor=actor, name=dict(NAME), aim=dict(AIM), at=at, is_demonstration=True)
    commands.add_milestone(actor=actor, initiative=row, what=dict(WORKSHOP), due=str(at.year + 1), at=at)
    for code in ("BR", "UY", "CL"):
        commands.invite(actor=actor, initiative=row, member=stage.members[code], at=at)
    told.append(row)


def _join(stage: Stage, told: list[RegionalInitiative], code: str, at: datetime) -> None:
    commands.join(actor=stage.focal_point(code), initiative=told[0], at=at)


def _tell(
    stage: Stage, told: list[RegionalInitiative], code: str, es_words: str, pt_words: str, audience: str, at: datetime
) -> None:
    """A contribution that is released, and a state that stays the member's own."""
    given: dict[str, Any] = {"actor": stage.focal_point(code), "initiative": told[0], "at": at}
    words = {"es": es_words, "pt": pt_words}
    part = commands.write_part(**given, field=Field.CONTRIBUTION, value=words, seen="")
    commands.release_field(**given, field=Field.CONTRIBUTION, audience=audience, seen=part.key)
    commands.write_part(**given, field=Field.STATE, value={"state": str(State.UNDER_WAY)}, seen="")


def _show(stage: Stage, told: list[RegionalInitiative], at: datetime) -> None:
    commands.publish_initiative(actor=stage.focal_point("PY"), initiative=told[0], at=at)


def _bring_in(stage: Stage, told: list[RegionalInitiative], at: datetime) -> None:
    stage.bodies[TEXT] = told[0].body
    sources = {tag: Document.of(read(words, tag, new_key)) for tag, words in WORDS.items()}
    create(stage, TEXT, stage.secretariat, TITLE, sources, "Primer proyecto", at)
