"""Who may enter who was there."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import Role
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.rules import hosts, may_keep_seminars
from tejido.timetable.models import Session

from ..names import No

EARLY = timedelta(minutes=30)  # before a session begins, and after it ends, that people enter themselves


def may_enter(actor: Actor, seminar: Seminar) -> Refusal | None:
    """The secretariat, and the seats of the host, who stand at the door."""
    if may_keep_seminars(actor) is None or hosts(actor, seminar):
        return Refusal(No.CANCELLED) if seminar.state == State.CANCELLED else None
    return not_yours(Role.SECRETARIAT.label)


def may_number(actor: Actor, *, lacking: int) -> Refusal | None:
    """Numbers stand on badges and lists, so one house gives them."""
    if refusal := may_keep_seminars(actor):
        return refusal
    return None if lacking else Refusal(No.ALL_NUMBERED)


def must_stand(session: Session) -> Refusal | None:
    return Refusal(No.SESSION_OUT) if session.removed_at else None


def may_enter_all(
    actor: Actor,
    session: Session,
    given: Mapping[str, str],
    standing: Mapping[str, str],
    known: Collection[str],
    *,
    is_as_seen: bool,
) -> Refusal | None:
    """All at once, over exactly what was read. `given` and `standing` are what is said by nominee, `known` those who
    take part."""
    if refusal := may_enter(actor, session.seminar) or must_stand(session):
        return refusal
    if not set(given) <= set(known):
        return Refusal(No.NOT_HERE)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return None if any(standing.get(key, "") != said for key, said in given.items()) else Refusal(No.NOTHING_NEW)


def may_enter_numbers(
    actor: Actor, session: Session, numbers: Sequence[int], known: Collection[int], *, is_new: bool
) -> Refusal | None:
    """From a paper list: whoever signed was there. `is_new`: somebody of them was not entered as present yet."""
    if refusal := may_enter(actor, session.seminar) or must_stand(session):
        return refusal
    if not numbers:
        return Refusal(No.NOBODY)
    if unknown := sorted(set(numbers) - set(known)):
        return Refusal(No.UNKNOWN_NUMBERS, {"numbers": ", ".join(map(str, unknown))})
    return None if is_new else Refusal(No.NOTHING_NEW)


def is_within(session: Session, at: datetime) -> bool:
    """Whether the session is being held, with some minutes on both sides."""
    return session.starts_at - EARLY <= at <= session.ends_at + EARLY


def may_enter_oneself(session: Session, at: datetime, *, is_right: bool, is_present: bool) -> Refusal | None:
    """Who is in the room reads its code and enters themselves. `is_right`: the code is one of the last minutes."""
    if refusal := must_stand(session):
        return refusal
    if session.seminar.state == State.CANCELLED:
        return Refusal(No.CANCELLED)
    if not is_within(session, at):
        return Refusal(No.NOT_NOW)
    if not is_right:
        return Refusal(No.WRONG_CODE)
    return Refusal(No.NOTHING_NEW) if is_present else None
