"""What a seminar costs: lines entered, changed and struck, shown to the network or no longer. The ledger holds amounts
only under seal."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.web.languages import filled

from .. import rules
from ..models import BudgetLine, Seminar
from ..names import Act
from ..rules import Money
from .acting import locked, write_down


@transaction.atomic
def enter_line(*, actor: Actor, seminar: Seminar, money: Money, at: datetime) -> BudgetLine:
    """A further line. Refused to others than the secretariat, and where the line is not whole."""
    row = locked(actor, seminar)
    ask(rules.may_keep_budget(actor, row))
    ask(rules.is_sound(money))
    made = BudgetLine.objects.create(seminar=row, at=at, office=actor.office, **_values(money))
    _record(actor, Act.BUDGET_LINE_ENTERED, made, at)
    return made


def _values(money: Money) -> dict[str, Any]:
    return {**asdict(money), "what": filled(money.what), "covered_by": money.covered_by.strip()}


def _record(actor: Actor, act: Act, line: BudgetLine, at: datetime) -> None:
    spent = "" if line.spent is None else str(line.spent)
    said = {"what": line.what, "amount": f"{line.amount} {line.currency}", "by": line.covered_by, "spent": spent}
    write_down(actor, act, line.seminar, at, {"line": line.key, "cover": str(line.cover)}, said)


def _held(actor: Actor, line: BudgetLine) -> BudgetLine:
    """The line as every act before has left it, its seminar locked."""
    row = locked(actor, line.seminar)
    ask(rules.may_keep_budget(actor, row))
    found = BudgetLine.objects.select_related("seminar").get(key=line.key)
    ask(rules.may_change_line(found))
    return found


@transaction.atomic
def change_line(*, actor: Actor, line: BudgetLine, money: Money, at: datetime) -> None:
    """The same line with other words or amounts."""
    row = _held(actor, line)
    ask(rules.is_sound(money))
    for name, value in _values(money).items():
        setattr(row, name, value)
    row.save()
    _record(actor, Act.BUDGET_LINE_CHANGED, row, at)


@transaction.atomic
def strike_line(*, actor: Actor, line: BudgetLine, at: datetime) -> None:
    """It is part of the budget no more."""
    row = _held(actor, line)
    row.struck_at = at
    row.save(update_fields=["struck_at"])
    write_down(actor, Act.BUDGET_LINE_STRUCK, row.seminar, at, {"line": row.key})


@transaction.atomic
def release_budget(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """Every seat of the network reads it as it stands from now on."""
    row = locked(actor, seminar)
    ask(rules.may_release_budget(actor, row))
    row.budget_shown_at = at
    row.save(update_fields=["budget_shown_at"])
    write_down(actor, Act.BUDGET_RELEASED, row, at, {})


@transaction.atomic
def withdraw_budget(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """Only the secretariat and the host read it again."""
    row = locked(actor, seminar)
    ask(rules.may_withdraw_budget(actor, row))
    row.budget_shown_at = None
    row.save(update_fields=["budget_shown_at"])
    write_down(actor, Act.BUDGET_WITHDRAWN, row, at, {})
