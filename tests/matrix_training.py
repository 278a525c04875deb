"""Courses in the permission matrix: those that Aldea keeps to itself, and a statement that it shows to the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import FIRST, NOW, SECTION_A, Cast
from matrix_adaptation import SLUG
from tejido.adaptation.models import Derivation
from tejido.curriculum.models import Edition
from tejido.engine.proof import canonical_digest
from tejido.training import commands
from tejido.training.lines import Thing, session_digest
from tejido.training.models import Course, CourseSession, Minimum, Statement
from tejido.training.queries import covered, statement_data

if TYPE_CHECKING:
    from matrix_world import World


def _seen(course: str) -> str:
    """The digest of the course's coverage, as its page shows it."""
    return canonical_digest(statement_data(covered(Course.objects.get(key=course))))


def teach(cast: Cast, version: str, said: str) -> dict[str, str]:
    """A course of a version with two sessions, described anew since its statement, which nobody outside reads."""
    actor = cast.actor("XA/focal_point")
    course = commands.begin_course(
        actor=actor, derivation=Derivation.objects.get(key=version), title={"es": f"{said} curso de policía"},
        officials="police", is_mandatory=True, obligation=f"{said} resolución", at=NOW,
    )  # fmt: skip  # one act, read as one
    for number in (1, 2):
        session = commands.plan_session(
            actor=actor, course=course, title={"es": f"{said} clase {number}"}, minutes=90, method="seminar",
            treats=[Thing(SECTION_A)], at=NOW,
        )  # fmt: skip  # one act, read as one
    stated = _state(cast, course)
    commands.describe_course(
        actor=actor, course=course, title=course.title, officials="judiciary", is_mandatory=True,
        obligation=course.obligation, at=NOW,
    )  # fmt: skip  # one act, read as one
    return {"course": course.key, "session": session.key, "statement": stated.key}


def _state(cast: Cast, course: Course) -> Statement:
    actor = cast.actor("XA/validating_authority")
    return commands.state_coverage(actor=actor, course=course, seen=_seen(course.key), at=NOW)


def teach_in_the_open(cast: Cast, version: str, released: str) -> dict[str, str]:
    """A statement that Aldea shows to the network."""
    row = Statement.objects.get(key=teach(cast, version, released)["statement"])
    commands.show_statement(actor=cast.actor("XA/focal_point"), statement=row, audience="network", at=NOW)
    return {"stated": row.key}


def least_time(cast: Cast) -> None:
    """What the network asks for in the first edition."""
    edition = Edition.objects.get(text__slug=SLUG, number=1)
    commands.set_minimum(actor=cast.secretariat, edition=edition, section="", minutes=60, decided="Reunión XII", at=NOW)


def asks_of_courses(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.mechanism.told
    course, version = {"key": told["course"]}, {"key": told["version"]}
    own, shown = {"key": told["statement"]}, {"key": told["stated"]}
    row = CourseSession.objects.get(key=told["session"])
    session = {**course, "session": row.key}
    described = {"name_es": "Curso", "officials": "police"}
    planned = {"name_es": "Clase", "minutes": "60", "method": "lecture", "treats": [FIRST]}
    seen = session_digest(row.title, row.minutes, row.method, row.treats)
    edition = {"slug": SLUG, "number": 1}
    minimum = Minimum.objects.get(edition__text__slug=SLUG)
    asks = {
        "home": ask(),
        "courses": ask(version, described),
        "course": ask(course),
        "descriptions": ask(course, described),
        "new_session": ask(course, planned),
        "session": ask(session, {**planned, "seen": seen}),
        "moves": ask(session, {"way": "up"}),
        "session_removals": ask(session),
        "coverage": ask(course),
        "export": ask({**course, "name": "coverage.csv"}),
        "statements": ask(course, {"seen": _seen(told["course"])}),
        "statement": ask(own),
        "statement#shown": ask(shown),
        "file": ask({**own, "ending": "json"}),
        "file#shown": ask({**shown, "ending": "json"}),
        "releases": ask(own, {"audience": "network"}),
        "withdrawals": ask(shown),
        "minimums": ask(edition, {"section": SECTION_A, "minutes": "30", "decided": "Reunión XII"}),
        "objectives": ask(edition, {"passages": [FIRST], "seen": canonical_digest([])}),
        "lifts": ask({**edition, "key": minimum.key}),
    }
    return {f"training:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  training:home                        200 200 200 200 200 200 200 200 200 200 200
GET  training:courses                     404 200 200 200 200 404 404 404 404 404 404
POST training:courses                     404 302 302 403 403 404 404 404 404 404 404
GET  training:course                      404 200 200 200 200 404 404 404 404 404 404
POST training:descriptions                404 302 302 403 403 404 404 404 404 404 404
GET  training:new_session                 404 200 200 200 200 404 404 404 404 404 404
POST training:new_session                 404 302 302 403 403 404 404 404 404 404 404
GET  training:session                     404 200 200 200 200 404 404 404 404 404 404
POST training:session                     404 302 302 403 403 404 404 404 404 404 404
POST training:moves                       404 302 302 403 403 404 404 404 404 404 404
POST training:session_removals            404 302 302 403 403 404 404 404 404 404 404
GET  training:coverage                    404 200 200 200 200 404 404 404 404 404 404
GET  training:export                      404 200 200 200 200 404 404 404 404 404 404
POST training:statements                  404 302 403 302 403 404 404 404 404 404 404
GET  training:statement                   404 200 200 200 200 404 404 404 404 404 404
GET  training:statement#shown             404 200 200 200 200 200 200 200 200 200 404
GET  training:file                        404 200 200 200 200 404 404 404 404 404 404
GET  training:file#shown                  404 200 200 200 200 200 200 200 200 200 404
POST training:releases                    404 302 302 302 403 404 404 404 404 404 404
POST training:withdrawals                 404 302 302 302 403 403 403 403 403 403 404
GET  training:minimums                    200 200 200 200 200 200 200 200 200 200 200
POST training:minimums                    403 403 403 403 403 403 302 403 403 403 403
GET  training:objectives                  200 200 200 200 200 200 200 200 200 200 200
POST training:objectives                  403 403 403 403 403 403 302 403 403 403 403
POST training:lifts                       403 403 403 403 403 403 302 403 403 403 403
"""
