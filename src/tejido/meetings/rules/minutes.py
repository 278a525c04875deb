"""Minutes are written, circulated, corrected, approved and released, in this order."""

from collections.abc import Mapping
from datetime import datetime

from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal
from tejido.registry.models import Party
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Approval, Circulation, Correction, Meeting
from ..names import No, Part, State, Way
from .attendance import HELD
from .seats import may_facilitate, may_lead, may_write, must_be, speaks_for

WRITTEN_IN = (State.CONVENED, *HELD)


def not_approved(meeting: Meeting, approval: Approval | None) -> Refusal | None:
    """What was approved stays as it is."""
    return Refusal(No.MINUTES_ARE_APPROVED, {"at": in_zone(approval.at, meeting.zone)}) if approval else None


def may_save(capacity: Capacity, meeting: Meeting, approval: Approval | None) -> Refusal | None:
    return may_write(capacity) or must_be(meeting, WRITTEN_IN) or not_approved(meeting, approval)


def is_on_latest(base: int, latest: int) -> Refusal | None:
    """Of two who write at once the second is shown what the first saved."""
    return None if base == latest else Refusal(Shared.STALE)


def has_words(texts: Mapping[str, str]) -> Refusal | None:
    return None if any(text.strip() for text in texts.values()) else Refusal(No.NO_WORDS)


def may_enter(capacity: Capacity, meeting: Meeting, approval: Approval | None) -> Refusal | None:
    """Decisions and commitments are entered by who facilitates, until the minutes are approved."""
    return may_facilitate(capacity) or must_be(meeting, HELD) or not_approved(meeting, approval)


def may_circulate(capacity: Capacity, meeting: Meeting, approval: Approval | None, texts: int) -> Refusal | None:
    refusal = may_facilitate(capacity) or must_be(meeting, (State.CLOSED,)) or not_approved(meeting, approval)
    return refusal or (None if texts else Refusal(No.NO_MINUTES))


def correcting(
    capacity: Capacity, meeting: Meeting, circulation: Circulation | None, approval: Approval | None, at: datetime
) -> Party | Refusal:
    """The party that may still propose a correction."""
    party = speaks_for(capacity)
    if isinstance(party, Refusal):
        return party
    return is_open_to_corrections(meeting, circulation, approval, at) or party


def is_open_to_corrections(
    meeting: Meeting, circulation: Circulation | None, approval: Approval | None, at: datetime
) -> Refusal | None:
    if circulation is None:
        return Refusal(No.NOT_CIRCULATED)
    if approval is None and at > circulation.deadline:
        return Refusal(No.CORRECTIONS_OVER, {"deadline": in_zone(circulation.deadline, circulation.zone)})
    return not_approved(meeting, approval)


def may_answer_correction(capacity: Capacity, correction: Correction) -> Refusal | None:
    return may_facilitate(capacity) or (Refusal(No.CORRECTION_IS_ANSWERED) if correction.verdict else None)


def may_approve(
    capacity: Capacity,
    meeting: Meeting,
    circulation: Circulation | None,
    approval: Approval | None,
    unanswered: int,
) -> Refusal | None:
    refusal = may_lead(capacity) or must_be(meeting, (State.CLOSED,)) or not_approved(meeting, approval)
    if refusal is not None:
        return refusal
    if circulation is None:
        return Refusal(No.NOT_CIRCULATED)
    return Refusal(No.CORRECTIONS_OPEN, {"count": unanswered}) if unanswered else None


def can_be_approved_so(
    way: str, circulation: Circulation, digest: str, later: Meeting | None, at: datetime
) -> Refusal | None:
    """By silence when the time for corrections is over, and only the very words that were circulated: `digest` is that
    of the minutes now. Before that, and other words, only in a later meeting of the same body."""
    if way == Way.IN_MEETING:
        return None if later else Refusal(No.NO_LATER_MEETING)
    if at <= circulation.deadline:
        return Refusal(No.TOO_EARLY, {"deadline": in_zone(circulation.deadline, circulation.zone)})
    return None if digest == circulation.digest else Refusal(No.NOT_AS_CIRCULATED)


def may_release(capacity: Capacity, meeting: Meeting, part: str, approval: Approval | None) -> Refusal | None:
    """An agenda from the convocation on; decisions and minutes when nothing in them can change any more."""
    refusal = may_facilitate(capacity)
    if refusal is not None:
        return refusal
    if part == Part.AGENDA:
        return None if meeting.was_convened else Refusal(No.NOT_CONVENED)
    return None if approval else Refusal(No.NOT_APPROVED)


def may_withdraw(capacity: Capacity, releases: int) -> Refusal | None:
    """What others have read stays said; only what they can read here can still be withdrawn."""
    return may_facilitate(capacity) or (None if releases else Refusal(No.NOT_RELEASED))
