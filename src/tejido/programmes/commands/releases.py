"""Showing fields of an initiative to others, and showing them no more: one formal act, in the network's ledger."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.mechanisms.names import Audience

from .. import rules
from ..models import Initiative, Release
from ..names import Act
from ..rules import Plan
from .writing import locked, show, standing


@transaction.atomic
def release_fields(
    *, actor: Actor, initiative: Initiative, plan: Plan, seen: int, at: datetime
) -> Mapping[str, Release]:
    """From now on others see these fields, exactly as they stand; what is not named they see no more. `seen` is the
    revision that was looked at."""
    row = locked(initiative)
    ask(rules.may_release(actor, row) or must_be_as_seen(row.revision, seen) or rules.are_below_title(plan.audiences))
    values, shown = standing(row), released(row)
    changes = rules.differences(plan, shown)
    ask(rules.changes_something(changes))
    for field, audience in changes.items():
        if audience != Audience.OWN:
            ask(rules.has_something(field, values.get(field)))
    ask(rules.is_formal(actor))
    made = show(row, changes, values, actor, at)
    facts: dict[str, Any] = {
        "released": {field: {"audience": str(r.audience), "digest": r.digest} for field, r in made.items()},
        "withdrawn": sorted(set(changes) - set(made)),
    }
    ledger.write_down(actor, Act.FIELDS_RELEASED, row, at, facts, tree=NETWORK)
    return made


def released(row: Initiative) -> dict[str, Release]:
    """What others are shown now, by field."""
    return {release.field: release for release in Release.objects.filter(initiative=row, withdrawn_at=None)}
