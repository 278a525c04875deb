"""Reminders: a week, two days and one day before a deadline, to the parties that have not answered yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.curriculum.models import Text
from tejido.ledger.actors import CLOCK
from tejido.registry.models import Party
from tejido.registry.queries import accounts_of_body
from tejido.registry.rules import Capacity

from .letters import remind
from .models import Round
from .queries.positions import releases_in
from .queries.procedures import open_silences, states_of
from .queries.rounds import contexts_of
from .queries.state import ProcedureState

BEFORE = (timedelta(days=7), timedelta(days=2), timedelta(days=1))
LONGEST = timedelta(days=800)  # no round is looked at that was opened longer ago


def stage(deadline: datetime, at: datetime) -> int | None:
    """Which reminder is due: the index in `BEFORE` of the nearest one whose moment has come; None before all and
    after the deadline."""
    if at > deadline:
        return None
    return max((place for place, early in enumerate(BEFORE) if at >= deadline - early), default=None)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What to remind of, and whom. `occasion` is the same whenever the same reminder is due."""

    text: Text
    address: str
    deadline: datetime
    zone: str
    occasion: str
    parties: Sequence[Party]


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    return sum(_queue(reminder, at) for reminder in (*_of_rounds(at), *_of_silences(at)))


def _of_rounds(at: datetime) -> Iterator[Reminder]:
    rows = Round.objects.filter(opened_at__gte=at - LONGEST).select_related("text__body__member")
    contexts = [context for context in contexts_of(CLOCK, list(rows)) if stage(context.deadline, at) is not None]
    released = releases_in(context.round for context in contexts)
    for context in contexts:
        row = context.round
        waiting = [party for party in context.parties if party.key not in released[row.key]]
        occasion = _occasion(f"round:{row.key}", context.deadline, at)
        yield Reminder(row.text, f"/rounds/{row.key}/", context.deadline, row.zone, occasion, waiting)


def _of_silences(at: datetime) -> Iterator[Reminder]:
    rows = open_silences()
    capacities = {row.text.body_id: Capacity(row.text.body, None) for row in rows}
    for state in states_of(rows, capacities, at):
        row, deadline = state.procedure, state.deadline
        if deadline is not None and stage(deadline, at) is not None:
            occasion = _occasion(f"silence:{row.key}", deadline, at)
            yield Reminder(row.text, f"/procedures/{row.key}/", deadline, row.zone, occasion, _silent(state))


def _silent(state: ProcedureState) -> list[Party]:
    """The members of record that have neither agreed to the text on the table nor objected."""
    return [p for p in state.members if not state.agreement_of(p.code) and not state.standing_objection(p.code)]


def _occasion(of: str, deadline: datetime, at: datetime) -> str:
    return f"{of}:{deadline:%Y%m%d%H%M}:{stage(deadline, at)}"


def _queue(reminder: Reminder, at: datetime) -> int:
    accounts = accounts_of_body(reminder.text.body, at)
    wanted = {account.pk: account for party in reminder.parties for account in accounts.get(party.code, [])}
    return remind(
        wanted.values(),
        text=reminder.text,
        address=reminder.address,
        until=reminder.deadline,
        zone=reminder.zone,
        occasion=reminder.occasion,
        at=at,
    )
