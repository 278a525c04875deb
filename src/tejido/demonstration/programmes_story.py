"""National initiatives in the demonstration: three members name areas and enter initiatives; some are shown to others
field by field, one is Paraguay's own. All of it is invented; no State said or did any of this."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from tejido.curriculum.queries import document_of, latest_revision
from tejido.mechanisms.names import Audience, Topic
from tejido.programmes import commands
from tejido.programmes.commands import Plan
from tejido.programmes.lines import digest_of, shown_of
from tejido.programmes.models import Area, Initiative, Term
from tejido.programmes.names import AreaKind, Field, Level, State, Use

from .network.events import texts
from .network.institutions import Texts
from .stage import Stage, Step, passage_on

CURRICULUM = "curriculo-demostracion"
BEGUN = 60  # days ago
F = Field

TERMS: Mapping[str, tuple[Use, Texts]] = {
    "course": (Use.TYPE, texts("Formación", "Formação", "Training", "Formation")),
    "plan": (Use.TYPE, texts("Plan o política", "Plano ou política", "Plan or policy", "Plan ou politique")),
    "watch": (Use.TYPE, texts("Observatorio", "Observatório", "Observatory", "Observatoire")),
    "place": (Use.TYPE, texts("Lugar de memoria", "Lugar de memória", "Place of memory", "Lieu de mémoire")),
    "police": (
        Use.GROUP,
        texts("Fuerzas de seguridad", "Forças de segurança", "Security forces", "Forces de sécurité"),
    ),
    "teachers": (Use.GROUP, texts("Personal docente", "Docentes", "Teachers", "Personnel enseignant")),
    "young": (Use.GROUP, texts("Jóvenes", "Jovens", "Young people", "Jeunes")),
    "peoples": (Use.GROUP, texts("Pueblos indígenas", "Povos indígenas", "Indigenous peoples", "Peuples autochtones")),
}
PROPOSED = texts("Mesa de diálogo", "Mesa de diálogo", "Dialogue table", "Table de dialogue")
AREAS: Mapping[str, tuple[AreaKind, str, Texts, Audience]] = {
    "PY": (AreaKind.SECURITY, "INT", texts(
        "Formación policial en prevención (demostración)", "Formação policial em prevenção (demonstração)",
        "Police training in prevention (demonstration)", "Formation policière à la prévention (démonstration)",
    ), Audience.NETWORK),
    "AR": (AreaKind.MEMORY, "DDHH", texts(
        "Educación en la memoria (demostración)", "Educação para a memória (demonstração)",
        "Education in memory (demonstration)", "Éducation à la mémoire (démonstration)",
    ), Audience.PUBLIC),
    "UY": (AreaKind.DISCRIMINATION, "DDHH", texts(
        "Igualdad de trato (demostración)", "Igualdade de tratamento (demonstração)",
        "Equal treatment (demonstration)", "Égalité de traitement (démonstration)",
    ), Audience.PUBLIC),
}  # fmt: skip  # a table of areas


@dataclass(frozen=True, slots=True)
class Planned:
    """An initiative. `links` are phrases of the curriculum; `shown` says which fields are released to whom."""

    code: str
    days: float
    title: Texts
    type: str
    said: Mapping[Field, Any]
    groups: Sequence[str] = ()
    in_area: bool = False
    institution: str = ""
    links: Sequence[str] = ()
    statuses: Sequence[tuple[State, str]] = ()
    shown: Mapping[Audience, Sequence[Field]] = field(default_factory=dict)

    @property
    def member(self) -> str:
        return self.code[:2]


ALL_OF_IT = (F.TITLE, F.SUMMARY, F.TYPE, F.AREA, F.INSTITUTION, F.LEVEL, F.GROUPS, F.DATES, F.STATUS, F.TASKS, F.GOALS)
PLANNED = (
    Planned(
        "PY-01", 50, texts(
            "Módulo de prevención en la academia de policía (demostración)",
            "Módulo de prevenção na academia de polícia (demonstração)",
            "Module on prevention at the police academy (demonstration)",
            "Module sur la prévention à l’école de police (démonstration)",
        ), "course", {
            F.SUMMARY: texts(
                "Veinte horas sobre factores de riesgo y uso de la fuerza. Todo es inventado.",
                "Vinte horas sobre fatores de risco e uso da força. Tudo é inventado.",
                "Twenty hours on risk factors and the use of force. All of it is invented.",
                "Vingt heures sur les facteurs de risque et l’usage de la force. Tout est inventé.",
            ),
            F.LEVEL: {"level": Level.NATIONAL}, F.DATES: {"since": "2025-03", "until": "2027-12"},
            F.TASKS: [Topic.TRAINING], F.FACTORS: ["2", "3"], F.GOALS: ["16.1", "16.6"],
            F.PARTNERS: ["Universidad invitada (demostración)"], F.BUDGET: texts(
                "Con recursos de la academia.", "Com recursos da academia.", "From the academy’s own means.",
                "Sur les moyens de l’école.",
            ),
        }, ("police",), True, "INT", ("Leer los factores en conjunto",),
        ((State.PLANNED, "2024-11"), (State.RUNNING, "2025-03")),
        {Audience.NETWORK: (F.TITLE, F.TYPE, F.AREA, F.GROUPS, F.DATES, F.TASKS, F.FACTORS, F.PASSAGES)},
    ),
    Planned(
        "PY-02", 48, texts(
            "Alerta temprana en un departamento piloto (demostración)",
            "Alerta precoce em um departamento piloto (demonstração)",
            "Early warning in a pilot department (demonstration)",
            "Alerte précoce dans un département pilote (démonstration)",
        ), "plan", {
            F.SUMMARY: texts(
                "Un canal del municipio al Mecanismo. Borrador interno, inventado.",
                "Um canal do município ao Mecanismo. Rascunho interno, inventado.",
                "A channel from the municipality to the Mechanism. Internal draft, invented.",
                "Un canal de la commune au Mécanisme. Projet interne, inventé.",
            ),
            F.LEVEL: {"level": Level.SUBNATIONAL, "place": "PY-11", "place_name": "Central"},
            F.DATES: {"since": "2026", "until": "2026-03"},
            F.TASKS: [Topic.RISK], F.FACTORS: ["7", "8", "9"],
        }, (), False, "MRE", (), ((State.PLANNED, "2025-10"),),
    ),
    Planned(
        "AR-01", 46, texts(
            "Visitas escolares a un lugar de memoria (demostración)",
            "Visitas escolares a um lugar de memória (demonstração)",
            "School visits to a place of memory (demonstration)",
            "Visites scolaires d’un lieu de mémoire (démonstration)",
        ), "place", {
            F.SUMMARY: texts(
                "Un día de visita preparado en clase. Inventado.", "Um dia de visita preparado em aula. Inventado.",
                "A day’s visit prepared in class. Invented.", "Une journée de visite préparée en classe. Inventé.",
            ),
            F.LEVEL: {"level": Level.NATIONAL}, F.DATES: {"since": "2024", "until": "2026"},
            F.TASKS: [Topic.TRAINING, Topic.PARTNERSHIP], F.FACTORS: ["9"], F.GOALS: ["4.7", "16.a"],
        }, ("young", "teachers"), True, "EDU", (), ((State.RUNNING, "2024"), (State.EVALUATED, "2026-08")),
        {Audience.PUBLIC: ALL_OF_IT},
    ),
    Planned(
        "AR-02", 44, texts(
            "Guía para la judicatura (demostración)", "Guia para a magistratura (demonstração)",
            "Guide for the judiciary (demonstration)", "Guide pour la magistrature (démonstration)",
        ), "course", {F.DATES: {"since": "2026-05"}, F.TASKS: [Topic.TRAINING], F.FACTORS: ["3", "6"]},
        (), False, "JUS", (), ((State.ADOPTED, "2026-05-04"),), {Audience.NETWORK: (F.TITLE, F.TYPE, F.STATUS)},
    ),
    Planned(
        "UY-01", 42, texts(
            "Plan de igualdad de trato, en revisión anual (demostración)",
            "Plano de igualdade de tratamento, em revisão anual (demonstração)",
            "Equal treatment plan, reviewed every year (demonstration)",
            "Plan d’égalité de traitement, revu chaque année (démonstration)",
        ), "plan", {
            F.SUMMARY: texts(
                "Medidas por institución con una revisión cada año. Inventado.",
                "Medidas por instituição com uma revisão a cada ano. Inventado.",
                "Measures by institution with a review every year. Invented.",
                "Mesures par institution, revues chaque année. Inventé.",
            ),
            F.LEVEL: {"level": Level.NATIONAL}, F.DATES: {"since": "2023", "until": "2027"},
            F.TASKS: [Topic.PROTECTION], F.FACTORS: ["9"], F.GOALS: ["10.2", "10.3", "16.b"],
        }, ("peoples",), True, "DDHH", (), ((State.RUNNING, "2023"),), {Audience.PUBLIC: ALL_OF_IT},
    ),
    Planned(
        "UY-02", 40, texts(
            "Observatorio del discurso de odio (demostración)", "Observatório do discurso de ódio (demonstração)",
            "Observatory of hate speech (demonstration)", "Observatoire des discours de haine (démonstration)",
        ), "watch", {F.LEVEL: {"level": Level.NATIONAL}, F.TASKS: [Topic.RISK], F.FACTORS: ["7", "9"]},
        (), False, "DDHH", (), ((State.SUSPENDED, "2026-02"),), {Audience.NETWORK: (F.TITLE, F.TYPE, F.TASKS)},
    ),
)  # fmt: skip  # a table of initiatives


def steps(stage: Stage) -> Iterator[Step]:
    """The vocabulary, the areas, the initiatives with their statuses, and what is shown of them."""
    terms: dict[str, Term] = {}
    areas: dict[str, Area] = {}
    for place, (name, (use, names)) in enumerate(TERMS.items()):
        yield Step(stage.ago(BEGUN, place), partial(_add_term, stage, terms, name, use, names))
    for place, member in enumerate(AREAS):
        yield Step(stage.ago(BEGUN - 2, place), partial(_enter_area, stage, areas, member))
    for planned in PLANNED:
        yield Step(stage.ago(planned.days), partial(_enter, stage, terms, areas, planned))
        for number in range(len(planned.statuses)):
            yield Step(stage.ago(planned.days, 5 + number), partial(_stand, stage, planned, number))
        if planned.shown:
            yield Step(stage.ago(planned.days - 1), partial(_show, stage, planned))
    yield Step(stage.ago(9), partial(_change, stage))
    yield Step(stage.ago(6), partial(_propose, stage))


def initiative(code: str) -> Initiative:
    """An initiative of this story, for the chapters that speak about it."""
    return Initiative.objects.select_related("member").get(code=code, is_demonstration=True)


def _add_term(stage: Stage, terms: dict[str, Term], name: str, use: Use, names: Texts, at: datetime) -> None:
    terms[name] = commands.add_term(actor=stage.secretariat, use=use, names=names, at=at)


def _enter_area(stage: Stage, areas: dict[str, Area], member: str, at: datetime) -> None:
    kind, institution, name, audience = AREAS[member]
    actor = stage.focal_point(member)
    areas[member] = commands.enter_area(
        actor=actor, member=stage.members[member], kind=kind, name=name,
        institution=stage.institutions[member, institution], at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    seen = digest_of(F.AREA, shown_of(areas[member]))
    commands.release_area(actor=actor, area=areas[member], audience=audience, seen=seen, at=at)


def _enter(stage: Stage, terms: Mapping[str, Term], areas: Mapping[str, Area], planned: Planned, at: datetime) -> None:
    member = planned.member
    values = {
        F.TITLE: planned.title,
        F.TYPE: terms[planned.type].key,
        F.GROUPS: [terms[name].key for name in planned.groups],
        F.AREA: areas[member].key if planned.in_area else "",
        F.INSTITUTION: stage.institutions[member, planned.institution].key,
        F.PASSAGES: _links(stage, planned.links),
        **planned.said,
    }
    commands.enter_initiative(
        actor=stage.focal_point(member), member=stage.members[member], values=values, code=planned.code, at=at,
        is_demonstration=True,
    )  # fmt: skip  # one act, read as one


def _links(stage: Stage, phrases: Sequence[str]) -> list[dict[str, str]]:
    if not phrases:
        return []
    text = stage.texts[CURRICULUM]
    document = document_of(latest_revision(text))
    return [{"text": text.key, "passage": passage_on(document, phrase)} for phrase in phrases]


def _stand(stage: Stage, planned: Planned, number: int, at: datetime) -> None:
    state, since = planned.statuses[number]
    commands.change_status(
        actor=stage.focal_point(planned.member), initiative=initiative(planned.code), state=state, since=since, at=at
    )


def _show(stage: Stage, planned: Planned, at: datetime) -> None:
    row = initiative(planned.code)
    plan = Plan({name: audience for audience, names in planned.shown.items() for name in names})
    commands.release_fields(
        actor=stage.focal_point(planned.member), initiative=row, plan=plan, seen=row.revision, at=at
    )


def _change(stage: Stage, at: datetime) -> None:
    """Paraguay says more than others are shown, until it is released anew."""
    row = initiative("PY-01")
    values = {F.DATES: {"since": "2025-03", "until": "2028-06"}}
    commands.change_initiative(actor=stage.focal_point("PY"), initiative=row, values=values, seen=row.revision, at=at)


def _propose(stage: Stage, at: datetime) -> None:
    commands.propose_term(actor=stage.focal_point("UY"), use=Use.TYPE, names=PROPOSED, at=at)
