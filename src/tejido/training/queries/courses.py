"""Courses, for those who take part in the space of their version; statements, also for those to whom they are shown."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tejido.adaptation.models import Derivation
from tejido.adaptation.queries import audiences, shown_to
from tejido.curriculum.models import Edition
from tejido.ledger.actors import Actor
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..models import Course, CourseSession, Minimum, Statement

_SPACE = "derivation__text__body__member", "derivation__text__body__institution", "derivation__source__body"


def own_courses(actor: Actor) -> list[Course]:
    """The courses of every space of the actor."""
    return list(Course.objects.select_related(*_SPACE).filter(derivation__text__body__in=bodies_of(actor)))


def courses_of(derivation: Derivation) -> list[Course]:
    """The courses of a version. The caller takes part in its space."""
    return list(Course.objects.select_related(*_SPACE).filter(derivation=derivation))


def course_for(actor: Actor, key: str) -> Course:
    """Course.DoesNotExist for who has no part in its space, exactly as for an unknown key."""
    found = Course.objects.select_related(*_SPACE).get(key=key)
    if not tasks(actor, found.derivation.text.body):
        raise Course.DoesNotExist
    return found


def sessions_of(course: Course) -> list[CourseSession]:
    """In their order, without those taken out."""
    return list(CourseSession.objects.filter(course=course, removed_at=None))


def session_for(course: Course, key: str) -> CourseSession:
    return CourseSession.objects.select_related("course").get(course=course, key=key, removed_at=None)


def minimums_of(edition: Edition) -> list[Minimum]:
    return list(Minimum.objects.filter(edition=edition, lifted_at=None))


def minimum_for(edition: Edition, key: str) -> Minimum:
    return Minimum.objects.get(edition=edition, key=key)


## Statements


@dataclass(frozen=True, slots=True)
class Opened:
    """A statement as the reader may see it; its own seats see withdrawn ones too."""

    statement: Statement
    is_own: bool


def statements_of(course: Course) -> list[Statement]:
    """Every statement of a course, the latest first. The caller takes part in its space."""
    return list(Statement.objects.filter(course=course).defer("data"))


def statement_for(actor: Actor, key: str) -> Opened:
    """Statement.DoesNotExist for who may not read it, exactly as for an unknown key."""
    related = [f"course__{name}" for name in _SPACE]
    found = Statement.objects.select_related(*related).get(key=key)
    body = found.course.derivation.text.body
    if tasks(actor, body):
        return Opened(found, True)
    member = body.member.code if body.member else ""
    if found.withdrawn_at or found.audience not in audiences(actor, member):
        raise Statement.DoesNotExist
    return Opened(found, False)


def shown_statements(actor: Actor) -> list[Statement]:
    """What is shown to the actor and stands, whosever it is. What stands in a course that the reader has no part in is
    told by the statement alone."""
    return list(_shown(actor).select_related("course__derivation__text__body__member").order_by("-shown_at", "key"))


def _shown(actor: Actor) -> QuerySet[Statement]:
    is_theirs = shown_to(actor, "course__derivation__text__body__member")
    return Statement.objects.filter(is_theirs, withdrawn_at=None)
