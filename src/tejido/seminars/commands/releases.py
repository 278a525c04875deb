"""That a seminar is held, and what of it everybody may know, is shown to everybody, or no longer."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Seminar
from ..names import Act, StepKind
from .acting import locked, step, write_down


@transaction.atomic
def release_seminar(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """Everybody reads when and where it is, who hosts it and in which languages, as it stands from now on."""
    row = locked(actor, seminar)
    ask(rules.may_release(actor, row))
    _show(actor, row, Act.SEMINAR_RELEASED, StepKind.RELEASED, at, is_public=True)


@transaction.atomic
def withdraw_seminar(*, actor: Actor, seminar: Seminar, at: datetime) -> None:
    """Only the seats of the network read it again."""
    row = locked(actor, seminar)
    ask(rules.may_withdraw(actor, row))
    _show(actor, row, Act.SEMINAR_WITHDRAWN, StepKind.WITHDRAWN, at, is_public=False)


def _show(actor: Actor, row: Seminar, act: Act, kind: StepKind, at: datetime, *, is_public: bool) -> None:
    row.is_public = is_public
    row.save(update_fields=["is_public"])
    step(actor, row, kind, at, {})
    write_down(actor, act, row, at, {"cycle": row.cycle_id, "part": row.part})
