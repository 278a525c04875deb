"""Private risk analysis in the demonstration: words about nothing, so that the pages can be looked at. All of it is
invented and says nothing of any State."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from tejido.ledger.actors import Actor
from tejido.registry.names import Role
from tejido.risk import commands, proof
from tejido.risk.models import Analysis
from tejido.risk.names import Outcome, Readers
from tejido.risk.queries.access import Browser, Opened, admission_for, asking_for, opened_for
from tejido.risk.terms import summary_of

from .stage import Stage, Step

MEMBER, BEGUN = "PY", 25  # days ago
NOWHERE = Browser("demonstration", b"demonstration, open for nobody. ")  # what the story opens it closes again
FRAME = {
    "title": "Ejercicio de demostración",
    "scope": "Un territorio inventado y grupos inventados. No dice nada de ningún Estado.",
}
FACTORS: dict[str, Any] = {
    "3.found": "present", "3.confidence": "moderate", "3.nature": "structural",
    "3.words": "Texto de demostración: aquí el mecanismo escribe qué ve y por qué lo dice.",
    "3.mitigating": "Texto de demostración: aquí escribe qué contiene el riesgo.",
    "3.questions": "Texto de demostración: aquí escribe qué no sabe todavía.",
    "3.e.demostracion": {
        "what": "Indicio de demostración, inventado", "source": "Fuente inventada", "day": "2026-03",
        "place": "Lugar inventado", "reliability": "C", "credibility": "3",
    },
    "8.found": "unknown", "8.confidence": "low",
    "8.words": "Texto de demostración: tampoco lo que no se sabe queda sin decir.",
    "9.found": "easing", "9.confidence": "moderate", "9.nature": "both",
    "9.words": "Texto de demostración, sin relación con grupo alguno.",
    "9.recommended": "Texto de demostración: aquí escribe qué recomienda.",
    "summary.title": "Resumen de demostración",
    "summary.introduction": "Todo es inventado. Muestra qué lee quien recibe un resumen.",
    "summary.3": {"words": "Frase de demostración que se decidió compartir.", "found": True, "confidence": True},
}  # fmt: skip  # a table of phrases


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    yield Step(stage.ago(BEGUN), partial(_analyse, stage))


def _analyse(stage: Stage, at: datetime) -> None:
    """One analysis with two seats, three factors, and a summary that two persons released."""
    first, second = stage.focal_point(MEMBER), stage.actor(MEMBER, Role.VALIDATING_AUTHORITY)
    last = (at + timedelta(days=1000)).date()
    row = _begin(stage, first, last, at)
    opened = _open(first, row, at)
    commands.save_cells(actor=first, opened=opened, base=1, changes=FACTORS, at=at)
    _share(first, second, row, at)
    for who in (first, second):
        commands.close_analysis(admission=admission_for(who, row.key), browser=NOWHERE)


def _begin(stage: Stage, first: Actor, last: date, at: datetime) -> Analysis:
    beginning = commands.Beginning(FRAME, "es", last, is_demonstration=True)
    row = commands.begin_analysis(actor=first, member=stage.members[MEMBER], beginning=beginning, at=at)
    seat = stage.mandates[MEMBER, Role.VALIDATING_AUTHORITY, ""].seat
    commands.admit(actor=first, analysis=row, seat=seat, at=at)
    return row


def _open(who: Actor, row: Analysis, at: datetime) -> Opened:
    commands.open_analysis(actor=who, admission=admission_for(who, row.key), browser=NOWHERE, passphrase="", at=at)
    return opened_for(who, row.key, NOWHERE, at)


def _share(first: Actor, second: Actor, row: Analysis, at: datetime) -> None:
    mine = opened_for(first, row.key, NOWHERE, at)
    seen = proof.digest_of(summary_of(mine.cells))
    asking = commands.ask_release(actor=first, opened=mine, readers=Readers.NETWORK, codes=[], seen=seen, at=at)
    theirs = _open(second, row, at)
    found, _said = asking_for(theirs, asking.key)
    commands.settle(actor=second, opened=theirs, asking=found, outcome=Outcome.AGREED, at=at)
