"""What a school's systems show: texts as they are in force, versions as they are shown, the courses made of them.

A learner reads what was adopted or shown, and never a draft: of a text of the network its latest edition, of a version
of the school or of its member what stands shown to the seats of that member or to more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q

from tejido.adaptation.models import Release
from tejido.curriculum.models import Edition, Picture, Revision, Text
from tejido.curriculum.queries import documents_of
from tejido.engine.document import Document, outline
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.training.lines import things
from tejido.training.models import Course, CourseSession

from ..lines import COURSE, TEXT, Target


@dataclass(frozen=True, slots=True)
class Current:
    """A text as it is in force. `number` is that of its edition, or of the edition that a version was brought up to; 0
    where that is no edition. `newest` is that of the latest edition of what a version comes from."""

    text: Text
    listed: Revision
    number: int
    newest: int
    at: datetime
    is_version: bool

    @property
    def digest(self) -> str:
        return self.listed.digest

    @property
    def is_behind(self) -> bool:
        return self.is_version and 0 < self.number < self.newest


def offered(body: Body, slug: str = "") -> list[Current]:
    """The texts that a school can show, the network's first; with `slug` that one alone. Three queries."""
    return [*_adopted(slug), *_shown(body, slug)]


def current(body: Body, slug: str) -> Current:
    """Text.DoesNotExist where it is not offered to this school, exactly as for an unknown address."""
    found = offered(body, slug)
    if not found:
        raise Text.DoesNotExist
    return found[0]


def _adopted(slug: str) -> list[Current]:
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK, **({"text__slug": slug} if slug else {}))
    rows = rows.select_related("text__body", "revision").defer("record").order_by("number")
    latest = {row.text_id: row for row in rows}
    return [Current(row.text, row.revision, row.number, row.number, row.sealed_at, False) for row in latest.values()]


def _shown(body: Body, slug: str) -> list[Current]:
    rows = Release.objects.filter(
        derivation__text__body__member=body.member,
        withdrawn_at=None,
        **({"derivation__text__slug": slug} if slug else {}),
    )
    of_school = Q(derivation__text__body__institution=None) | Q(derivation__text__body=body)
    related = ("derivation__text__body__institution", "derivation__text__body__member", "revision", "uptake")
    found = list(rows.filter(of_school).select_related(*related).order_by("at"))
    newest = _newest(row.derivation.source_id for row in found if row.derivation.source_id)
    return [_as_shown(row, newest) for row in found]


def _newest(texts: Iterable[str]) -> Mapping[str, int]:
    rows = Edition.objects.filter(text__in=set(texts)).values("text").annotate(newest=Max("number"))
    return {row["text"]: row["newest"] for row in rows.order_by("text")}


def _as_shown(row: Release, newest: Mapping[str, int]) -> Current:
    number = row.uptake.edition if row.uptake.is_edition else 0
    latest = newest.get(row.derivation.source_id or "", 0)
    return Current(row.derivation.text, row.revision, number, latest, row.at, True)


def document_of(found: Current) -> Document:
    return documents_of([found.listed])[found.digest]


def documents(several: Iterable[Current]) -> dict[str, Document]:
    """By digest; the missing ones in one query."""
    return documents_of([found.listed for found in several])


def picture_of(found: Current, digest: str) -> Picture:
    """An image that the text shows as it is in force. Picture.DoesNotExist otherwise."""
    row = Picture.objects.get(text=found.text, digest=digest)
    if not any(digest in words for passage in document_of(found) for _language, words in passage.texts):
        raise Picture.DoesNotExist
    return row


## Courses


@dataclass(frozen=True, slots=True)
class Taught:
    """A course with its sessions in their order, and its text as it is in force."""

    course: Course
    sessions: tuple[CourseSession, ...]
    current: Current


def courses_offered(texts: Iterable[Current], key: str = "") -> list[Taught]:
    """The courses of the school, and of its member, whose version is shown; with `key` that one alone. Two queries."""
    by_text = {found.text.key: found for found in texts if found.is_version}
    rows = Course.objects.filter(derivation__text__in=list(by_text), **({"key": key} if key else {}))
    courses = list(rows.select_related("derivation__text__body"))
    sessions: dict[str, list[CourseSession]] = {}
    for row in CourseSession.objects.filter(course__in=courses, removed_at=None):
        sessions.setdefault(row.course_id, []).append(row)
    return [
        Taught(course, tuple(sessions[course.key]), by_text[course.derivation.text_id])
        for course in courses
        if course.key in sessions
    ]


def taught(body: Body, key: str) -> Taught:
    """Course.DoesNotExist where it is not offered to this school."""
    found = courses_offered(offered(body), key)
    if not found:
        raise Course.DoesNotExist
    return found[0]


## What a target points at


@dataclass(frozen=True, slots=True)
class Place:
    """What an activity shows: a text or one section of it, a course or one session. `units` are the parts that have to
    be worked through."""

    target: Target
    current: Current
    document: Document
    taught: Taught | None = None
    session: CourseSession | None = None

    @property
    def units(self) -> tuple[str, ...]:
        if self.taught is None:
            return (self.target.path,)
        if self.session is not None:
            return (unit_of(self.session),)
        return tuple(unit_of(session) for session in self.taught.sessions)


def unit_of(session: CourseSession) -> str:
    return f"session/{session.key}"


def place_of(body: Body, target: Target) -> Place:
    """Text.DoesNotExist, Course.DoesNotExist or CourseSession.DoesNotExist where it is not offered to this school."""
    if target.kind == TEXT:
        found = current(body, target.id)
        document = document_of(found)
        if target.part and target.part not in {s.heading.id for s in outline(document) if s.heading}:
            raise Text.DoesNotExist
        return Place(target, found, document)
    return _in_course(target, taught(body, target.id))


def _in_course(target: Target, found: Taught) -> Place:
    session = next((row for row in found.sessions if row.key == target.part), None)
    if target.part and session is None:
        raise CourseSession.DoesNotExist
    return Place(target, found.current, document_of(found.current), found, session)


def spans_of(document: Document, session: CourseSession) -> list[tuple[int, int]]:
    """Where in the text stands what a session treats: whole sections by their headings, single passages, in the order
    of the text, nothing twice."""
    by_heading = {s.heading.id: (s.start, s.end) for s in outline(document) if s.heading}
    places = {passage.id: (at, at + 1) for at, passage in enumerate(document)}
    wanted = {thing.id for thing in things(session.treats)}
    spans = sorted(by_heading.get(id) or places[id] for id in wanted if id in places)
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def course_target(course: Course, session: CourseSession | None = None) -> Target:
    return Target(COURSE, course.key, session.key if session else "")
