"""Reminders: a week, two days and one day before a deadline, to the parties that have not answered yet."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tejido.curriculum.models import Text
from tejido.registry.models import Party
from tejido.registry.queries import accounts_of_body
from tejido.registry.rules import Capacity

from .letters import remind
from .models import Round, RoundParty
from .queries.positions import standing_releases
from .queries.procedures import open_silences, state_of
from .queries.rounds import deadline_of

BEFORE = (timedelta(days=7), timedelta(days=2), timedelta(days=1))


def stage(deadline: datetime, at: datetime) -> int | None:
    """Which reminder is due: the index in `BEFORE` of the nearest one whose moment has come; None before all and
    after the deadline."""
    if at > deadline:
        return None
    return max((place for place, early in enumerate(BEFORE) if at >= deadline - early), default=None)


def due_reminders(at: datetime) -> int:
    """Queues every reminder that is due and was not sent. A job that runs twice writes once."""
    return sum(_round(row, at) for row in _running(at)) + _silences(at)


def _running(at: datetime) -> list[Round]:
    rows = Round.objects.select_related("text__body__member").filter(opened_at__gte=at - timedelta(days=800))
    return [row for row in rows if deadline_of(row) >= at]


def _round(row: Round, at: datetime) -> int:
    deadline = deadline_of(row)
    due = stage(deadline, at)
    if due is None:
        return 0
    released = standing_releases(row)
    places = RoundParty.objects.filter(round=row).select_related("party")
    waiting = [place.party for place in places if place.party_id not in released]
    return _remind(
        waiting, row.text, f"/rounds/{row.key}/", deadline, row.zone, f"round:{row.key}:{deadline:%Y%m%d%H%M}:{due}", at
    )


def _silences(at: datetime) -> int:
    done = 0
    for row in open_silences():
        state = state_of(row, Capacity(row.text.body, None), at)
        due = stage(state.deadline, at) if state.deadline else None
        if due is not None and state.deadline is not None:
            occasion = f"silence:{row.key}:{state.deadline:%Y%m%d%H%M}:{due}"
            done += _remind(state.members, row.text, f"/procedures/{row.key}/", state.deadline, row.zone, occasion, at)
    return done


def _remind(
    parties: Iterable[Party], text: Text, address: str, until: datetime, zone: str, occasion: str, at: datetime
) -> int:
    accounts = accounts_of_body(text.body, at)
    wanted = {account.pk: account for party in parties for account in accounts.get(party.code, [])}
    return remind(wanted.values(), text=text, address=address, until=until, zone=zone, occasion=occasion, at=at)
