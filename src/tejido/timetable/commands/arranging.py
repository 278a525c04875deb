"""Sessions moved in time, without touching anything else of them."""

from datetime import datetime, timedelta

from django.db import transaction

from tejido.engine.programme import exchanged, pushed, swapped
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import slot_of
from ..models import Session
from ..names import Act, Way
from .acting import day_with, lock, numbers, record_act, standing, written


@transaction.atomic
def move_session(*, actor: Actor, session: Session, way: Way, at: datetime) -> None:
    """The session, with what runs beside it, changes places with what is before or behind it on its day."""
    seminar = lock(actor, session.seminar)
    row = standing(session)
    rows, day = day_with(seminar, row)
    found = exchanged(day, row.key, is_earlier=way == Way.UP)
    ask(rules.has_neighbour(found))
    moved = written(seminar, rows, found or {}, at)
    _record(actor, row, moved, at, {"way": str(way)})


@transaction.atomic
def swap_sessions(*, actor: Actor, session: Session, other: Session, at: datetime) -> None:
    """Two sessions of the seminar, of whatever days, take each other's time. Their rooms stay theirs."""
    seminar = lock(actor, session.seminar)
    row, with_it = standing(session), standing(other)
    ask(rules.is_another(row, with_it))
    rows = {each.key: each for each in (row, with_it)}
    moved = written(seminar, rows, swapped(slot_of(row), slot_of(with_it)), at)
    _record(actor, row, moved, at, {"way": "swap"})


@transaction.atomic
def shift_day(*, actor: Actor, session: Session, minutes: int, at: datetime) -> None:
    """The session and what begins with it or later that day move by so many minutes, back where they are negative."""
    seminar = lock(actor, session.seminar)
    row = standing(session)
    ask(rules.moves_something(minutes))
    rows, day = day_with(seminar, row)
    moved = written(seminar, rows, pushed(day, row.starts_at, timedelta(minutes=minutes)), at)
    _record(actor, row, moved, at, {"way": "shift", "minutes": minutes})


def _record(actor: Actor, row: Session, moved: list[Session], at: datetime, facts: dict[str, object]) -> None:
    facts = {"seminar": row.seminar_id, "moved": list(numbers(moved)), **facts}
    record_act(actor, Act.SESSION_MOVED, row, at, facts)
