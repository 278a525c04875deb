"""Discussions in the demonstration: one beside a text of the network, one in a member's own space. All of it is
invented; no State said or did any of this."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.discussions import commands
from tejido.discussions.models import Thread
from tejido.discussions.names import Space
from tejido.discussions.queries import beside_for

from .seminars_story import second_part
from .stage import Stage, Step
from .versions_story import CURRICULUM


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    made: list[Thread] = []
    yield Step(stage.ago(12), partial(_ask, stage, made))
    yield Step(stage.ago(11), partial(_answer, stage, made))
    yield Step(stage.ago(10), partial(_among_ourselves, stage))


def _ask(stage: Stage, made: list[Thread], at: datetime) -> None:
    actor = stage.focal_point("UY")
    made.append(
        commands.begin_thread(
            actor=actor, beside=beside_for(actor, "text", stage.texts[CURRICULUM].slug, at), space=Space.NETWORK,
            subject="Duración de las sesiones (demostración)", language="es", at=at, is_demonstration=True,
            words="¿Qué **tiempo** dan ustedes a los factores de riesgo? Nosotros pensamos en:\n\n- una mañana, o\n"
            "- dos tardes.\n\nDemostración: todo es inventado.",
        )
    )  # fmt: skip  # one act, read as one


def _answer(stage: Stage, made: list[Thread], at: datetime) -> None:
    commands.write_message(
        actor=stage.focal_point("BR"), thread=made[0], language="pt", at=at,
        words="Duas tardes: na primeira os conceitos, na segunda um caso. Demonstração: tudo é inventado.",
    )  # fmt: skip  # one act, read as one


def _among_ourselves(stage: Stage, at: datetime) -> None:
    actor = stage.focal_point("PY")
    commands.begin_thread(
        actor=actor, beside=beside_for(actor, "seminar", second_part(stage).key, at), space=Space.OWN, language="es",
        subject="A quién proponemos (demostración)", at=at, is_demonstration=True,
        words="¿Pueden Justicia y Defensa proponer a una persona cada una antes del viernes? Es inventado.",
    )  # fmt: skip  # one act, read as one
