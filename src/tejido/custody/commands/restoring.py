"""A restored node in which something is missing waits for two persons."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.web import held

from .. import rules
from ..models import Confirmation, Restoration
from ..names import Act
from ..queries import waiting

PERSONS = 2


def note_restoration(
    *, made_at: datetime, missing: Sequence[Mapping[str, Any]], reasons: Sequence[str], at: datetime
) -> Restoration:
    """What was found when a backup was put back. Until two persons have confirmed it the node only reads."""
    return Restoration.objects.create(made_at=made_at, at=at, missing=list(missing), reasons=list(reasons))


@transaction.atomic
def confirm_restoration(*, actor: Actor, at: datetime) -> bool:
    """One person has seen what is missing. With the second one it stands in the ledger, and writing begins again: then
    True."""
    row = waiting()
    if row is not None:
        row = Restoration.objects.select_for_update().get(key=row.key)
    several = list(Confirmation.objects.filter(restoration=row)) if row else []
    confirmed = {str(each.account_id) for each in several}
    ask(rules.may_confirm(actor, waits=row is not None and row.confirmed_at is None, confirmed=confirmed))
    assert row is not None  # noqa: S101  # the rule has asked
    Confirmation.objects.create(restoration=row, account_id=actor.account, seat=actor.seat, office=actor.office, at=at)
    if len(several) + 1 < PERSONS:
        return False
    Restoration.objects.filter(key=row.key).update(confirmed_at=at)
    facts = {"offices": [*(each.office for each in several), actor.office], "missing": row.missing}
    with held.set_aside():
        write_down(actor, Act.RESTORATION_CONFIRMED, row, at, facts, tree=NETWORK)
    transaction.on_commit(held.let_go)
    return True
