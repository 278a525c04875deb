"""Adoption: proposing, agreeing, objecting, lifting, extending, declaring, concluding."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tejido.curriculum.models import Edition, Revision
from tejido.ledger.refusals import Refusal
from tejido.registry.names import Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Agreement, Objection, Procedure
from ..names import No, ProcedureKind
from .rounds import has_party, may

MINIMUM_SILENCE = timedelta(hours=72)  # General Assembly decision 74/544 gives the 72 hours; see docs/decisions


def may_propose(
    capacity: Capacity, open_procedure: Procedure | None, edition: Edition | None, unanswered: int, members: int
) -> Refusal | None:
    """One procedure at a time, every comment answered, and somebody of record to adopt."""
    refusal = may(capacity, Task.FACILITATE)
    if refusal is not None:
        return refusal
    if open_procedure is not None:
        return Refusal(No.PROCEDURE_IS_OPEN)
    if edition is not None:
        return Refusal(No.ALREADY_ADOPTED, {"edition": edition.number})
    if unanswered:
        return Refusal(No.UNANSWERED, {"count": unanswered})
    return None if members else Refusal(No.NO_MEMBERS)


def is_long_enough(opened_at: datetime, deadline: datetime, zone: str) -> Refusal | None:
    """A silence procedure leaves every capital at least 72 hours."""
    earliest = opened_at + MINIMUM_SILENCE
    if deadline >= earliest:
        return None
    hours = int(MINIMUM_SILENCE.total_seconds() // 3600)
    return Refusal(No.SILENCE_TOO_SHORT, {"hours": hours, "earliest": in_zone(earliest, zone)})


def may_change_text(capacity: Capacity, is_closed: bool, on_table: Revision, changed: Revision) -> Refusal | None:
    refusal = may(capacity, Task.FACILITATE) or _must_be_open(is_closed)
    return refusal or (Refusal(No.SAME_TEXT) if on_table.key == changed.key else None)


def may_act(capacity: Capacity, is_closed: bool, of_record: Iterable[str]) -> Refusal | None:
    """Agreeing, objecting and declaring belong to the members of record, from the seat that releases positions."""
    refusal = may(capacity, Task.RELEASE) or has_party(capacity) or _must_be_open(is_closed)
    if refusal is None and capacity.party is not None and capacity.party.code not in of_record:
        return Refusal(No.NOT_OF_RECORD, {"party": capacity.party.code})
    return refusal


def may_agree(standing: Objection | None, agreement: Agreement | None) -> Refusal | None:
    if standing is not None:
        return Refusal(No.OBJECTION_STANDS, {"party": standing.party.code})
    return Refusal(No.ALREADY_AGREED, {"party": agreement.party.code}) if agreement is not None else None


def may_object(
    procedure: Procedure, deadline: datetime | None, reason: str, wording: str, at: datetime
) -> Refusal | None:
    """On the deadline itself an objection still counts; afterwards it does not. It says why, and what would lift it."""
    if procedure.kind == ProcedureKind.SILENCE and deadline is not None and at > deadline:
        zone = procedure.zone
        return Refusal(No.OBJECTION_LATE, {"deadline": in_zone(deadline, zone), "at": in_zone(at, zone)})
    if not reason.strip():
        return Refusal(No.REASON_MISSING)
    return None if wording.strip() else Refusal(No.WORDING_MISSING, {"stance": ""})


def may_lift(capacity: Capacity, is_closed: bool, objection: Objection, is_lifted: bool) -> Refusal | None:
    """Only who raised an objection can lift it: not the secretariat, not the chair, not the others together."""
    refusal = may(capacity, Task.RELEASE) or _must_be_open(is_closed)
    if refusal is None and (capacity.party is None or capacity.party.key != objection.party_id):
        return Refusal(No.NOT_WHO_RAISED, {"party": objection.party.code})
    return refusal or (Refusal(No.ALREADY_LIFTED) if is_lifted else None)


def may_extend(
    capacity: Capacity, procedure: Procedure, is_closed: bool, deadline: datetime, later: datetime, at: datetime
) -> Refusal | None:
    refusal = may(capacity, Task.FACILITATE) or _must_be_open(is_closed) or must_be_silence(procedure)
    if refusal is None and (later <= deadline or at > deadline):
        return Refusal(No.NOT_LATER, {"deadline": in_zone(deadline, procedure.zone)})
    return refusal


def must_be_silence(procedure: Procedure) -> Refusal | None:
    return None if procedure.kind == ProcedureKind.SILENCE else Refusal(No.NOT_A_SILENCE)


def may_conclude_meeting(
    capacity: Capacity, procedure: Procedure, is_closed: bool, missing: Iterable[str]
) -> Refusal | None:
    """The chair declares what is the case: nobody of record is missing and nobody objects."""
    refusal = may(capacity, Task.CHAIR) or _must_be_open(is_closed)
    if refusal is None and procedure.kind != ProcedureKind.MEETING:
        return Refusal(No.NOT_A_MEETING)
    absent = sorted(missing)
    return refusal or (Refusal(No.NOT_ALL_AGREE, {"missing": ", ".join(absent)}) if absent else None)


def has_text(texts: Iterable[str]) -> Refusal | None:
    return None if any(text.strip() for text in texts) else Refusal(No.HAS_NO_TEXT)


def _must_be_open(is_closed: bool) -> Refusal | None:
    return Refusal(No.PROCEDURE_CLOSED) if is_closed else None
