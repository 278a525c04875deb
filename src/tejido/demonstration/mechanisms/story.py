"""What the demonstration's members state, assess and plan: all of it invented, and labelled as such row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from tejido.curriculum.commands import release_edition
from tejido.curriculum.names import Readers
from tejido.curriculum.queries import document_of, edition_of, latest_revision
from tejido.deliberation.commands import conclude_meeting, propose
from tejido.deliberation.names import ProcedureKind
from tejido.mechanisms import commands
from tejido.mechanisms.models import Answer, Assessment
from tejido.mechanisms.names import Audience, Budget, Criterion, Level, Rank, Stage, Topic
from tejido.registry.queries import network_body, parties_of_record

from ..national_mechanism import MEMBER
from ..national_mechanism import SLUG as POLICY
from ..playing.texts import create
from ..sources import in_languages
from ..stage import ZONE, Step
from ..stage import Stage as Scene
from .facts import FACTS, Fact, Texts, texts

MODEL = "decreto-modelo-demostracion"
WORK_PLAN = "plan-de-trabajo-mecanismo-demostracion"
CURRICULUM = "curriculo-demostracion"
INVENTED = "Demostración: respuesta inventada."
# Which sections of the curriculum help with which step, by a phrase of theirs.
MODULES: Mapping[Stage, tuple[str, ...]] = {
    Stage.FOCAL_POINT: ("La obligación de prevenir",),
    Stage.MINISTRY_NETWORK: ("Instituciones que incluyen", "Coordinar para prevenir"),
    Stage.ACT_IN_PREPARATION: ("Deberes del Estado",),
    Stage.WORKING: ("Leer los factores en conjunto", "Del indicio al aviso"),
    Stage.SUBNATIONAL: ("Cómo se adapta en cada país",),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One invented answer. `audience` says to whom it is released, if to anybody."""

    criterion: Criterion
    level: Level
    words: str = ""
    value: str = ""
    evidence: str = ""
    audience: Audience = Audience.OWN


