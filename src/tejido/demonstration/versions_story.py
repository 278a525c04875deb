"""Two national versions of the curriculum and the course of one school, all invented: what a state adapts, adds and
leaves out, the reasons, who approved them, and to whom they are shown."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.adaptation import commands
from tejido.adaptation.commands import Space
from tejido.adaptation.models import Derivation
from tejido.adaptation.queries import judged_now, own_version_for, showing_digest, waiting, waiting_digest
from tejido.curriculum.commands import mint, save_revision
from tejido.curriculum.queries import document_of, edition_of, latest_revision
from tejido.engine.document import Document, Kind, Passage
from tejido.ledger.actors import Actor
from tejido.registry.names import Role

from .national_mechanism import SLUG as POLICY
from .stage import Stage, Step, passage_on

CURRICULUM = "curriculo-demostracion"
MECHANISM, OFFICE, SCHOOL = "PY", "UY", "EDU"
CORE = "los Estados se comprometen a prevenir y a sancionar"
PEOPLES, CONSULTATION = "La historia de los pueblos indígenas de América", "Los estándares aplicables son conocidos"
EQUALITY = "En el aula no rigen los grados"
QUESTION = "¿Qué se gana y qué se arriesga al usar la palabra"
# What is put behind the words of a passage.
GUARANI = "Aquí se estudia en guaraní y en castellano, con autoridades de los pueblos como docentes. Demostración."
IN_SCHOOL = "En esta escuela se estudia en dos visitas, en castellano, con autoridades como docentes. Texto inventado."
ELDERS = "Aquí se estudia en guaraní y en castellano, con autoridades y mayores de los pueblos. Inventado."
LAW = "Se lee también la ley nacional. Adaptación inventada."
IN_CLASS = "En los cursos de las fuerzas, quien dirige lo recuerda al comenzar. Adaptación inventada."
LOCAL_CASE = (
    "**Caso nacional.** Cada escuela agrega un caso de su propio departamento, preparado con las comunidades. "
    "Demostración: texto inventado."
)


def steps(stage: Stage) -> Iterator[Step]:
    kept: dict[str, Derivation] = {}
    yield Step(stage.ago(205), partial(_lock, stage))
    yield Step(stage.ago(150), partial(_of_paraguay, stage, kept))
    yield Step(stage.ago(120), partial(_of_uruguay, stage, kept))
    yield Step(stage.ago(90), partial(_of_a_school, stage, kept))
    yield Step(stage.ago(40), partial(_once_more, stage, kept))


def _lock(stage: Stage, at: datetime) -> None:
    """What the network is told to have decided."""
    edition = edition_of(stage.texts[CURRICULUM], 1)
    passage = passage_on(document_of(edition.revision), CORE)
    decided = "Demostración: decisión inventada"
    commands.lock_core(actor=stage.secretariat, edition=edition, passage=passage, decided=decided, at=at)


def _of_paraguay(stage: Stage, kept: dict[str, Derivation], at: datetime) -> None:
    """In the mechanism: a passage adapted, one added, both with reasons; approved, and shown to everybody."""
    actor = stage.focal_point(MECHANISM)
    title = {"es": "Plan de formación común: versión del Paraguay (demostración)"}
    made = derive(stage, actor, Space(stage.bodies[POLICY]), CURRICULUM, title, at)
    kept[MECHANISM] = made
    _write(actor, made, {PEOPLES: GUARANI}, at, behind=CONSULTATION, added=LOCAL_CASE)
    give_reason(actor, made, "en guaraní", "La Constitución reconoce dos lenguas oficiales.", at)
    give_reason(actor, made, "Caso nacional", "El plan común deja libre agregar casos del país.", at)
    approve(stage, MECHANISM, made, at)
    show(actor, made, "public", at)


def _of_uruguay(stage: Stage, kept: dict[str, Derivation], at: datetime) -> None:
    """In a space of its own, as there is no mechanism: one passage adapted, one left out and not yet explained."""
    actor = stage.focal_point(OFFICE)
    title = {"es": "Plan de formación común: versión del Uruguay (demostración)"}
    made = derive(stage, actor, Space(member=stage.members[OFFICE]), CURRICULUM, title, at)
    kept[OFFICE] = made
    _write(actor, made, {EQUALITY: IN_CLASS, QUESTION: ""}, at)
    give_reason(actor, made, "En los cursos de las fuerzas", "Los cursos reúnen a personal civil y militar.", at)
    approve(stage, OFFICE, made, at)
    show(actor, made, "network", at)


def _of_a_school(stage: Stage, kept: dict[str, Derivation], at: datetime) -> None:
    """An institution's course comes from the version of its state; nobody else reads it."""
    actor = stage.actor(MECHANISM, Role.REPRESENTATIVE, SCHOOL)
    space = Space(member=stage.members[MECHANISM], institution=stage.institutions[MECHANISM, SCHOOL])
    title = {"es": "Curso obligatorio de formación docente (demostración)"}
    made = commands.derive(actor=actor, space=space, source=kept[MECHANISM].text, title=title, language="es", at=at)
    _write(actor, made, {PEOPLES: IN_SCHOOL}, at)
    give_reason(actor, made, "En esta escuela", "Las visitas se preparan con las comunidades.", at)


