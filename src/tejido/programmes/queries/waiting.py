"""What waits of initiatives: those whose days are over, and terms that were proposed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tejido.ledger.actors import Actor
from tejido.web.dates import span

from ..models import Term, Value
from ..names import OVER, Field, Standing

_ASKED = (Field.TITLE, Field.DATES, Field.STATUS)


@dataclass(frozen=True, slots=True)
class Overdue:
    """An own initiative that should be over by now, and is not said to be."""

    key: str
    title: Mapping[str, str]
    last_day: date


def overdue_for(actor: Actor, today: date) -> list[Overdue]:
    """The initiatives of the actor's own member whose last day has passed without a status that ends them, the longest
    past first. One query."""
    if actor.is_public or not actor.member:
        return []
    rows = Value.objects.filter(
        initiative__member__code=actor.member, initiative__grade="own", initiative__struck_at=None, replaced_at=None,
        field__in=_ASKED,
    )  # fmt: skip  # one question, read as one
    told: dict[str, dict[str, Any]] = {}
    for key, field, value in rows.values_list("initiative_id", "field", "value"):
        told.setdefault(key, {})[field] = value
    found = [_overdue(key, values, today) for key, values in told.items()]
    return sorted(filter(None, found), key=lambda one: (one.last_day, one.key))


def _overdue(key: str, values: Mapping[str, Any], today: date) -> Overdue | None:
    """An end as exact as a year or a month is over with its last day."""
    meant = span((values.get(Field.DATES) or {}).get("until", ""))
    history = values.get(Field.STATUS) or [{"state": ""}]
    is_over = history[-1]["state"] in OVER
    if meant is None or meant[1] >= today or is_over:
        return None
    return Overdue(key, values[Field.TITLE], meant[1])


def proposals() -> list[Term]:
    """The terms that wait for a decision of the secretariat, the oldest first. One query."""
    return list(Term.objects.filter(standing=Standing.PROPOSED).select_related("proposed_by").order_by("at", "key"))
