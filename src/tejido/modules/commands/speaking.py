"""What seats say in a module, what is taken back or hidden of it, and what a seat keeps for itself."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Contribution, Following, Module, Progress, Question, Step
from ..names import Act
from .leading import locked


@transaction.atomic
def contribute(*, actor: Actor, question: Question, language: str, body: str, at: datetime) -> Contribution:
    """A seat answers a question, in its own language. It speaks for the seat."""
    module = locked(question.step.module_id)
    ask(rules.may_contribute(actor, module, body, at))
    row = Contribution.objects.create(
        question=question, seat_id=actor.seat, language=language, body=body.strip(), at=at, office=actor.office
    )
    write_down(actor, Act.CONTRIBUTED, row, at, {"module": module.key}, tree=NETWORK, details={"body": body})
    return row


@transaction.atomic
def withdraw_contribution(*, actor: Actor, contribution: Contribution, at: datetime) -> None:
    """By the seat that made it. Nobody reads the words any more."""
    row = _contribution(contribution.key)
    ask(rules.may_withdraw(actor, row))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    write_down(actor, Act.WITHDRAWN, row, at, {"module": row.question.step.module_id}, tree=NETWORK)


@transaction.atomic
def hide_contribution(*, actor: Actor, contribution: Contribution, reason: str, at: datetime) -> None:
    """The reason stands in its place, with the office that hid it."""
    row = _contribution(contribution.key)
    module = row.question.step.module
    ask(rules.may_hide(actor, module, row, reason))
    row.hidden_at, row.hidden_because, row.hidden_by = at, reason.strip(), actor.office
    row.save(update_fields=["hidden_at", "hidden_because", "hidden_by"])
    write_down(actor, Act.HIDDEN, row, at, {"module": module.key}, tree=NETWORK, details={"reason": reason})


def mark_step(*, actor: Actor, step: Step, at: datetime, is_done: bool = True) -> None:
    """The seat's own bookmark: no act, and read by that seat alone."""
    mine = Progress.objects.filter(step=step, seat=actor.seat)
    if not is_done:
        mine.delete()
    elif actor.seat:
        Progress.objects.get_or_create(step=step, seat=actor.seat, defaults={"at": at})


def follow(*, actor: Actor, module: Module, at: datetime) -> None:
    """Whoever holds the seat gets at most one letter a day about what is new."""
    Following.objects.get_or_create(module=module, seat_id=actor.seat, defaults={"told_at": at})


def unfollow(*, actor: Actor, module: Module) -> None:
    Following.objects.filter(module=module, seat=actor.seat).delete()


def _contribution(key: str) -> Contribution:
    rows = Contribution.objects.select_for_update(of=("self",))
    return rows.select_related("question__step__module__member").get(key=key)
