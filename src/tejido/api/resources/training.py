"""Training schools, what makes their courses mandatory, the courses of one's own spaces with their sessions, and the
cohorts that one keeps: never a person of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.records import queries as records
from tejido.schools import queries as schools
from tejido.schools.words import names_of
from tejido.training import queries as training

from ..resource import Resource, Texts, Within, address, page
from .parts import BETWEEN, texts

## Schools


@dataclass(frozen=True, slots=True)
class School:
    """A training school as its member tells of it, or as a source does; `member` is empty where it is of several
    States. `audience`, to whom it is shown, is told to its own member's seats."""

    key: str
    address: str
    page: str
    member: str
    institution: str
    name: Texts
    sectors: list[str]
    city: str
    system: str
    languages: list[str]
    since: str
    says: Texts
    is_from_source: bool
    source: str
    audience: str
    is_demonstration: bool


def _schools(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    member = within.get("member")
    return [row for row in schools.schools_for(actor) if member in {"", row.member.code if row.member else ""}]


def _school(actor: Actor, _at: datetime, key: str) -> Any:
    return schools.school_for(actor, key)


def _show_school(row: Any, actor: Actor, _at: datetime) -> School:
    member = row.member.code if row.member else ""
    return School(
        key=row.key,
        address=address("schools", row.key),
        page=page("schools:school", row.key),
        member=member,
        institution=row.institution.code if row.institution else "",
        name=texts(names_of(row)),
        sectors=list(row.sectors),
        city=row.city,
        system=str(row.system),
        languages=list(row.languages),
        since=row.since,
        says=texts(row.says),
        is_from_source=row.is_from_source,
        source=row.source,
        audience=str(row.audience) if member and member == actor.member else "",
        is_demonstration=row.is_demonstration,
    )


SCHOOLS = Resource(
    "schools", "schools:school", School, _schools, _school, _show_school, index="schools:home",
    filters=("member",), is_public=True,
)  # fmt: skip  # one row, read as one


## Obligations


@dataclass(frozen=True, slots=True)
class Obligation:
    """A norm that makes training mandatory for cadres, from a day on. `course` is the key of the course that it names,
    empty where it obliges to any course for them, or to one that the reader has no part in. `every` and `validity` are
    months."""

    key: str
    address: str
    page: str
    member: str
    norm: str
    day: str
    source: str
    cadres: list[str]
    course: str
    every: int | None
    validity: int | None
    since: date
    until: date | None
    is_demonstration: bool


Obliging = tuple[Any, frozenset[str]]  # a norm, and the courses that the reader has a part in


def _obligations(actor: Actor, _at: datetime, _within: Within) -> Sequence[Obliging]:
    own = _own_courses(actor)
    return [(row, own) for row in schools.obligations_for(actor)]


def _obligation(actor: Actor, _at: datetime, key: str) -> Obliging:
    return schools.obligation_for(actor, key), _own_courses(actor)


def _own_courses(actor: Actor) -> frozenset[str]:
    return frozenset(course.key for course in training.own_courses(actor))


def _show_obligation(item: Obliging, _actor: Actor, _at: datetime) -> Obligation:
    row, own = item
    return Obligation(
        key=row.key,
        address=address("obligations", row.key),
        page=page("schools:obligation", row.key),
        member=row.body.member.code if row.body.member else "",
        norm=row.norm,
        day=row.day,
        source=row.source,
        cadres=list(row.cadres),
        course=row.course_id if row.course_id in own else "",
        every=row.every,
        validity=row.validity,
        since=row.since,
        until=row.until,
        is_demonstration=row.is_demonstration,
    )


def _key_of_obligation(item: Obliging) -> str:
    return str(item[0].key)


OBLIGATIONS = Resource(
    "obligations", "schools:obligation", Obligation, _obligations, _obligation, _show_obligation,
    key=_key_of_obligation, index="schools:obligations", is_public=True,
)  # fmt: skip  # one row, read as one


## Courses


@dataclass(frozen=True, slots=True)
class CourseSession:
    """A session of a course. `treats` are the ids of passages and headings of the version, a heading standing for its
    whole section."""

    key: str
    title: Texts
    minutes: int
    method: str
    treats: list[str]


@dataclass(frozen=True, slots=True)
class Course:
    """A course that teaches a version, in a space that the seat takes part in. `sessions` are told where one course is
    asked for."""

    key: str
    address: str
    page: str
    version: str
    title: Texts
    officials: str
    is_mandatory: bool
    obligation: str
    sessions: list[CourseSession] | None
    is_demonstration: bool
    links: dict[str, str]


Taught = tuple[Any, list[CourseSession] | None]


def _courses(actor: Actor, _at: datetime, within: Within) -> Sequence[Taught]:
    version = within.get("version")
    return [(row, None) for row in training.own_courses(actor) if version in {"", row.derivation_id}]


def _course(actor: Actor, _at: datetime, key: str) -> Taught:
    row = training.course_for(actor, key)
    return row, [_session(each) for each in training.sessions_of(row)]


def _session(row: Any) -> CourseSession:
    return CourseSession(row.key, texts(row.title), row.minutes, str(row.method), [each["id"] for each in row.treats])


def _show_course(item: Taught, _actor: Actor, _at: datetime) -> Course:
    row, sessions = item
    return Course(
        key=row.key,
        address=address("courses", row.key),
        page=page("training:course", row.key),
        version=row.derivation_id,
        title=texts(row.title),
        officials=str(row.officials),
        is_mandatory=row.is_mandatory,
        obligation=row.obligation,
        sessions=sessions,
        is_demonstration=row.is_demonstration,
        links={"version": address("versions", row.derivation_id)},
    )


def _key_of_course(item: Taught) -> str:
    return str(item[0].key)


COURSES = Resource(
    "courses", "training:course", Course, _courses, _course, _show_course, key=_key_of_course, index="training:home",
    filters=("version",),
)  # fmt: skip  # one row, read as one


## Cohorts


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who takes a course together, for who keeps the records of its school: how many completed it, and never who.
    `edition` is the key of the edition that is taught, empty where the version comes from none."""

    key: str
    address: str
    page: str
    course: str
    code: str
    title: Texts
    edition: str
    method: str
    province: str
    starts: date
    ends: date
    minutes: int
    completed: int
    is_demonstration: bool
    links: dict[str, str]


def _cohorts(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    course = within.get("course")
    return [row for row in records.cohorts_for(actor) if course in {"", row.course_id}]


def _cohort(actor: Actor, _at: datetime, key: str) -> Any:
    return records.cohort_for(actor, key)


def _show_cohort(row: Any, _actor: Actor, _at: datetime) -> Cohort:
    edition = f"{row.edition.text.slug}{BETWEEN}{row.edition.number}" if row.edition else ""
    return Cohort(
        key=row.key,
        address=address("cohorts", row.key),
        page=page("records:cohort", row.key),
        course=row.course_id,
        code=row.code,
        title=texts(row.title),
        edition=edition,
        method=str(row.method),
        province=row.province,
        starts=row.starts,
        ends=row.ends,
        minutes=row.minutes,
        completed=row.size,
        is_demonstration=row.is_demonstration,
        links={"edition": address("editions", edition)} if edition else {},
    )


COHORTS = Resource(
    "cohorts", "records:cohort", Cohort, _cohorts, _cohort, _show_cohort, index="records:home", filters=("course",),
)  # fmt: skip  # one row, read as one

RESOURCES = (SCHOOLS, OBLIGATIONS, COURSES, COHORTS)
