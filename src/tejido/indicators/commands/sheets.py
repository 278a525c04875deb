"""A sheet of values: handed in to be looked at, and taken in as one act or not at all."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.mechanisms.rules import may_state
from tejido.registry.models import Member

from .. import rules
from ..models import Handed
from ..queries.sheets import compare, plan_digest
from .values import report_value


@transaction.atomic
def hand_in(*, actor: Actor, name: str, rows: Sequence[Mapping[str, Any]], at: datetime) -> Handed:
    """Keeps what was read from a sheet until it is taken in. It is no act: nothing is reported yet. What the seat
    handed in before and left is forgotten."""
    ask(may_state(actor, actor.member))
    member = Member.objects.get(code=actor.member)
    Handed.objects.filter(seat=actor.seat, applied_at=None).delete()
    return Handed.objects.create(
        member=member, seat=actor.seat, name=name[:120], rows=[dict(row) for row in rows], at=at
    )


@transaction.atomic
def take_in(*, actor: Actor, handed: Handed, seen: str, because: str, at: datetime) -> int:
    """Every new or changed value by the act that it would be by hand, compared again as things stand now. `seen` is the
    digest of what the page showed: what a colleague reported since is not undone unread. Returns how many; a sheet that
    is taken in a second time says nothing new."""
    row = Handed.objects.select_for_update().get(key=handed.key, seat=actor.seat)
    found = compare(actor, row.rows, at)
    refused = sum(1 for change in found if change.problem)
    changes = [change for change in found if change.value is not None and not change.is_same]
    is_as_seen = plan_digest(found) == seen
    ask(
        rules.may_take_in(
            is_applied=row.applied_at is not None, refused=refused, changes=changes, is_as_seen=is_as_seen
        )
    )
    for change in changes:
        report_value(
            actor=actor, indicator=change.indicator, period=change.period, value=change.value, parts=change.parts,
            source=change.source, address=change.address, keeps_file=True, note=change.note, because=because,
            seen=change.seen, at=at,
        )  # fmt: skip  # one act, read as one
    row.applied_at, row.rows = at, []
    row.save(update_fields=["applied_at", "rows"])
    return len(changes)
