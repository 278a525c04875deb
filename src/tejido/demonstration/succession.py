"""A chapter of the demonstration: Uruguay's alternate leaves in some days. A second person has not agreed yet.

All persons are invented.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from tejido.handover.commands import Successor, add_matter, ask_replacement, leave_note
from tejido.people.commands import open_account
from tejido.registry.names import Role

from .stage import ZONE, Stage, Step

LEAVES = ("UY", Role.ALTERNATE, "")
EMAIL = "sucesion.uy.alterno@demostracion.invalid"
NOTE = """## Lo primero

La Dirección prefiere que toda posición pase antes por Derechos Humanos: **llame antes de escribir**.

- Con Educación acordamos citar siempre los programas vigentes.
- La reserva sobre los plazos no es de fondo: se levanta si la Secretaría confirma el calendario.

(Nota inventada para la demostración.)
"""


def steps(stage: Stage) -> Iterator[Step]:
    """The note and a promise first, then the request: a procedure is open, so that it waits for a second person."""
    yield Step(stage.ago(2), lambda at: _leave(stage, at))
    yield Step(stage.ago(1), lambda at: _ask(stage, at))


def _leave(stage: Stage, at: datetime) -> None:
    actor = stage.actor(*LEAVES)
    leave_note(actor=actor, markdown=NOTE, language="es", at=at)
    until = (stage.now + timedelta(days=20)).date()
    _promise(stage, until, at)


def _promise(stage: Stage, until: date, at: datetime) -> None:
    words = "Enviar a la delegación del Paraguay el programa de formación de 2025 (promesa inventada)."
    add_matter(actor=stage.actor(*LEAVES), code="", words=words, until=until, at=at)


def _ask(stage: Stage, at: datetime) -> None:
    asks = stage.focal_point("UY")
    open_account(
        actor=asks, email=EMAIL, name="Persona sucesora (demostración)", language="es", zone=ZONE, at=at,
        is_demonstration=True,
    )  # fmt: skip
    successor = Successor(EMAIL, "Persona sucesora (demostración)", "es", ZONE)
    seat = stage.mandates[LEAVES].seat
    local = stage.deadline(5)
    ask_replacement(actor=asks, seat=seat, local=local, zone=ZONE, successor=successor, at=at)
