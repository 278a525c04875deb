"""What a seminar costs: written by the secretariat, read by it and the host, and by the network once it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal

from ..models import BudgetLine, Seminar
from ..names import Cover, No, State
from .seminars import hosts, may_keep_seminars, must_be

MOST = Decimal("999999999.99")
_KEPT = frozenset({State.PREPARING, State.ANNOUNCED, State.HELD})


@dataclass(frozen=True, slots=True)
class Money:
    """A line of a budget. Amounts in the currency named."""

    what: Mapping[str, str]
    amount: Decimal
    currency: str
    cover: str
    covered_by: str
    spent: Decimal | None


def reads_budget(actor: Actor, seminar: Seminar) -> bool:
    """The seat may open the seminar."""
    is_shown = seminar.budget_shown_at is not None and not actor.is_public
    return may_keep_seminars(actor) is None or hosts(actor, seminar) or is_shown


def may_keep_budget(actor: Actor, seminar: Seminar) -> Refusal | None:
    """Until it was cancelled; what was spent is written down after it was held."""
    return may_keep_seminars(actor) or must_be(seminar, _KEPT)


def is_sound(money: Money) -> Refusal | None:
    """It says what it is, how much in which currency, and who covers it where somebody does."""
    if not money.what:
        return Refusal(No.NO_WORDS)
    if not all(_is_amount(value) for value in (money.amount, money.spent or Decimal(1))):
        return Refusal(No.NO_AMOUNT)
    if not (len(money.currency) == 3 and money.currency.isascii() and money.currency.isupper()):
        return Refusal(No.NO_CURRENCY)
    return Refusal(No.NO_PAYER) if money.cover != Cover.OPEN and not money.covered_by.strip() else None


def _is_amount(value: Decimal) -> bool:
    return Decimal("0.01") <= value <= MOST and value == round(value, 2)


def may_change_line(line: BudgetLine) -> Refusal | None:
    return Refusal(No.LINE_STRUCK) if line.struck_at else None


def may_release_budget(actor: Actor, seminar: Seminar) -> Refusal | None:
    """Only of a seminar that the network knows of."""
    if refusal := may_keep_seminars(actor) or must_be(seminar, {State.ANNOUNCED, State.HELD}):
        return refusal
    return Refusal(No.BUDGET_SHOWN) if seminar.budget_shown_at else None


def may_withdraw_budget(actor: Actor, seminar: Seminar) -> Refusal | None:
    return may_keep_seminars(actor) or (None if seminar.budget_shown_at else Refusal(No.BUDGET_NOT_SHOWN))
