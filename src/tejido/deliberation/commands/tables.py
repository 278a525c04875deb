"""What a filled table brings in: many remarks, or many answers to comments, in one act of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.names import Task

from ..models import Disposition, Remark, Round
from ..queries.comments import comments_of
from ..queries.rounds import remarks_said
from ..rules import dispositions as rules
from ..rules import rounds as round_rules
from ..rules.seats import may
from .dispositions import Given, comments_in, give_dispositions
from .locking import locked, speaking
from .remarks import BroughtRemark, unsaid, write_remarks


@dataclass(frozen=True, slots=True)
class BroughtDisposition:
    """`comment` is the key of a released comment of the round."""

    comment: str
    outcome: str
    reason: str


@transaction.atomic
def bring_remarks(*, actor: Actor, round_: Round, remarks: Sequence[BroughtRemark], at: datetime) -> list[Remark]:
    """All of them or none: a table that stops in the middle would have to be compared by hand. What the institution has
    said already, in whatever language of the page it brought it, is not said twice."""
    context, party = speaking(actor, round_, Task.REMARK)
    ask(round_rules.takes_remarks(context.deadline, context.round.zone, at))
    languages = {remark.language for remark in remarks}
    before = remarks_said(context.round, actor.institution)
    said = {(place, tag, body, wording) for place, _, body, wording in before for tag in languages}
    return write_remarks(actor, context, party, unsaid(remarks, said), at)


@transaction.atomic
def bring_dispositions(
    *,
    actor: Actor,
    round_: Round,
    dispositions: Sequence[BroughtDisposition],
    language: str,
    revision: Revision | None,
    at: datetime,
) -> list[Disposition]:
    """The secretariat's observations, each as the answer to its comment; all of them or none. An answer that stands as
    it was given is not given again: that would take the member's reply to it away."""
    context = locked(actor, round_)
    ask(may(context.capacity, Task.FACILITATE))
    given = {line.comment.key: line.disposition for line in comments_of(context.round)}
    new = dict.fromkeys(
        row for row in dispositions if not rules.stands(given.get(row.comment), row.outcome, row.reason)
    )
    comments = {row.key: row for row in comments_in(context.round, [row.comment for row in new])}
    answers = [Given(comments[row.comment], row.outcome, row.reason) for row in new]
    return give_dispositions(actor, context, answers, language, revision, at)
