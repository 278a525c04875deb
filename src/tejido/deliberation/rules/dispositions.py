"""Dispositions: the secretariat answers, the member that commented says whether it is satisfied."""

from datetime import datetime

from tejido.curriculum.models import Revision
from tejido.ledger.refusals import Refusal
from tejido.registry.names import Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Comment, Disposition
from ..names import No, Outcome
from .seats import may
from .words import compared

CARRIED = {Outcome.ACCEPTED, Outcome.ACCEPTED_MODIFIED}


def may_dispose(comment: Comment, outcome: str, reason: str, revision: Revision | None) -> Refusal | None:
    """Every comment gets a reason, also the accepted ones; an accepted one names the revision that carries it."""
    if comment.withdrawn_at:
        return Refusal(No.COMMENT_WITHDRAWN)
    if not reason.strip():
        return Refusal(No.REASON_MISSING)
    if outcome in CARRIED and not _carries(revision, comment.round.revision):
        return Refusal(No.CARRIED_MISSING)
    return None


def stands(given: Disposition | None, outcome: str, reason: str) -> bool:
    """Whether a comment has this answer already, word for word."""
    return given is not None and (given.outcome, compared(given.reason)) == (outcome, compared(reason))


def _carries(revision: Revision | None, commented: Revision) -> bool:
    """A later revision of the text that was commented on."""
    return revision is not None and revision.text_id == commented.text_id and revision.number > commented.number


def may_reply(capacity: Capacity, comment: Comment) -> Refusal | None:
    """Whoever writes the party's positions answers for it, while the comment stands."""
    refusal = may(capacity, Task.CONSOLIDATE)
    if refusal is not None:
        return refusal
    if capacity.party is None or capacity.party.key != comment.party_id:
        return Refusal(No.NOT_YOUR_COMMENT, {"party": comment.party.code})
    return Refusal(No.COMMENT_WITHDRAWN) if comment.withdrawn_at else None


def is_in_time(until: datetime, zone: str, at: datetime) -> Refusal | None:
    """Silence after this date is recorded as silence."""
    return None if at <= until else Refusal(No.REPLY_TOO_LATE, {"deadline": in_zone(until, zone)})