C, L, NETWORK, PUBLIC = Criterion, Level, Audience.NETWORK, Audience.PUBLIC
FIRST = (
    Said(C.LEGAL_BASIS, L.NO, value=Rank.NONE),
    Said(C.RISK, L.PARTLY, "Sin método común."),
    Said(C.TRAINING, L.PARTLY),
    Said(C.BRANCHES, L.YES, "Los tres poderes y el Ministerio Público."),
    Said(C.BUDGET, L.NO, value=Budget.NONE),
    Said(C.WORK_PLAN, L.NO),
    Said(C.MEETINGS, L.PARTLY, value="2/4"),
    Said(C.DELIVERED, L.YES, value="38"),
)
SECOND = (
    Said(C.LEGAL_BASIS, L.PARTLY, "Hay un proyecto de decreto en consulta.", Rank.NONE),
    Said(
        C.RISK, L.YES, "Los catorce factores, una vez al año.", evidence="Acta de la tercera reunión.", audience=NETWORK
    ),
    Said(C.TRAINING, L.YES, "Plan común desde este año.", audience=NETWORK),
    Said(C.PROTECTION, L.PARTLY, "Dos medidas en marcha; falta la tercera."),
    Said(C.PARTNERSHIP, L.YES, audience=NETWORK),
    Said(C.BRANCHES, L.YES, "Los tres poderes y el Ministerio Público.", audience=PUBLIC),
    Said(C.SECURITY, L.YES, "Interior, Policía y Defensa."),
    Said(C.OMBUDSMAN, L.YES, audience=PUBLIC),
    Said(C.SUBNATIONAL, L.NO, "Es el paso siguiente."),
    Said(C.HOST, L.YES, "La cancillería.", audience=NETWORK),
    Said(C.FOCAL_POINTS, L.PARTLY, "Falta la suplencia en cuatro instituciones."),
    Said(C.BUDGET, L.PARTLY, value=Budget.HOST),
    Said(C.WORK_PLAN, L.YES, "Adoptado por las instituciones en la tercera reunión.", audience=NETWORK),
    Said(C.MEETINGS, L.YES, value="4/4", audience=NETWORK),
    Said(C.WARNING, L.PARTLY, "Hay canal; no se ha probado."),
    Said(C.DELIVERED, L.YES, value="112"),
    Said(C.OUTPUTS, L.UNKNOWN),
    Said(C.REGIONAL, L.YES, audience=PUBLIC),
)
OF_COSTA_RICA = (
    Said(C.LEGAL_BASIS, L.PARTLY, "El mandato se añadió por resolución.", Rank.RESOLUTION, audience=NETWORK),
    Said(C.RISK, L.PARTLY, "Se revisa cuando lo pide una institución.", audience=NETWORK),
    Said(C.TRAINING, L.YES, audience=NETWORK),
    Said(C.HOST, L.YES, "El órgano existente presta la secretaría.", audience=NETWORK),
    Said(C.BUDGET, L.YES, value=Budget.HOST, audience=NETWORK),
    Said(C.MEETINGS, L.YES, value="3/3"),
)
STATED: tuple[tuple[str, Topic, str, Texts, Audience], ...] = (
    (
        MEMBER,
        Topic.HOST,
        "",
        texts(
            "La cancillería, por turno de cuatro años. (Dato inventado.)",
            "A chancelaria, por rodízio de quatro anos. (Dado inventado.)",
            "The foreign ministry, in turns of four years. (Invented.)",
            "Les Affaires étrangères, par roulement de quatre ans. (Inventé.)",
        ),
        NETWORK,
    ),
    (
        MEMBER,
        Topic.SECRETARIAT,
        "",
        texts(
            "Dos personas del punto focal. (Dato inventado.)",
            "Duas pessoas do ponto focal. (Dado inventado.)",
            "Two persons at the focal point. (Invented.)",
            "Deux personnes auprès du point focal. (Inventé.)",
        ),
        NETWORK,
    ),
    (MEMBER, Topic.BUDGET, Budget.HOST, {}, Audience.OWN),
    (MEMBER, Topic.TRAINING, Level.YES, {}, NETWORK),
    (MEMBER, Topic.RISK, Level.PARTLY, {}, NETWORK),
    ("EC", Topic.STAGE, Stage.MINISTRY_NETWORK, {}, Audience.OWN),
)
PLANS = (
    ("EC", Stage.ACT_IN_PREPARATION, "Reunir a las áreas jurídicas de las tres instituciones", "Defensoría", 30),
    ("EC", Stage.ACT_IN_PREPARATION, "Comparar el decreto modelo con nuestras normas", "Cancillería", 45),
    ("EC", Stage.ACT_IN_PREPARATION, "Presentar un primer proyecto", "Punto focal", 120),
    (MEMBER, Stage.SUBNATIONAL, "Elegir dos departamentos para una prueba", "Secretaría del Mecanismo", 60),
    (MEMBER, Stage.SUBNATIONAL, "Designar suplencias donde faltan", "Cada institución", -10),
)


def steps(scene: Scene) -> Iterator[Step]:
    for place, fact in enumerate(FACTS):
        yield Step(scene.ago(300, place), partial(_report, scene, fact))
    for place, (member, topic, value, says, audience) in enumerate(STATED):
        yield Step(scene.ago(150, place), partial(_state, scene, member, topic, value, says, audience))
    for days, member, said in ((170, MEMBER, FIRST), (14, MEMBER, SECOND), (60, "CR", OF_COSTA_RICA)):
        yield Step(scene.ago(days), partial(_assess, scene, member, said))
    for place, (member, stage, what, who, due) in enumerate(PLANS):
        yield Step(scene.ago(12, place), partial(_plan, scene, member, stage, what, who, due))
    yield Step(scene.ago(40), partial(_model, scene))
    yield Step(scene.ago(13), partial(_attach, scene))
    yield Step(scene.ago(75), partial(_adopt_work_plan, scene))
    yield Step(scene.ago(11), partial(_compose, scene))


def _report(scene: Scene, fact: Fact, at: datetime) -> None:
    commands.make_entry(
        actor=scene.secretariat, member=scene.members[fact.member], at=at, topic=fact.topic, value=fact.value,
        since=fact.since, says=dict(fact.says), source=fact.source, grade=fact.grade, address=fact.address,
        names=[dict(name) for name in fact.names],
    )  # fmt: skip  # one row of a table, read as one


