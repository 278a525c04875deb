"""When a round may be opened and extended, and when it takes remarks."""

from datetime import datetime

from tejido.ledger.refusals import Refusal
from tejido.registry.names import Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Remark, Round
from ..names import No
from .seats import may


def may_open_round(
    capacity: Capacity, open_round: Round | None, deadline: datetime | None, parties: int
) -> Refusal | None:
    """One round at a time, and somebody to ask. `deadline` is the one in force of the round that is open."""
    refusal = may(capacity, Task.FACILITATE)
    if refusal is None and open_round is not None and deadline is not None:
        return Refusal(No.ROUND_IS_OPEN, {"deadline": in_zone(deadline, open_round.zone)})
    if refusal is None and not parties:
        return Refusal(No.NO_MEMBERS)
    return refusal


def may_extend_round(capacity: Capacity, has_later: bool) -> Refusal | None:
    """Only the latest round of a text: an earlier one that opened again would be a second round at once."""
    refusal = may(capacity, Task.FACILITATE)
    return refusal or (Refusal(No.NOT_LATEST_ROUND) if has_later else None)


def must_be_later(deadline: datetime, later: datetime, zone: str) -> Refusal | None:
    """A deadline moves in one direction only. `zone` is the one in which the present deadline was announced."""
    return None if later > deadline else Refusal(No.NOT_LATER, {"deadline": in_zone(deadline, zone)})


def is_same_round(known: Round, key: str, revision: str) -> Refusal | None:
    """A round that is told by its own node is the one that is here under its number, or it is none of this text."""
    is_same = known.key == key and known.revision_id == revision
    return None if is_same else Refusal(No.OTHER_ROUND, {"number": known.number})


def takes_remarks(deadline: datetime, zone: str, at: datetime) -> Refusal | None:
    """Remarks close with the round; on the deadline itself they are still taken."""
    return None if at <= deadline else Refusal(No.ROUND_CLOSED, {"deadline": in_zone(deadline, zone)})


def may_withdraw_remark(remark: Remark, institution: str) -> Refusal | None:
    return None if remark.institution_id == institution else Refusal(No.NOT_YOUR_REMARK)


def says_something(body: str, wording: str) -> Refusal | None:
    """A remark says why, or what should be written instead."""
    return None if body.strip() or wording.strip() else Refusal(No.REASON_MISSING)
