"""Who may plan a course, write down the least time, state what is covered and show it, and when."""

from collections.abc import Collection, Mapping, Sequence

from tejido.adaptation.rules import approves, keeps, may_work, reaches
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.registry.rules import Capacity, may_keep_network

from .models import CourseSession, Minimum, Statement
from .names import No

MOST = 6000  # minutes of a session, and of what is asked for a section


def may_describe(capacity: Capacity, title: Mapping[str, str]) -> Refusal | None:
    """Who serves the space plans its courses."""
    return may_work(capacity) or (None if title else Refusal(No.NO_TITLE))


def may_plan(
    capacity: Capacity, title: Mapping[str, str], minutes: int, ids: Sequence[str], stated: int, known: Collection[str]
) -> Refusal | None:
    """A session treats passages that the version has, each once, and no longer than it lasts. `ids` are what it treats,
    `stated` the minutes that were divided among them, `known` the ids that may be named."""
    if refusal := may_describe(capacity, title):
        return refusal
    if not 0 < minutes <= MOST:
        return Refusal(No.NO_MINUTES)
    if len(set(ids)) < len(ids) or not set(ids) <= set(known):
        return Refusal(No.NOT_IN_VERSION)
    too_much = Refusal(No.STATED_TOO_MUCH, {"stated": stated, "minutes": minutes})
    return too_much if stated > minutes else None


def still_planned(session: CourseSession) -> Refusal | None:
    return Refusal(No.REMOVED) if session.removed_at else None


def may_change(session: CourseSession, *, is_as_seen: bool) -> Refusal | None:
    """Nobody writes over what somebody else wrote meanwhile."""
    return still_planned(session) or (None if is_as_seen else Refusal(Shared.STALE))


def may_move(capacity: Capacity, session: CourseSession, *, has_neighbour: bool) -> Refusal | None:
    if refusal := may_work(capacity) or still_planned(session):
        return refusal
    return None if has_neighbour else Refusal(No.AT_THE_END)


def may_remove(capacity: Capacity, session: CourseSession) -> Refusal | None:
    return may_work(capacity) or still_planned(session)


def may_set(
    actor: Actor, body: Body, minutes: int, decided: str, *, is_there: bool, standing: Minimum | None
) -> Refusal | None:
    """The secretariat writes down what the network agreed on; it never decides it."""
    if refusal := may_keep_network(actor):
        return refusal
    if body.kind != BodyKind.NETWORK:
        return Refusal(No.NOT_OF_NETWORK)
    if not is_there:
        return Refusal(No.NO_SUCH_SECTION)
    if not 0 < minutes <= MOST:
        return Refusal(No.NO_MINUTES)
    if not decided.strip():
        return Refusal(No.NO_DECISION)
    if standing is not None and (standing.minutes, standing.decided) == (minutes, decided.strip()):
        return Refusal(No.SET_SO)
    return must_be_fresh(actor.is_fresh)


def may_lift(actor: Actor, minimum: Minimum) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    return Refusal(No.LIFTED) if minimum.lifted_at else must_be_fresh(actor.is_fresh)


def may_mark(
    actor: Actor, body: Body, ids: Collection[str], known: Collection[str], *, is_as_seen: bool, is_marked_so: bool
) -> Refusal | None:
    """The secretariat says which passages of an adopted text are its objectives; what they say was adopted by all."""
    if refusal := may_keep_network(actor):
        return refusal
    if body.kind != BodyKind.NETWORK:
        return Refusal(No.NOT_OF_NETWORK)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    if not set(ids) <= set(known):
        return Refusal(No.NOT_IN_EDITION)
    return Refusal(No.MARKED_SO) if is_marked_so else None


def may_state(
    actor: Actor, capacity: Capacity, *, has_sessions: bool, is_as_seen: bool, is_stated: bool
) -> Refusal | None:
    """The authority of the space states facts, whatever they are, by a formal act on exactly what it read."""
    if refusal := approves(capacity):
        return refusal
    if not has_sessions:
        return Refusal(No.NO_SESSIONS)
    if not is_as_seen:
        return Refusal(No.COURSE_MOVED)
    return Refusal(No.STATED_SO) if is_stated else must_be_fresh(actor.is_fresh)


def may_show(actor: Actor, capacity: Capacity, statement: Statement, audience: str) -> Refusal | None:
    """The keepers of the version decide to whom what is stated of its courses is shown."""
    if refusal := keeps(actor, capacity) or reaches(capacity.body, audience):
        return refusal
    if statement.withdrawn_at:
        return Refusal(No.IS_WITHDRAWN)
    return Refusal(No.STATEMENT_SHOWN_SO) if statement.audience == audience else must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, capacity: Capacity, statement: Statement) -> Refusal | None:
    if refusal := keeps(actor, capacity):
        return refusal
    return Refusal(No.IS_WITHDRAWN) if statement.withdrawn_at else must_be_fresh(actor.is_fresh)
