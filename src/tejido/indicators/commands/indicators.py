"""What is measured: defined, changed and ended. Nothing of what was reported is ever taken away."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import row_digest
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Member

from .. import rules
from ..lines import details
from ..models import Indicator, Value
from ..names import Act

_ACTS = {
    True: (Act.QUESTION_ASKED, Act.QUESTION_CHANGED, Act.QUESTION_ENDED),
    False: (Act.INDICATOR_DEFINED, Act.INDICATOR_CHANGED, Act.INDICATOR_ENDED),
}


@transaction.atomic
def define_indicator(
    *, actor: Actor, member: Member | None, at: datetime, is_demonstration: bool = False, **values: Any
) -> Indicator:
    """A new indicator of a member, or, without one, of every member. `values` are fields of the row."""
    ask(rules.may_define(actor, member.code if member else None))
    row = Indicator(member=member, at=at, office=actor.office, is_demonstration=is_demonstration, **values)
    _ask_whole(row)
    row.save(force_insert=True)
    _write(actor, row, 0, at)
    return row


@transaction.atomic
def change_indicator(*, actor: Actor, indicator: Indicator, seen: str, at: datetime, **values: Any) -> Indicator:
    """The same indicator, said otherwise. What is counted and how often stays once there are values. `seen` is the
    digest of the row that was looked at."""
    before = locked(indicator.key)
    ask(must_be_as_seen(row_digest(before), seen))
    after = locked(indicator.key)
    for name, value in values.items():
        setattr(after, name, value)
    has_values = Value.objects.filter(indicator=before).exists()
    ask(rules.may_change(actor, before, after, has_values=has_values))
    _ask_whole(after)
    after.save()
    _write(actor, after, 1, at)
    return after


@transaction.atomic
def end_indicator(*, actor: Actor, indicator: Indicator, at: datetime) -> None:
    """Nothing is asked any more. Its values and what was released of them stay."""
    row = locked(indicator.key)
    ask(rules.may_end(actor, row))
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    write_down(actor, _ACTS[row.is_asked_of_all][2], row, at, {}, tree=_tree(row))


def locked(key: str) -> Indicator:
    """The row, locked until the act is done."""
    rows = Indicator.objects.select_for_update(of=("self",)).select_related("member", "initiative__member")
    return rows.get(key=key)


def _ask_whole(row: Indicator) -> None:
    seat = row.owner.institution.member if row.owner else None
    member = row.member.code if row.member else None
    owner = (seat.code if seat else "") if row.owner else None
    ask(rules.belongs(member, row.initiative, owner))
    ask(rules.is_sound(row))


def _write(actor: Actor, row: Indicator, which: int, at: datetime) -> None:
    facts = {"kind": str(row.kind), "frequency": str(row.frequency)}
    act = _ACTS[row.is_asked_of_all][which]
    write_down(actor, act, row, at, facts, tree=_tree(row), details=details(row))


def _tree(row: Indicator) -> str:
    return tree_of(row.member.code if row.member else "")
