"""A mandatory course of an invented police academy, what it covers of the curriculum, and what was stated of it. All of
it is invented, the least time that the network is told to have agreed on too."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.adaptation.models import Derivation
from tejido.curriculum.queries import document_of, edition_of, latest_revision
from tejido.engine.document import Document, Kind
from tejido.engine.proof import canonical_digest
from tejido.registry.names import Role
from tejido.training import commands
from tejido.training.lines import Thing
from tejido.training.models import Course
from tejido.training.names import Method, Officials
from tejido.training.queries import covered, objectives_of, statement_data

from .stage import Stage, Step
from .versions_story import CURRICULUM, MECHANISM

WHOLE_MINUTES, RISKS_MINUTES = 1200, 180
FRONT = ("Propósito", "A quién se dirige", "Cómo está organizado", "Principios", "Cómo se adapta", "Cómo se evalúa")
PROMISE = "Al terminar la sesión, usted podrá:"
TITLE = {
    "es": "Curso obligatorio de la academia de policía (demostración)",
    "pt": "Curso obrigatório da academia de polícia (demonstração)",
    "en": "Mandatory course of the police academy (demonstration)",
    "fr": "Cours obligatoire de l’académie de police (démonstration)",
}
# title, minutes, method, and what the headings that it treats begin with; with minutes where they were divided.
SESSIONS: tuple[tuple[str, int, Method, tuple[tuple[str, int | None], ...]], ...] = (
    ("Apertura: propósito y principios", 60, Method.LECTURE, tuple((words, None) for words in FRONT)),
    ("Qué se previene", 180, Method.SEMINAR, (("Sesión 1.1", None),)),
    ("Discriminación y trabajo policial", 180, Method.CASE_STUDY, (("Sesión 1.2", None),)),
    ("Leer el riesgo", 150, Method.SIMULATION, (("Sesión 1.3", None),)),
    (
        "Derecho, pueblos y discurso",
        270,
        Method.WORKSHOP,
        (("Sesión 1.4", 90), ("Sesión 1.5", 90), ("Sesión 1.6", 90)),
    ),
    ("Memoria: visita a un lugar", 240, Method.SITE_VISIT, (("Sesión 1.7", 120),)),
    ("Trabajo final", 120, Method.EXAMINATION, (("Trabajo final del módulo", None),)),
)


def steps(stage: Stage) -> Iterator[Step]:
    kept: dict[str, Course] = {}
    yield Step(stage.ago(200), partial(_least, stage))
    yield Step(stage.ago(199), partial(_objectives, stage))
    yield Step(stage.ago(110), partial(_plan, stage, kept))
    yield Step(stage.ago(60), partial(_state, stage, kept))


def _least(stage: Stage, at: datetime) -> None:
    """What the network is told to have agreed on."""
    edition = edition_of(stage.texts[CURRICULUM], 1)
    document = document_of(edition.revision)
    decided = "Demostración: decisión inventada"
    for section, minutes in (("", WHOLE_MINUTES), (heading(document, "Sesión 1.3"), RISKS_MINUTES)):
        commands.set_minimum(
            actor=stage.secretariat, edition=edition, section=section, minutes=minutes, decided=decided, at=at
        )


def _objectives(stage: Stage, at: datetime) -> None:
    """What each session of the text promises at its beginning, item by item."""
    edition = edition_of(stage.texts[CURRICULUM], 1)
    found, is_promised = [], False
    for passage in document_of(edition.revision):
        is_item = passage.kind is Kind.ITEM
        if is_item and is_promised:
            found.append(passage.id)
        is_promised = (is_promised and is_item) or PROMISE in passage.text("es")
    seen = canonical_digest(objectives_of(edition))
    commands.mark_objectives(actor=stage.secretariat, edition=edition, passages=found, seen=seen, at=at)


def _plan(stage: Stage, kept: dict[str, Course], at: datetime) -> None:
    """The course of the first module, session by session; the others are not taught in it."""
    actor = stage.focal_point(MECHANISM)
    version = Derivation.objects.get(text__body__member__code=MECHANISM, source=stage.texts[CURRICULUM])
    document = document_of(latest_revision(version.text))
    course = commands.begin_course(
        actor=actor, derivation=version, title=TITLE, officials=Officials.POLICE, is_mandatory=True,
        obligation="Demostración: resolución inventada", at=at,
    )  # fmt: skip  # one act, read as one
    for title, minutes, method, treats in SESSIONS:
        several = [Thing(heading(document, words), time) for words, time in treats]
        commands.plan_session(
            actor=actor, course=course, title={"es": title}, minutes=minutes, method=method, treats=several, at=at
        )
    kept["course"] = course


def _state(stage: Stage, kept: dict[str, Course], at: datetime) -> None:
    """It states what is so, with what lacks; the network reads it."""
    course = kept["course"]
    seen = canonical_digest(statement_data(covered(course)))
    authority = stage.actor(MECHANISM, Role.VALIDATING_AUTHORITY)
    made = commands.state_coverage(actor=authority, course=course, seen=seen, at=at)
    commands.show_statement(actor=stage.focal_point(MECHANISM), statement=made, audience="network", at=at)


def heading(document: Document, words: str) -> str:
    """The id of the first heading that begins with these Spanish words."""
    return next(p.id for p in document if p.kind is Kind.HEADING and p.text("es").startswith(words))
