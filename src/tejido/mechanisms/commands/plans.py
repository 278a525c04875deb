"""A member's own plan on the path: lines that nobody else ever sees."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..models import PlanLine
from ..names import Act
from .writing import write_down


@transaction.atomic
def enter_plan_line(
    *,
    actor: Actor,
    member: Member,
    stage: str,
    what: str,
    at: datetime,
    who: str = "",
    by: date | None = None,
    is_demonstration: bool = False,
) -> PlanLine:
    """What is to be done for a step, by whom and by when."""
    ask(rules.may_state(actor, member.code))
    row = PlanLine.objects.create(
        member=member, stage=stage, what=what, who=who, by=by, at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    write_down(
        actor,
        Act.PLAN_LINE_ENTERED,
        row,
        at,
        {},
        tree=tree_of(member.code),
        details={"stage": stage, "what": what, "who": who},
    )
    return row


@transaction.atomic
def do_plan_line(*, actor: Actor, line: PlanLine, at: datetime) -> None:
    row = _open(actor, line)
    row.done_at = at
    row.save(update_fields=["done_at"])
    write_down(actor, Act.PLAN_LINE_DONE, row, at, {}, tree=tree_of(row.member.code))


@transaction.atomic
def remove_plan_line(*, actor: Actor, line: PlanLine, at: datetime) -> None:
    """It is no longer meant. It stays in the ledger of the member."""
    row = _open(actor, line)
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    write_down(actor, Act.PLAN_LINE_REMOVED, row, at, {}, tree=tree_of(row.member.code))


def _open(actor: Actor, line: PlanLine) -> PlanLine:
    row = PlanLine.objects.select_for_update(of=("self",)).select_related("member").get(key=line.key)
    ask(rules.may_close(actor, row))
    return row
