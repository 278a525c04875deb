"""Files of the register: handed in, looked at, and applied as one act or not at all."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import to_bytes
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, ask, must_be_fresh

from .. import rules
from ..models import Delivery, Network
from ..names import Act
from ..queries.deliveries import plan_of
from ..queries.files import Change, Plan, compare
from .corrections import correct
from .institutions import create_seat, enter_institution
from .members import enter_standing
from .writing import write_down


@transaction.atomic
def hand_in(*, actor: Actor, name: str, sheets: Sequence[Sheet], at: datetime) -> Delivery:
    """Keeps what was read from a file until it is applied, with the digest of the changes that the seat is shown. It
    is no act: nothing of the register changes."""
    ask(Refusal(Shared.NO_SEAT) if actor.is_public else None)
    ask(rules.may_be_handed_in(sum(len(sheet.rows) for sheet in sheets)))
    plan = compare(actor, sheets, at)
    told = json.loads(to_bytes(sheets))["sheets"]
    Delivery.objects.filter(seat=actor.seat, applied_at=None).delete()
    return Delivery.objects.create(
        account_id=actor.account, seat=actor.seat, name=name[:120], sheets=told, digest=plan.digest, at=at
    )


@transaction.atomic
def apply_delivery(*, actor: Actor, delivery: Delivery, seen: str, reason: str, at: datetime) -> Plan:
    """All that the file says, or nothing of it. `seen` is the digest of the changes that the page showed: where the
    register has moved meanwhile in the rows concerned, nothing is applied."""
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    delivery = Delivery.objects.select_for_update().get(key=delivery.key, seat=actor.seat)
    ask(rules.is_not_applied(is_applied=delivery.applied_at is not None))
    plan = plan_of(actor, delivery, at)
    _apply(actor, plan, delivery, name=delivery.name, seen=seen, reason=reason, at=at)
    delivery.applied_at, delivery.sheets = at, []
    delivery.save(update_fields=["applied_at", "sheets"])
    return plan


@transaction.atomic
def apply_file(*, actor: Actor, name: str, sheets: Sequence[Sheet], seen: str, reason: str, at: datetime) -> Plan:
    """The same for who has no seat to hand a file in from: the console, which shows the changes and applies them in
    one breath."""
    ask(rules.may_keep_network(actor))
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    plan = compare(actor, sheets, at)
    _apply(actor, plan, Network.objects.get(), name=name[:120], seen=seen, reason=reason, at=at)
    return plan


def _apply(actor: Actor, plan: Plan, of: Any, *, name: str, seen: str, reason: str, at: datetime) -> None:
    ask(rules.may_be_applied(refused=len(plan.of("refused")), is_as_seen=plan.digest == seen))
    apply_plan(actor=actor, plan=plan, reason=reason, at=at)
    facts = {"new": len(plan.of("new")), "changed": len(plan.of("changed"))}
    write_down(actor, Act.REGISTER_APPLIED, of, at, facts, details={"name": name, "reason": reason})


def apply_plan(*, actor: Actor, plan: Plan, reason: str, at: datetime) -> None:
    """Every row by the act that it would be by hand; each asks its own rule again."""
    for change in plan.of("new"):
        _enter(actor, change, at)
    for change in plan.of("changed"):
        _correct(actor, change, reason, at)


def _enter(actor: Actor, change: Change, at: datetime) -> None:
    values: dict[str, Any] = dict(change.values or {})
    until, successor = values.pop("until", None), values.pop("successor", None)
    later = {name: value for name, value in (("until", until), ("successor", successor)) if value is not None}
    match change.table:
        case "standings":
            enter_standing(actor=actor, at=at, until=until, **values)
            return
        case "institutions":
            row: Any = enter_institution(actor=actor, at=at, **values)
        case _:
            row = create_seat(actor=actor, at=at, **values)
    if later:
        correct(actor=actor, row=row, changes=later, reason=change.table, at=at)


def _correct(actor: Actor, change: Change, reason: str, at: datetime) -> None:
    named = {field.rpartition("_")[0] if field[-3:-2] == "_" else field for field, _old, _new in change.fields}
    changes = {name: value for name, value in (change.values or {}).items() if name in named}
    correct(actor=actor, row=change.row, changes=changes, reason=reason, at=at)
