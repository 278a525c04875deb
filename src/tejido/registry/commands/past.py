"""Dated events of the network's past. An entry is never changed: a better one takes its place."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Event
from ..names import Act
from ..queries.past import is_corrected
from .writing import write_down


@transaction.atomic
def enter_event(*, actor: Actor, at: datetime, **values: Any) -> Event:
    """A dated event of the network with its source: title, kind, number, since, until, place, says, source, grade,
    inferred."""
    ask(rules.may_keep_network(actor))
    event = Event.objects.create(entered_at=at, **values)
    write_down(actor, Act.EVENT_ENTERED, event, at, {"since": event.since}, details={"source": event.source})
    return event


@transaction.atomic
def correct_event(*, actor: Actor, event: Event, reason: str, at: datetime, **values: Any) -> Event:
    """A new entry in the place of one that was wrong, which stays readable with the reason why it no longer stands."""
    locked = Event.objects.select_for_update().get(key=event.key)
    ask(rules.may_keep_network(actor))
    ask(rules.is_the_latest(is_corrected=is_corrected(locked)))
    corrected = Event.objects.create(corrects=locked, reason=reason, entered_at=at, **values)
    facts = {"since": corrected.since, "corrects": locked.key}
    details = {"source": corrected.source, "reason": reason}
    write_down(actor, Act.EVENT_CORRECTED, corrected, at, facts, details=details)
    return corrected
