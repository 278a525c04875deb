"""Sessions planned, changed and taken out."""

from datetime import datetime

from django.db import transaction

from tejido.engine.programme import pushed
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar
from tejido.web.languages import filled

from .. import rules
from ..lines import session_digest
from ..models import Appearance, Session
from ..names import Act, Kind
from ..queries import passages_taught, rooms_of, speakers_of
from ..rules import Known, Plan
from .acting import day_with, lock, numbers, record_act, standing, times, touch, touch_all, written


@transaction.atomic
def plan_session(
    *, actor: Actor, seminar: Seminar, plan: Plan, at: datetime, pushes: bool = False, follows: str = ""
) -> Session:
    """A further session. `pushes`: what begins later that day, or with it, moves by as long as it lasts. Refused where
    it, or what it pushes, would lie outside of the seminar's days."""
    seminar = lock(actor, seminar)
    ask(rules.fits(seminar, plan, _known(seminar)))
    made = create(actor, seminar, plan, next_number(seminar), at, follows)
    pushing = _push(seminar, made, at) if pushes else []
    _record(actor, Act.SESSION_PLANNED, made, at, {"pushed": list(numbers(pushing))} if pushing else {})
    return made


def create(actor: Actor, seminar: Seminar, plan: Plan, number: int, at: datetime, follows: str = "") -> Session:
    """The row, with those who appear in it."""
    made = Session(seminar=seminar, number=number, at=at, office=actor.office, follows=follows)
    _fill(made, plan)
    made.save(force_insert=True)
    _appear(made, plan)
    return made


def next_number(seminar: Seminar) -> int:
    """Numbers are never given twice: those taken out keep theirs."""
    last = Session.objects.filter(seminar=seminar).order_by("number").last()
    return last.number + 1 if last else 1


def _push(seminar: Seminar, made: Session, at: datetime) -> list[Session]:
    rows, day = day_with(seminar, made)
    others = [slot for slot in day if slot.id != made.key]
    return written(seminar, rows, pushed(others, made.starts_at, made.ends_at - made.starts_at), at)


def _fill(row: Session, plan: Plan) -> None:
    row.title, row.about, row.kind = filled(plan.title), filled(plan.about), Kind(plan.kind)
    row.starts_at, row.ends_at, row.parallel = plan.starts_at, plan.ends_at, plan.parallel
    row.room_id = plan.room or None
    row.floor, row.into, row.treats = list(plan.floor), list(plan.into), list(plan.treats)
    row.is_counted = plan.is_counted and not row.is_pause


def _appear(row: Session, plan: Plan) -> None:
    Appearance.objects.bulk_create(
        Appearance(session=row, speaker_id=key, part=part, place=place)
        for place, (key, part) in enumerate(plan.speakers, 1)
    )


def _known(seminar: Seminar) -> Known:
    return Known(
        {row.key for row in rooms_of(seminar)}, {row.key for row in speakers_of(seminar)}, passages_taught(seminar)
    )


@transaction.atomic
def change_session(*, actor: Actor, session: Session, plan: Plan, seen: str, at: datetime) -> Session:
    """The same session with other words, time, room or speakers; its number stays. `seen` is the digest of what was
    changed (`lines.session_digest`)."""
    seminar = lock(actor, session.seminar)
    row = Session.objects.get(key=session.key)
    before = list(Appearance.objects.filter(session=row))
    ask(rules.may_change(row, is_as_seen=session_digest(row, before) == seen))
    ask(rules.fits(seminar, plan, _known(seminar)))
    _fill(row, plan)
    touch(row, at)
    row.save()
    Appearance.objects.filter(session=row).delete()
    _appear(row, plan)
    _record(actor, Act.SESSION_CHANGED, row, at, {})
    return row


@transaction.atomic
def remove_session(*, actor: Actor, session: Session, at: datetime) -> None:
    """It does not take place. The ledger keeps that it was planned."""
    lock(actor, session.seminar)
    row = standing(session)
    row.removed_at = at
    touch(row, at)
    row.save(update_fields=["removed_at", "sequence", "changed_at"])
    facts = {"seminar": row.seminar_id, "number": row.number}
    record_act(actor, Act.SESSION_REMOVED, row, at, facts)


def renew_sessions(*, seminar: str, at: datetime) -> None:
    """The seminar was cancelled, or is held elsewhere or on other clocks: calendars take its sessions anew. No act, for
    the act was on the seminar."""
    touch_all(Session.objects.filter(seminar=seminar), at)


def _record(actor: Actor, act: Act, row: Session, at: datetime, more: dict[str, object]) -> None:
    facts = {"seminar": row.seminar_id, "number": row.number, "kind": str(row.kind), "group": row.parallel}
    said = {"title": row.title, "about": row.about}
    record_act(actor, act, row, at, {**facts, **times(row), **more}, said)
