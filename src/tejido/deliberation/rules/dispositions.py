"""Dispositions: the secretariat answers, the member that commented says whether it is satisfied."""

from datetime import datetime

from tejido.curriculum.models import Revision
from tejido.ledger.refusals import Refusal
from tejido.registry.names import Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Comment, Disposition
from ..names import No, Outcome
from .rounds import may

CARRIED = {Outcome.ACCEPTED, Outcome.ACCEPTED_MODIFIED}


def may_dispose(
    capacity: Capacity, comment: Comment, outcome: str, reason: str, revision: Revision | None
) -> Refusal | None:
    """Every comment gets a reason, also the accepted ones; an accepted one names the revision that carries it."""
    refusal = may(capacity, Task.FACILITATE)
    if refusal is None and comment.withdrawn_at:
        return Refusal(No.COMMENT_WITHDRAWN)
    if refusal is None and not reason.strip():
        return Refusal(No.REASON_MISSING)
    if (
        refusal is None
        and outcome in CARRIED
        and (revision is None or revision.number <= comment.round.revision.number)
    ):
        return Refusal(No.CARRIED_MISSING)
    return refusal


def may_reply(
    capacity: Capacity, comment: Comment, disposition: Disposition | None, until: datetime, zone: str, at: datetime
) -> Refusal | None:
    refusal = may(capacity, Task.CONSOLIDATE)
    if refusal is None and (capacity.party is None or capacity.party.key != comment.party_id):
        return Refusal(No.NOT_YOUR_COMMENT, {"party": comment.party.code})
    if refusal is None and disposition is None:
        return Refusal(No.NO_DISPOSITION)
    if refusal is None and at > until:
        return Refusal(No.REPLY_TOO_LATE, {"deadline": in_zone(until, zone)})
    return refusal