def _once_more(stage: Stage, kept: dict[str, Derivation], at: datetime) -> None:
    """The state's version changes again: its school is offered two changes, and one clashes with what it wrote."""
    actor = stage.focal_point(MECHANISM)
    _write(actor, kept[MECHANISM], {PEOPLES: ELDERS, CONSULTATION: LAW}, at)


def derive(stage: Stage, actor: Actor, space: Space, source: str, title: dict[str, str], at: datetime) -> Derivation:
    return commands.derive(actor=actor, space=space, source=stage.texts[source], title=title, language="es", at=at)


def _write(
    actor: Actor, made: Derivation, words: dict[str, str], at: datetime, *, behind: str = "", added: str = ""
) -> None:
    """Puts a sentence of its own behind the passages that hold a phrase, in place of an earlier one; without a sentence
    it leaves the passage out. And a new passage behind another one."""
    base = latest_revision(made.text)
    document = document_of(base)
    own = {passage_on(document, phrase): said for phrase, said in words.items()}
    place = passage_on(document, behind)
    found: list[Passage] = []
    for passage in document:
        if own.get(passage.id, "."):
            found.append(_with(passage, own.get(passage.id, "")))
        if passage.id == place:
            found.append(Passage.of(mint(), Kind.PARAGRAPH, {"es": added}))
    save_revision(actor=actor, text=made.text, document=Document.of(found), base=base, reason="", at=at)


def _with(passage: Passage, sentence: str) -> Passage:
    common = passage.text("es").removesuffix(f" {GUARANI}")
    return passage.with_text("es", f"{common} {sentence}") if sentence else passage


def give_reason(actor: Actor, made: Derivation, phrase: str, reason: str, at: datetime) -> None:
    subject = passage_on(document_of(latest_revision(made.text)), phrase)
    seen = judged_now(own_version_for(actor, made.key), subject)
    commands.declare(
        actor=actor, derivation=made, subject=subject, is_section=False, is_derogation=False,
        reason=f"{reason} Demostración: motivo inventado.", language="es", seen=seen, at=at,
    )  # fmt: skip  # one act, read as one


def show(actor: Actor, made: Derivation, audience: str, at: datetime) -> None:
    seen = showing_digest(own_version_for(actor, made.key))
    commands.show(actor=actor, derivation=made, audience=audience, seen=seen, at=at)


def approve(stage: Stage, member: str, made: Derivation, at: datetime) -> None:
    actor = stage.actor(member, Role.VALIDATING_AUTHORITY)
    seen = waiting_digest(waiting(own_version_for(actor, made.key)))
    commands.approve(actor=actor, derivation=made, seen=seen, at=at)
