"""What every act on a programme begins and ends with: the seminar locked, the sessions written, the line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from tejido.engine.programme import Slot, Span
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.ledger.refusals import ask
from tejido.meetings.commands.instants import instant_from
from tejido.seminars.models import Seminar

from .. import rules
from ..lines import slot_of
from ..models import Session
from ..names import Act
from ..queries import appearances_of, sessions_of

__all__ = ["day_with", "instant_from", "lock", "record_act", "standing", "times", "touch_all", "written"]
RELATED = ("cycle", "host", "institution", "revision__text", "structure__text")


def lock(actor: Actor, seminar: Seminar) -> Seminar:
    """The seminar with its row locked, so that an act sees every act before it. Refused to who does not plan it."""
    Seminar.objects.select_for_update().get(key=seminar.key)
    row = Seminar.objects.select_related(*RELATED).get(key=seminar.key)
    ask(rules.may_plan(actor, row))
    return row


def standing(session: Session) -> Session:
    """The session as every act before has left it, with its seminar locked. Refused where it was taken out."""
    row = Session.objects.select_related("seminar").get(key=session.key)
    ask(rules.still_planned(row))
    return row


def day_with(seminar: Seminar, session: Session) -> tuple[dict[str, Session], list[Slot]]:
    """The sessions of the seminar by key, and those of the day of this session as they lie beside one another."""
    rows, appearing = sessions_of(seminar), appearances_of(seminar)
    day = rules.day_at(seminar, session.starts_at)
    on_it = [row for row in rows if rules.day_at(seminar, row.starts_at) == day]
    return {row.key: row for row in rows}, [slot_of(row, appearing.get(row.key, ())) for row in on_it]


def written(seminar: Seminar, rows: Mapping[str, Session], moved: Mapping[str, Span], at: datetime) -> list[Session]:
    """The new times, all of them or none: refused where one would leave the days of the seminar."""
    for starts_at, ends_at in moved.values():
        ask(rules.is_within(seminar, starts_at, ends_at))
    several = [rows[key] for key in moved]
    for row in several:
        row.starts_at, row.ends_at = moved[row.key]
        touch(row, at)
    Session.objects.bulk_update(several, ["starts_at", "ends_at", "sequence", "changed_at"])
    return several


def touch(row: Session, at: datetime) -> None:
    """It is another one now, as calendars want to know."""
    row.sequence, row.changed_at = row.sequence + 1, at


def touch_all(rows: QuerySet[Session], at: datetime) -> None:
    """Something that calendars show of all of them is another now."""
    rows.update(sequence=F("sequence") + 1, changed_at=at)


def times(row: Session) -> dict[str, str]:
    return {"starts": row.starts_at.isoformat(), "ends": row.ends_at.isoformat()}


def record_act(
    actor: Actor, act: Act, row: Keyed, at: datetime, facts: Mapping[str, Any], said: Mapping[str, Any] | None = None
) -> None:
    """One line in the ledger of the network. What people wrote is sealed."""
    kind = f"programme-{type(row).__name__.lower()}"
    record(actor=actor, act=act, tree="network", kind=kind, object=row.key, at=at, facts=facts, details=said)


def numbers(rows: Iterable[Session]) -> Sequence[int]:
    return sorted(row.number for row in rows)
