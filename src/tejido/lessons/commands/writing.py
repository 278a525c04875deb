"""What every act of an evaluation begins and ends with: its row locked, everything read again, and its line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.seminars.models import Seminar
from tejido.seminars.rules import may_keep_seminars

from ..models import Case
from ..names import Act, No
from ..queries.cases import CaseContext, case_for


def locked(actor: Actor, seminar: str) -> CaseContext:
    """The evaluation with its row locked. Refused where it was not opened, and to others than who prepares it."""
    Case.objects.select_for_update().filter(seminar=seminar).first()
    context = case_for(actor, seminar)
    ask(may_keep_seminars(actor))
    if context.case is None:
        raise Refused(Refusal(No.NOT_OPENED))
    return context


def locked_seminar(actor: Actor, seminar: str) -> CaseContext:
    Seminar.objects.select_for_update().get(key=seminar)
    return case_for(actor, seminar)


def opened(context: CaseContext) -> Case:
    """The evaluation itself, of a context that has one."""
    assert context.case is not None  # noqa: S101  # `locked` has asked
    return context.case


def write_down(
    actor: Actor,
    act: Act,
    seminar: str,
    at: datetime,
    facts: Mapping[str, Any],
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line about the seminar in the ledger of the network. What people wrote is sealed."""
    record(actor=actor, act=act, tree=NETWORK, kind="seminar", object=seminar, at=at, facts=facts, details=details)
