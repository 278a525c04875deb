"""Rounds, remarks and positions."""

from datetime import datetime

from django.utils.text import format_lazy

from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import BodyKind, Role, Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Release, Remark, Round
from ..names import No, Stance

NEEDS_WORDING = {Stance.AMEND, Stance.ADD}
NEEDS_REASON = {Stance.AMEND, Stance.ADD, Stance.DELETE, Stance.RESERVE}

# Who can do what a seat was refused, in words: the one who facilitates differs between a network and a mechanism.
_WHO = {
    Task.REMARK: Role.REPRESENTATIVE.label,
    Task.CONSOLIDATE: Role.FOCAL_POINT.label,
    Task.RELEASE: Role.FOCAL_POINT.label,
    Task.CLEAR: Role.VALIDATING_AUTHORITY.label,
    Task.CHAIR: Role.CHAIR.label,
    Task.FACILITATE: Role.SECRETARIAT.label,
}


def may(capacity: Capacity, task: Task) -> Refusal | None:
    """Whether the seat has this task in the body at all."""
    if capacity.may(task):
        return None
    in_mechanism = capacity.body.kind == BodyKind.MECHANISM
    return not_yours(Role.FOCAL_POINT.label if in_mechanism and task is Task.FACILITATE else _WHO[task])


def must_be_fresh(is_fresh: bool) -> Refusal | None:
    """Formal acts ask for a second factor shown minutes ago."""
    return None if is_fresh else Refusal(Shared.NOT_FRESH)


def may_open_round(
    capacity: Capacity, open_round: Round | None, deadline: datetime | None, parties: int
) -> Refusal | None:
    refusal = may(capacity, Task.FACILITATE)
    if refusal is None and open_round is not None and deadline is not None:
        return Refusal(No.ROUND_IS_OPEN, {"deadline": in_zone(deadline, open_round.zone)})
    if refusal is None and not parties:
        return Refusal(No.NO_MEMBERS)
    return refusal


def may_extend_round(
    capacity: Capacity, deadline: datetime, later: datetime, zone: str, at: datetime
) -> Refusal | None:
    refusal = may(capacity, Task.FACILITATE)
    if refusal is None and later <= deadline:
        return Refusal(No.NOT_LATER, {"deadline": in_zone(deadline, zone)})
    if refusal is None and later <= at:
        return Refusal(No.DEADLINE_PAST, {"deadline": in_zone(later, zone)})
    return refusal


def may_remark(capacity: Capacity, deadline: datetime, zone: str, at: datetime) -> Refusal | None:
    """Remarks close with the round; until then any institution of the party may remark."""
    refusal = may(capacity, Task.REMARK) or has_party(capacity)
    if refusal is None and at > deadline:
        return Refusal(No.ROUND_CLOSED, {"deadline": in_zone(deadline, zone)})
    return refusal


def may_withdraw_remark(capacity: Capacity, remark: Remark, institution: str) -> Refusal | None:
    refusal = may(capacity, Task.REMARK)
    return refusal or (None if remark.institution_id == institution else Refusal(No.NOT_YOUR_REMARK))


def has_party(capacity: Capacity) -> Refusal | None:
    return None if capacity.party else Refusal(No.NOT_IN_ROUND, {"party": format_lazy("{}", capacity.body.kind)})


def may_consolidate(capacity: Capacity, release: Release | None) -> Refusal | None:
    """The position can be written until it is released; afterwards only a correction can change it."""
    refusal = may(capacity, Task.CONSOLIDATE) or has_party(capacity)
    return refusal or _not_released_yet(capacity, release)


def _not_released_yet(capacity: Capacity, release: Release | None) -> Refusal | None:
    if release is None or capacity.party is None:
        return None
    return Refusal(No.ALREADY_RELEASED, {"party": capacity.party.code, "at": in_zone(release.at, "UTC")})


def is_complete(stance: str, wording: str, reason: str) -> Refusal | None:
    """Amending and adding need the wording; everything but agreeing and having no position needs the reason."""
    if stance in NEEDS_WORDING and not wording.strip():
        return Refusal(No.WORDING_MISSING, {"stance": Stance(stance).label})
    if stance in NEEDS_REASON and not reason.strip():
        return Refusal(No.REASON_MISSING)
    return None


def may_clear(
    capacity: Capacity, release: Release | None, seen: str, digest: str, cleared: str | None, answers: int
) -> Refusal | None:
    """`seen` is the digest of the position as the authority read it, `cleared` the digest it cleared last."""
    refusal = may(capacity, Task.CLEAR) or _not_released_yet(capacity, release)
    if refusal is None and not answers:
        return Refusal(No.POSITION_EMPTY)
    if refusal is None and seen != digest:
        return Refusal(No.CHANGED_SINCE)
    if refusal is None and cleared == digest:
        return Refusal(No.ALREADY_CLEARED)
    return refusal


def may_return(capacity: Capacity, release: Release | None, reason: str) -> Refusal | None:
    refusal = may(capacity, Task.CLEAR) or _not_released_yet(capacity, release)
    return refusal or (None if reason.strip() else Refusal(No.REASON_MISSING))


def may_release(
    capacity: Capacity, release: Release | None, seen: str, digest: str, cleared: str | None, answers: int
) -> Refusal | None:
    refusal = may(capacity, Task.RELEASE) or has_party(capacity) or _not_released_yet(capacity, release)
    if refusal is None and not answers:
        return Refusal(No.POSITION_EMPTY)
    if refusal is None and seen != digest:
        return Refusal(No.CHANGED_SINCE)
    if refusal is None and capacity.body.requires_clearance and cleared != digest:
        return Refusal(No.NOT_CLEARED)
    return refusal


def may_take_back(capacity: Capacity, release: Release | None, is_withdrawn: bool) -> Refusal | None:
    """Withdrawing and correcting start from a released position that still stands."""
    refusal = may(capacity, Task.RELEASE) or has_party(capacity)
    if refusal is None and (release is None or is_withdrawn):
        return Refusal(No.NOT_RELEASED, {"party": capacity.party.code if capacity.party else ""})
    return refusal