def _state(scene: Scene, member: str, topic: Topic, value: str, says: Texts, audience: Audience, at: datetime) -> None:
    actor = scene.focal_point(member)
    entry = commands.make_entry(
        actor=actor, member=scene.members[member], at=at, topic=topic, value=value, since=at.date().isoformat(),
        says=dict(says), is_demonstration=True,
    )  # fmt: skip
    if audience != Audience.OWN:
        commands.release(actor=actor, part=entry, audience=audience, at=at)


def _assess(scene: Scene, member: str, said: tuple[Said, ...], at: datetime) -> None:
    actor = scene.focal_point(member)
    row = commands.begin_assessment(
        actor=actor, member=scene.members[member], day=at.date(), at=at, is_demonstration=True
    )
    for one in said:
        answer = _answer(scene, row, one, at)
        if one.audience != Audience.OWN:
            commands.release(actor=actor, part=answer, audience=one.audience, at=at)


def _answer(scene: Scene, row: Assessment, said: Said, at: datetime) -> Answer:
    return commands.answer(
        actor=scene.focal_point(row.member.code), assessment=row, criterion=said.criterion, level=said.level,
        value=said.value, words=f"{said.words} {INVENTED}".strip(), evidence=said.evidence, language="es", at=at,
    )  # fmt: skip


def _plan(scene: Scene, member: str, stage: Stage, what: str, who: str, due: int, at: datetime) -> None:
    by: date = (scene.now + timedelta(days=due)).date()
    commands.enter_plan_line(
        actor=scene.focal_point(member), member=scene.members[member], stage=stage, what=what, who=who, by=by, at=at,
        is_demonstration=True,
    )  # fmt: skip


def _model(scene: Scene, at: datetime) -> None:
    scene.bodies[MODEL] = network_body()
    title = "Decreto modelo que crea un Mecanismo Nacional (demostración)"
    create(scene, MODEL, scene.secretariat, title, in_languages("model_decree", ("es", "pt")), "Modelo inventado", at)
    commands.mark_model(actor=scene.secretariat, text=scene.texts[MODEL], rank=Rank.DECREE, at=at)


def _attach(scene: Scene, at: datetime) -> None:
    text = scene.texts[CURRICULUM]
    document = document_of(latest_revision(text))
    for stage, phrases in MODULES.items():
        for phrase in phrases:
            passage = next(p.id for p in document if p.kind == "heading" and phrase in p.text("es"))
            commands.attach_module(actor=scene.secretariat, stage=stage, text=text, passage=passage, at=at)


def _adopt_work_plan(scene: Scene, at: datetime) -> None:
    """The institutions adopt the work plan in a meeting; the member releases the edition to the network, with its
    record."""
    actor = scene.focal_point(MEMBER)
    scene.bodies[WORK_PLAN] = scene.bodies[POLICY]
    title = "Plan de trabajo del Mecanismo Nacional (demostración)"
    create(scene, WORK_PLAN, actor, title, in_languages("work_plan", ("es",)), "Proyecto de la secretaría", at)
    text = scene.texts[WORK_PLAN]
    procedure = propose(
        actor=actor, text=text, revision=latest_revision(text), kind=ProcedureKind.MEETING, local=None, zone=ZONE,
        explanation={"es": "Para adoptar en la tercera reunión. Demostración: la reunión es inventada."}, at=at,
    )  # fmt: skip
    present = [party.code for party in parties_of_record(text.body, at.date())]
    conclude_meeting(actor=actor, procedure=procedure, present=present, at=at)
    release_edition(actor=actor, edition=edition_of(text, 1), readers=Readers.NETWORK, with_record=True, at=at)


def _compose(scene: Scene, at: datetime) -> None:
    actor, member = scene.focal_point(MEMBER), scene.members[MEMBER]
    entry = commands.state_composition(
        actor=actor, member=member, body=scene.bodies[POLICY], day=at.date(), at=at, is_demonstration=True
    )
    commands.release(actor=actor, part=entry, audience=Audience.NETWORK, at=at)
