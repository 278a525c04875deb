"""Schools of the demonstration: what public sources tell of real ones; and three invented schools with the norms that
oblige their officials and whom they have to reach. Of the invented ones no State said or did anything."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from tejido.adaptation.models import Derivation
from tejido.curriculum.queries import document_of, latest_revision
from tejido.ledger.actors import Actor
from tejido.nominations.names import Sex
from tejido.registry.models import Body
from tejido.registry.names import BodyKind, Role
from tejido.schools import commands
from tejido.schools.models import Obligation
from tejido.schools.names import Level, System
from tejido.schools.queries import Population
from tejido.training import commands as training
from tejido.training.lines import Thing
from tejido.training.models import Course
from tejido.training.names import Method, Officials

from .courses_story import TITLE, heading
from .national_mechanism import SLUG as POLICY
from .network.events import texts
from .schools_of_sources import FACTS, SchoolFact
from .stage import Stage, Step

MEMBER, TEACHERS, POLICE, OTHER = "PY", "EDU", "POL", "AR"
TEACHERS_COURSE = texts(
    "Curso obligatorio para docentes (demostración)",
    "Curso obrigatório para docentes (demonstração)",
    "Mandatory course for teachers (demonstration)",
    "Cours obligatoire pour le personnel enseignant (démonstration)",
)
SAYS = texts(
    "Escuela inventada para mostrar el programa.",
    "Escola inventada para mostrar o programa.",
    "A school invented to show the software.",
    "École inventée pour montrer le logiciel.",
)
FIRST_NORM, SECOND_NORM = (
    "Resolución 12 sobre formación policial (demostración, inventada)",
    "Resolución 31 sobre formación policial (demostración, inventada)",
)
PLAN = "Plan de estudios de formación docente (demostración, inventado)"
INVENTED = "Demostración: número inventado"
SESSIONS = (
    ("Qué se previene", 120, Method.SEMINAR, ("Sesión 1.1",)),
    ("Discriminación en la escuela", 120, Method.WORKSHOP, ("Sesión 1.2",)),
    ("Memoria", 180, Method.SITE_VISIT, ("Sesión 1.7",)),
)
# Whom the police school has to reach, by province, rank and sex.
PROVINCES: Mapping[str, int] = {"PY-ASU": 900, "PY-10": 640, "PY-11": 1100, "PY-7": 430}


def steps(stage: Stage) -> Iterator[Step]:
    for minute, fact in enumerate(FACTS):
        yield Step(stage.ago(240, minute), partial(_report, stage, fact))
    yield Step(stage.ago(88), partial(_schools, stage))
    yield Step(stage.ago(87), partial(_course_of_teachers, stage))
    yield Step(stage.ago(86), partial(_norms, stage))
    yield Step(stage.ago(85), partial(_populations, stage))
    yield Step(stage.ago(35), partial(_renew, stage))


def _report(stage: Stage, fact: SchoolFact, at: datetime) -> None:
    commands.report_school(
        actor=stage.secretariat, member=stage.members.get(fact.member), name=fact.name, source=fact.source,
        grade=fact.grade, sectors=[str(each) for each in fact.sectors], city=fact.city, system=fact.system,
        since=fact.since, says=dict(fact.says), at=at,
    )  # fmt: skip  # one act, read as one


def _schools(stage: Stage, at: datetime) -> None:
    """Two schools of Paraguay and one of Argentina; the police school is entered by the focal point, and its
    representative opens the space."""
    told: dict[str, Any] = {"says": SAYS, "languages": ["es"], "is_demonstration": True, "at": at}
    teachers = commands.enter_school(
        actor=stage.actor(MEMBER, Role.REPRESENTATIVE, TEACHERS), institution=stage.institutions[MEMBER, TEACHERS],
        sectors=[Officials.EDUCATION], city="Asunción", system=System.MOODLE, **told,
    )  # fmt: skip  # one act, read as one
    police = commands.enter_school(
        actor=stage.focal_point(MEMBER), institution=stage.institutions[MEMBER, POLICE], sectors=[Officials.POLICE],
        city="Luque", system=System.PAPER, **told,
    )  # fmt: skip  # one act, read as one
    commands.open_space(actor=stage.actor(MEMBER, Role.REPRESENTATIVE, POLICE), school=police, at=at)
    argentine = commands.enter_school(
        actor=stage.actor(OTHER, Role.REPRESENTATIVE, TEACHERS), institution=stage.institutions[OTHER, TEACHERS],
        sectors=[Officials.EDUCATION, Officials.CIVIL_SERVICE], city="Buenos Aires", system=System.OWN, **told,
    )  # fmt: skip  # one act, read as one
    commands.show_school(actor=stage.focal_point(MEMBER), school=teachers, audience="public", at=at)
    commands.show_school(actor=stage.focal_point(OTHER), school=argentine, audience="network", at=at)


def _course_of_teachers(stage: Stage, at: datetime) -> None:
    actor = stage.actor(MEMBER, Role.REPRESENTATIVE, TEACHERS)
    version = Derivation.objects.get(text__body=space_of(stage, MEMBER, TEACHERS))
    document = document_of(latest_revision(version.text))
    course = training.begin_course(
        actor=actor, derivation=version, title=TEACHERS_COURSE, officials=Officials.EDUCATION, is_mandatory=True,
        obligation=PLAN, at=at,
    )  # fmt: skip  # one act, read as one
    for title, minutes, method, treats in SESSIONS:
        several = [Thing(heading(document, words)) for words in treats]
        training.plan_session(
            actor=actor, course=course, title={"es": title}, minutes=minutes, method=method, treats=several, at=at
        )


def _norms(stage: Stage, at: datetime) -> None:
    """The member's own for its police, and a study plan of the school for its teachers."""
    commands.enter_obligation(
        actor=stage.focal_point(MEMBER), body=stage.bodies[POLICY], norm=FIRST_NORM, cadres=[Officials.POLICE],
        course=course_called(TITLE), day=str(_years_before(at, 3).year), every=36, validity=36, credits=Decimal(4),
        since=_years_before(at, 2), at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one
    commands.enter_obligation(
        actor=stage.actor(MEMBER, Role.REGISTRAR, TEACHERS), body=space_of(stage, MEMBER, TEACHERS), norm=PLAN,
        cadres=[Officials.EDUCATION], course=course_called(TEACHERS_COURSE), every=48, validity=48,
        since=_years_before(at, 1), at=at, is_demonstration=True,
    )  # fmt: skip  # one act, read as one


def _renew(stage: Stage, at: datetime) -> None:
    """Another resolution asks for it more often; the network reads it."""
    actor = stage.focal_point(MEMBER)
    made = commands.replace_obligation(
        actor=actor, obligation=_standing(FIRST_NORM), norm=SECOND_NORM, cadres=[Officials.POLICE],
        course=course_called(TITLE), day=str(at.year), every=24, validity=24, credits=Decimal(4),
        since=(at + timedelta(days=1)).date(), at=at,
    )  # fmt: skip  # one act, read as one
    commands.show_obligation(actor=actor, obligation=made, audience="network", at=at)


def _populations(stage: Stage, at: datetime) -> None:
    actor, body = stage.focal_point(MEMBER), stage.bodies[POLICY]
    for province, number in PROVINCES.items():
        for sex, share in ((Sex.FEMALE, 2), (Sex.MALE, 3)):
            said = Population(at.year, POLICE, Officials.POLICE, Level.OPERATING, sex, province)
            _set(actor, body, said, number * share // 5, at)
    registrar = stage.actor(MEMBER, Role.REGISTRAR, TEACHERS)
    for level, number in ((Level.DIRECTING, 60), (Level.TEACHING, 1800), (Level.IN_TRAINING, 350)):
        said = Population(at.year, TEACHERS, Officials.EDUCATION, level)
        _set(registrar, space_of(stage, MEMBER, TEACHERS), said, number, at)


def _set(actor: Actor, body: Body, said: Population, number: int, at: datetime) -> None:
    commands.set_target(
        actor=actor, body=body, population=said, number=number, source=INVENTED, at=at, is_demonstration=True
    )


def space_of(stage: Stage, member: str, institution: str) -> Body:
    """The own space of a school."""
    return Body.objects.select_related("member", "institution").get(
        kind=BodyKind.OFFICE, institution=stage.institutions[member, institution]
    )


def course_called(title: Mapping[str, str]) -> Course:
    return Course.objects.select_related("derivation__text__body__member").get(title=title)


def _standing(norm: str) -> Obligation:
    return Obligation.objects.select_related("body__member").get(norm=norm)


def _years_before(at: datetime, years: int) -> date:
    return date(at.year - years, 1, 1)
