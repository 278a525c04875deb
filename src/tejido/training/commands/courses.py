"""Courses and their sessions: begun, described, planned, changed, moved, taken out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.adaptation.models import Derivation
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import Refusal, ask
from tejido.registry.queries import capacity

from .. import rules
from ..lines import Thing, session_digest, stated, treats_data
from ..models import Course, CourseSession
from ..names import Act, Way
from .writing import Locked, lock


@transaction.atomic
def begin_course(
    *,
    actor: Actor,
    derivation: Derivation,
    title: Mapping[str, str],
    officials: str,
    is_mandatory: bool,
    obligation: str,
    at: datetime,
) -> Course:
    """A course that teaches this version, without sessions yet. Refused to others than who serves the space."""
    row = Derivation.objects.select_related("text__body__member", "text__body__institution").get(key=derivation.key)
    body = row.text.body
    ask(rules.may_describe(capacity(actor, body), title))
    made = Course.objects.create(
        derivation=row, title=dict(title), officials=officials, is_mandatory=is_mandatory,
        obligation=obligation.strip(), is_demonstration=row.text.is_demonstration, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.COURSE_BEGUN, made, at, _facts(made), tree=body.tree, details=_details(made))
    return made


@transaction.atomic
def describe_course(
    *,
    actor: Actor,
    course: Course,
    title: Mapping[str, str],
    officials: str,
    is_mandatory: bool,
    obligation: str,
    at: datetime,
) -> None:
    """Its title, for whom it is, and where its being mandatory comes from."""
    locked = lock(actor, course)
    ask(rules.may_describe(locked.capacity, title))
    row = locked.course
    row.title, row.officials, row.is_mandatory = dict(title), officials, is_mandatory
    row.obligation = obligation.strip()
    row.save(update_fields=["title", "officials", "is_mandatory", "obligation"])
    write_down(actor, Act.COURSE_DESCRIBED, row, at, _facts(row), tree=locked.tree, details=_details(row))


def _facts(course: Course) -> dict[str, object]:
    return {"officials": str(course.officials), "mandatory": course.is_mandatory}


def _details(course: Course) -> dict[str, object]:
    return {"title": course.title, "obligation": course.obligation}


@transaction.atomic
def plan_session(
    *,
    actor: Actor,
    course: Course,
    title: Mapping[str, str],
    minutes: int,
    method: str,
    treats: Sequence[Thing],
    at: datetime,
) -> CourseSession:
    """A further session at the end. Refused where it treats what the version does not have, a thing twice, or for
    longer than it lasts."""
    locked = lock(actor, course)
    ask(_fits(locked, title, minutes, treats))
    last = CourseSession.objects.filter(course=locked.course).order_by("place").last()
    made = CourseSession.objects.create(
        course=locked.course, place=last.place + 1 if last else 1, title=dict(title), minutes=minutes, method=method,
        treats=treats_data(treats), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.SESSION_PLANNED, made, locked, at)
    return made


@transaction.atomic
def change_session(
    *,
    actor: Actor,
    session: CourseSession,
    title: Mapping[str, str],
    minutes: int,
    method: str,
    treats: Sequence[Thing],
    seen: str,
    at: datetime,
) -> None:
    """The same session with other words, time or passages; its place stays. `seen` is the digest of what was changed
    (`lines.session_digest`)."""
    locked, row = _held(actor, session)
    ask(_fits(locked, title, minutes, treats))
    ask(rules.may_change(row, is_as_seen=session_digest(row.title, row.minutes, row.method, row.treats) == seen))
    row.title, row.minutes, row.method, row.treats = dict(title), minutes, method, treats_data(treats)
    row.save(update_fields=["title", "minutes", "method", "treats"])
    _write(actor, Act.SESSION_CHANGED, row, locked, at)


@transaction.atomic
def move_session(*, actor: Actor, session: CourseSession, way: Way, at: datetime) -> None:
    """One place earlier or later: it changes places with its neighbour."""
    locked, row = _held(actor, session)
    others = CourseSession.objects.filter(course=locked.course, removed_at=None)
    earlier, later = others.filter(place__lt=row.place).last(), others.filter(place__gt=row.place).first()
    neighbour = earlier if way == Way.UP else later
    ask(rules.may_move(locked.capacity, row, has_neighbour=neighbour is not None))
    other = cast("CourseSession", neighbour)  # refused above where there is none
    row.place, other.place = other.place, row.place
    row.save(update_fields=["place"])
    other.save(update_fields=["place"])
    write_down(actor, Act.SESSION_MOVED, row, at, {"course": row.course_id, "way": str(way)}, tree=locked.tree)


@transaction.atomic
def remove_session(*, actor: Actor, session: CourseSession, at: datetime) -> None:
    """It is no longer given. The ledger keeps that it was planned."""
    locked, row = _held(actor, session)
    ask(rules.may_remove(locked.capacity, row))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    write_down(actor, Act.SESSION_REMOVED, row, at, {"course": row.course_id}, tree=locked.tree)


def _held(actor: Actor, session: CourseSession) -> tuple[Locked, CourseSession]:
    locked = lock(actor, session.course)
    return locked, CourseSession.objects.get(key=session.key)


def _fits(locked: Locked, title: Mapping[str, str], minutes: int, treats: Sequence[Thing]) -> Refusal | None:
    ids = [thing.id for thing in treats]
    return rules.may_plan(locked.capacity, title, minutes, ids, stated(treats), _known(locked))


def _known(locked: Locked) -> frozenset[str]:
    """What a session may treat: the passages that the version has now."""
    return frozenset(p.id for p in document_of(latest_revision(locked.course.derivation.text)))


def _write(actor: Actor, act: Act, row: CourseSession, locked: Locked, at: datetime) -> None:
    facts = {
        "course": row.course_id,
        "minutes": row.minutes,
        "method": str(row.method),
        "treats": canonical_digest(row.treats),
    }
    write_down(actor, act, row, at, facts, tree=locked.tree, details={"title": row.title})
