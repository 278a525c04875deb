"""A short guide before the network with two editions, and a state's version of the first one: the second is offered to
it, four changes join and one clashes. A passage that the network is told to have locked says something else now. All of
it is invented."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.adaptation import commands
from tejido.adaptation.commands import Space
from tejido.curriculum.commands import mint, save_revision
from tejido.curriculum.queries import document_of, edition_of, latest_revision
from tejido.deliberation.names import ProcedureKind
from tejido.engine.document import Document, Kind, Passage
from tejido.registry.queries import network_body

from .playing.procedures import Adopting, procedure
from .playing.texts import create
from .rewriting import make
from .script import Change, PlannedProcedure, Texts
from .sources import in_languages
from .stage import Stage, Step, passage_on
from .versions_story import OFFICE, approve, derive, give_reason

GUIDE = "guia-breve-demostracion"
TITLE = "Guía breve para quien facilita (demostración)"
CORE = "Nadie está obligado a contar"
AGREED = ("AR", "BR", "CL", "PY", "CR", "UY")
# What the second edition says otherwise.
CHANGES = (
    Change({
        "es": ("propia institución.", "propia institución. Busque también qué norma la obliga."),
        "pt": ("própria instituição.", "própria instituição. Procure também que norma a obriga."),
        "en": ("own institution.", "own institution. Look also for the rule that binds it."),
    }),
    Change({
        "es": ("las sillas en círculo", "las sillas en semicírculo"),
        "pt": ("as cadeiras em círculo", "as cadeiras em semicírculo"),
        "en": ("the chairs in a circle", "the chairs in a half-circle"),
    }),
    Change({
        "es": ("contar lo que vivió.", "contar lo que vivió, y nadie cuenta lo que vivió otra persona."),
        "pt": ("contar o que viveu.", "contar o que viveu, e ninguém conta o que outra pessoa viveu."),
        "en": ("they lived through.", "they lived through, and nobody tells what another person lived through."),
    }),
    Change({
        "es": ("en cinco días", "en diez días"),
        "pt": ("em cinco dias", "em dez dias"),
        "en": ("within five days", "within ten days"),
    }),
)  # fmt: skip  # a table of phrases
PAUSE = {
    "es": "Acuerde con el grupo una señal para pedir una pausa.",
    "pt": "Combine com o grupo um sinal para pedir uma pausa.",
    "en": "Agree with the group on a sign to ask for a pause.",
}
# What the version says otherwise, in Spanish.
OURS = (
    Change({"es": ("las sillas en círculo", "mesas de cuatro personas")}),
    Change({"es": ("Envíe sus observaciones", "Envíe sus observaciones, firmadas,")}),
)
WHY = {
    "mesas de cuatro": "Nuestras aulas no dan para un círculo.",
    "firmadas,": "Nuestras escuelas archivan lo que lleva firma.",
}


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(140), partial(_create, stage))
    yield from procedure(Adopting(stage, GUIDE, _silence(130, "primera", "primeira", "first")))
    yield Step(stage.ago(118), partial(_lock, stage))
    yield Step(stage.ago(100), partial(_adapt, stage))
    yield Step(stage.ago(48), partial(_revise, stage))
    yield from procedure(Adopting(stage, GUIDE, _silence(44, "segunda", "segunda", "second")))


def _silence(opened: float, es: str, pt: str, en: str) -> PlannedProcedure:
    explanation: Texts = {
        "es": f"Se propone la {es} edición de la guía. Demostración: ningún Estado participa en ella.",
        "pt": f"Propõe-se a {pt} edição do guia. Demonstração: nenhum Estado participa dela.",
        "en": f"The {en} edition of the guide is proposed. Demonstration: no State takes part in it.",
    }
    agreements = tuple((opened - 1 - place / 2, party) for place, party in enumerate(AGREED))
    return PlannedProcedure(ProcedureKind.SILENCE, opened, explanation, ends=8 - opened, agreements=agreements)


def _create(stage: Stage, at: datetime) -> None:
    stage.bodies[GUIDE] = network_body()
    sources = in_languages("classroom_guide", ("es", "pt", "en"))
    create(stage, GUIDE, stage.secretariat, TITLE, sources, "Proyecto de la Secretaría Técnica", at)


def _lock(stage: Stage, at: datetime) -> None:
    """What the network is told to have decided."""
    edition = edition_of(stage.texts[GUIDE], 1)
    passage = passage_on(document_of(edition.revision), CORE)
    decided = "Demostración: decisión inventada"
    commands.lock_core(actor=stage.secretariat, edition=edition, passage=passage, decided=decided, at=at)


def _adapt(stage: Stage, at: datetime) -> None:
    """In a space of its own; nobody else sees it yet."""
    actor = stage.focal_point(OFFICE)
    title = {"es": "Guía breve: versión del Uruguay (demostración)"}
    made = derive(stage, actor, Space(member=stage.members[OFFICE]), GUIDE, title, at)
    base = latest_revision(made.text)
    document = make(document_of(base), OURS)
    save_revision(actor=actor, text=made.text, document=document, base=base, reason="", at=at)
    for phrase, reason in WHY.items():
        give_reason(actor, made, phrase, reason, at)
    approve(stage, OFFICE, made, at)


def _revise(stage: Stage, at: datetime) -> None:
    text = stage.texts[GUIDE]
    base = latest_revision(text)
    found: list[Passage] = []
    for passage in make(document_of(base), CHANGES):
        found.append(passage)
        if passage.text("es").startswith("Reparta la palabra"):
            found.append(Passage.of(mint(), Kind.PARAGRAPH, PAUSE))
    save_revision(
        actor=stage.secretariat, text=text, document=Document.of(found), base=base,
        reason="Lo que pidieron quienes la usaron (demostración)", at=at,
    )  # fmt: skip  # one act, read as one
