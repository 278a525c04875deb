"""Every comment gets a reasoned answer; the member that made it says whether it is satisfied."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.names import Task

from ..models import Comment, CommentGroup, Disposition, Reply, Round
from ..names import Act, No
from ..queries.comments import comment_for
from ..queries.rounds import RoundContext
from ..rules import dispositions as rules
from ..rules.seats import may
from .locking import locked, touch


@transaction.atomic
def group_comments(*, actor: Actor, round_: Round, comments: Sequence[str], label: str, at: datetime) -> CommentGroup:
    """Puts comments that say the same into one group, which then can be answered at once."""
    context = locked(actor, round_)
    ask(may(context.capacity, Task.FACILITATE))
    rows = comments_in(round_, comments)
    group = CommentGroup.objects.create(round=round_, label=label.strip()[:200])
    Comment.objects.filter(key__in=[row.key for row in rows]).update(group=group)
    touch(round_)
    record(
        actor=actor,
        act=Act.COMMENTS_GROUPED,
        tree=context.body.tree,
        kind="round",
        object=round_.key,
        at=at,
        facts={"group": group.key, "comments": sorted(row.key for row in rows)},
        details={"label": group.label},
    )
    return group


@transaction.atomic
def dispose(
    *,
    actor: Actor,
    round_: Round,
    comments: Sequence[str],
    outcome: str,
    language: str,
    reason: str,
    revision: Revision | None,
    at: datetime,
) -> list[Disposition]:
    """Answers one comment, or several that say the same. An accepted comment names the revision that carries the
    change."""
    context = locked(actor, round_)
    ask(may(context.capacity, Task.FACILITATE))
    answers = [Given(row, outcome, reason) for row in comments_in(context.round, comments)]
    return give_dispositions(actor, context, answers, language, revision, at)


@dataclass(frozen=True, slots=True)
class Given:
    """What is answered to one comment."""

    comment: Comment
    outcome: str
    reason: str


def give_dispositions(
    actor: Actor,
    context: RoundContext,
    answers: Sequence[Given],
    language: str,
    revision: Revision | None,
    at: datetime,
) -> list[Disposition]:
    """The answers of a seat that was asked already, with a line for each. `revision` carries those that are accepted.
    Only the ledger's queries grow with their number."""
    for row in answers:
        ask(rules.may_dispose(row.comment, row.outcome, row.reason, revision))
    given = [_disposition(actor, row, language, revision, at) for row in answers]
    Disposition.objects.bulk_create(given)
    touch(context.round)
    for disposition in given:
        carried = disposition.revision
        record(
            actor=actor,
            act=Act.COMMENT_DISPOSED,
            tree=context.body.tree,
            kind="comment",
            object=disposition.comment_id,
            at=at,
            facts={
                "round": context.round.key,
                "outcome": disposition.outcome,
                "revision": carried.digest if carried else "",
            },
            details={"reason": disposition.reason},
        )
    return given


def _disposition(actor: Actor, row: Given, language: str, revision: Revision | None, at: datetime) -> Disposition:
    return Disposition(
        comment=row.comment,
        office=actor.office,
        outcome=row.outcome,
        language=language,
        reason=row.reason.strip(),
        revision=revision if row.outcome in rules.CARRIED else None,
        at=at,
    )


def comments_in(round_: Round, keys: Sequence[str]) -> list[Comment]:
    """Released comments of this round. Comment.DoesNotExist where one of them is not."""
    rows = list(Comment.objects.filter(round=round_, key__in=keys).select_related("round__revision"))
    if len(rows) != len(set(keys)):
        raise Comment.DoesNotExist
    return rows


@transaction.atomic
def answer_disposition(*, actor: Actor, comment: Comment, kind: str, reason: str, at: datetime) -> Reply:
    """The member that commented is satisfied, or maintains its comment. It may change its word until the date."""
    locked(actor, comment.round)
    line, context = comment_for(actor, comment.key)
    ask(rules.may_reply(context.capacity, line.comment))
    if line.disposition is None:
        raise Refused(Refusal(No.NO_DISPOSITION))
    ask(rules.is_in_time(context.reply_until(line.disposition), context.round.zone, at))
    reply = Reply.objects.create(
        disposition=line.disposition, kind=kind, reason=reason.strip(), at=at, office=actor.office
    )
    touch(context.round)
    record(
        actor=actor,
        act=Act.DISPOSITION_ANSWERED,
        tree=context.body.tree,
        kind="comment",
        object=comment.key,
        at=at,
        facts={"round": context.round.key, "answer": kind},
        details={"reason": reply.reason} if reply.reason else None,
    )
    return reply
