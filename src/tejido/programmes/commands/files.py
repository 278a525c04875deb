"""Files of initiatives: handed in, looked at, and applied as a whole or not at all."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import to_bytes
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Member

from .. import rules
from ..models import Delivery, Initiative
from .initiatives import change_initiative, enter_initiative


@dataclass(frozen=True, slots=True)
class Change:
    """What a row of a file would enter or change: a new initiative where `initiative` is None."""

    initiative: Initiative | None
    seen: int
    code: str
    values: Mapping[Any, Any]


def digest_of_plan(changes: Sequence[Change]) -> str:
    """SHA-256, in hexadecimal digits, of what a file would enter and change, and of what stands before it."""
    told = [
        [change.initiative.key if change.initiative else "", change.seen, change.code, dict(change.values)]
        for change in changes
    ]
    return canonical_digest(told)


@transaction.atomic
def hand_in(*, actor: Actor, member: Member, name: str, sheets: Sequence[Sheet], at: datetime) -> Delivery:
    """Keeps what was read from a file until it is applied. It is no act: nothing is entered yet. What the seat has
    handed in before is dropped."""
    ask(rules.may_write(actor, member.code, [actor.institution]))
    told = json.loads(to_bytes(sheets))["sheets"]
    Delivery.objects.filter(seat=actor.seat).delete()
    return Delivery.objects.create(member=member, seat=actor.seat, name=name[-120:], sheets=told, at=at)


@transaction.atomic
def apply_changes(
    *, actor: Actor, delivery: Delivery, changes: Sequence[Change], seen: str, at: datetime
) -> tuple[int, int]:
    """Every row by the act that it would be by hand; each asks its own rule again. `seen` is the digest of the changes
    that the page showed: what a colleague wrote since is not undone unread. Returns how many initiatives were entered
    and how many changed."""
    Delivery.objects.select_for_update().get(key=delivery.key, seat=actor.seat)
    ask(must_be_as_seen(digest_of_plan(changes), seen))
    entered = 0
    for change in changes:
        if change.initiative is None:
            enter_initiative(actor=actor, member=delivery.member, values=change.values, code=change.code, at=at)
            entered += 1
        else:
            change_initiative(actor=actor, initiative=change.initiative, values=change.values, seen=change.seen, at=at)
    Delivery.objects.filter(key=delivery.key).delete()
    return entered, len(changes) - entered
