"""What every act of presence begins and ends with: the seminar locked, and its line."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.ledger.names import NETWORK
from tejido.nominations.models import Nominee
from tejido.seminars.models import Seminar
from tejido.timetable.models import Session

from ..names import Act


def lock(seminar: Seminar) -> Seminar:
    """The seminar, of whose attendance nobody else changes anything until the act is done."""
    Seminar.objects.select_for_update().get(key=seminar.key)
    return Seminar.objects.select_related("cycle", "host", "revision__text").get(key=seminar.key)


def lock_session(session: Session) -> Session:
    lock(session.seminar)
    return Session.objects.select_related("seminar__host", "seminar__cycle").get(key=session.key)


def lock_people(nominees: Sequence[str]) -> None:
    """Nobody erases these until the act is done. Whether they were erased is asked afterwards."""
    list(Nominee.objects.select_for_update().filter(key__in=nominees).order_by("key").values_list("key"))


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    details: Mapping[str, Any] | None = None,
) -> None:
    """A line that every seat may read: it counts, and names no participant."""
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=NETWORK, kind=kind, object=row.key, at=at, facts=facts, details=details)
