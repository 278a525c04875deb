"""The evaluation is opened, and the rounds in which members comment on the text and on the structure."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.deliberation.commands import open_round
from tejido.deliberation.models import Round
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.seminars.models import Seminar

from .. import rules
from ..models import Case, CaseRound
from ..names import Act, No
from ..queries.cases import CaseContext
from .writing import locked, locked_seminar, opened, write_down


@transaction.atomic
def open_lessons(*, actor: Actor, seminar: Seminar, at: datetime) -> Case:
    """From now on what was said of this seminar is put together."""
    context = locked_seminar(actor, seminar.key)
    ask(rules.may_open(actor, context.seminar, is_open=context.case is not None))
    row = Case.objects.create(seminar=context.seminar, at=at, office=actor.office)
    write_down(actor, Act.LESSONS_OPENED, seminar.key, at, {})
    return row


@transaction.atomic
def open_round_on(
    *,
    actor: Actor,
    seminar: Seminar,
    part: str,
    local: datetime,
    zone: str,
    reply_days: int,
    invitation: Mapping[str, str],
    at: datetime,
) -> Round:
    """Opens a round on the state of the text that was taught, or of the structure that was followed, by deliberation's
    own act; what that refuses is refused here. `local` is the deadline on the clocks of `zone`."""
    context = locked(actor, seminar.key)
    revision = _taught(context, part)
    ask(rules.may_link_round(actor, part, revision.text, None))
    row = open_round(
        actor=actor, text=revision.text, revision=revision, local=local, zone=zone, reply_days=reply_days,
        invitation=invitation, at=at,
    )  # fmt: skip  # one act, read as one
    _link(actor, context, part, row, at)
    return row


def _taught(context: CaseContext, part: str) -> Revision:
    revision = context.taught(part)
    if revision is None:
        raise Refused(Refusal(No.NO_TEXT))
    return revision


@transaction.atomic
def link_round(*, actor: Actor, seminar: Seminar, part: str, round_: Round, at: datetime) -> CaseRound:
    """Takes a round that was opened already: what members comment in it is discussed in this evaluation too."""
    context = locked(actor, seminar.key)
    ask(rules.may_link_round(actor, part, _taught(context, part).text, round_))
    ask(rules.is_new_round(round_.key, [line.round.key for line in context.rounds]))
    return _link(actor, context, part, round_, at)


def _link(actor: Actor, context: CaseContext, part: str, round_: Round, at: datetime) -> CaseRound:
    row = CaseRound.objects.create(case=opened(context), part=part, round=round_, at=at, office=actor.office)
    facts = {"part": str(part), "round": round_.key}
    write_down(actor, Act.ROUND_LINKED, context.seminar.key, at, facts)
    return row
