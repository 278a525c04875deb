"""What a school does with courses in these tests: Aldea teaches its version of the network's short text."""

from typing import Any

from cast import ITEM, NOW, SECTION_A, Cast
from tejido.adaptation.models import Derivation
from tejido.adaptation.tests.doings import approve, declare
from tejido.curriculum.models import Edition
from tejido.engine.proof import canonical_digest
from tejido.training import commands
from tejido.training.lines import Thing, session_digest
from tejido.training.models import Course, CourseSession, Minimum, Statement
from tejido.training.queries import covered, statement_data

TITLE = {"es": "Curso básico de policía"}
LESSON = {"es": "Factores de riesgo"}


def begin(cast: Cast, derivation: Derivation, by: str = "XA/focal_point", **given: Any) -> Course:
    values = {"title": TITLE, "officials": "police", "is_mandatory": True, "obligation": "Resolución 1", **given}
    return commands.begin_course(actor=cast.actor(by), derivation=derivation, at=NOW, **values)


def plan(cast: Cast, course: Course, *treats: Thing, by: str = "XA/focal_point", **given: Any) -> CourseSession:
    several = treats or (Thing(SECTION_A),)
    values = {"title": LESSON, "minutes": 90, "method": "seminar", "treats": several, **given}
    return commands.plan_session(actor=cast.actor(by), course=course, at=NOW, **values)


def change(cast: Cast, row: CourseSession, by: str = "XA/focal_point", **given: Any) -> None:
    now = CourseSession.objects.get(key=row.key)
    seen = session_digest(now.title, now.minutes, now.method, now.treats)
    values = {"title": LESSON, "minutes": 60, "method": "lecture", "treats": (), "seen": seen, **given}
    commands.change_session(actor=cast.actor(by), session=row, at=NOW, **values)


def ask_for(cast: Cast, edition: Edition, section: str = "", by: str = "network/secretariat", **given: Any) -> Minimum:
    fresh = given.pop("fresh", True)
    values = {"minutes": 60, "decided": "Reunión XII", **given}
    return commands.set_minimum(actor=cast.actor(by, fresh=fresh), edition=edition, section=section, at=NOW, **values)


def as_read(course: Course) -> str:
    return canonical_digest(statement_data(covered(Course.objects.get(key=course.key))))


def state(
    cast: Cast, course: Course, by: str = "XA/validating_authority", *, fresh: bool = True, seen: str = ""
) -> Statement:
    return commands.state_coverage(
        actor=cast.actor(by, fresh=fresh), course=course, seen=seen or as_read(course), at=NOW
    )


def show(
    cast: Cast, statement: Statement, audience: str = "network", by: str = "XA/focal_point", *, fresh: bool = True
) -> None:
    commands.show_statement(actor=cast.actor(by, fresh=fresh), statement=statement, audience=audience, at=NOW)


def withdraw(cast: Cast, statement: Statement, by: str = "XA/focal_point", *, fresh: bool = True) -> None:
    commands.withdraw_statement(actor=cast.actor(by, fresh=fresh), statement=statement, at=NOW)


def leave_out(cast: Cast, derivation: Derivation) -> None:
    """The item, which the version no longer has, with a reason that the authority approved."""
    declare(cast, derivation, ITEM)
    approve(cast, derivation)
