"""Adoption: proposing, agreeing, objecting, lifting, extending, declaring, concluding.

`is_over` says that the acts until now have decided the procedure, whether or not the clock has written it down yet.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tejido.curriculum.models import Edition, Revision
from tejido.engine import procedure as engine
from tejido.ledger.refusals import Refusal
from tejido.registry.models import Party
from tejido.registry.names import Task
from tejido.registry.rules import Capacity
from tejido.web.instants import in_zone

from ..models import Agreement, Declaration, Objection, Procedure
from ..names import No, ProcedureKind
from .positions import has_reason
from .seats import may


def may_propose(
    capacity: Capacity, open_procedure: Procedure | None, edition: Edition | None, unanswered: int, members: int
) -> Refusal | None:
    """One procedure at a time, every comment answered, and somebody of record to adopt."""
    refusal = may(capacity, Task.FACILITATE)
    if refusal is not None:
        return refusal
    if open_procedure is not None:
        return Refusal(No.PROCEDURE_IS_OPEN)
    if unanswered:
        return Refusal(No.UNANSWERED, {"count": unanswered})
    return is_new(edition) or (None if members else Refusal(No.NO_MEMBERS))


def is_new(edition: Edition | None) -> Refusal | None:
    """`edition` is the one that the revision already is."""
    return Refusal(No.ALREADY_ADOPTED, {"edition": edition.number}) if edition is not None else None


def is_long_enough(opened_at: datetime, deadline: datetime, zone: str, hours: int) -> Refusal | None:
    """A silence leaves every capital at least the hours that the network decided."""
    if engine.silence_deadline_problem(opened_at, deadline, timedelta(hours=hours)) is None:
        return None
    earliest = in_zone(opened_at + timedelta(hours=hours), zone)
    return Refusal(No.SILENCE_TOO_SHORT, {"hours": hours, "earliest": earliest})


def must_be_open(is_over: bool) -> Refusal | None:
    return Refusal(No.PROCEDURE_CLOSED) if is_over else None


def must_still_run(is_over: bool, deadline: datetime | None, zone: str, at: datetime) -> Refusal | None:
    """After its deadline a silence is decided by what was said until then, even where it waits for a vacant member."""
    refusal = must_be_open(is_over)
    if refusal is None and deadline is not None and at > deadline:
        return Refusal(No.SILENCE_OVER, {"deadline": in_zone(deadline, zone)})
    return refusal


def may_change_text(on_table: Revision, changed: Revision, edition: Edition | None) -> Refusal | None:
    return Refusal(No.SAME_TEXT) if on_table.key == changed.key else is_new(edition)


def may_agree(is_over: bool, standing: Objection | None, agreement: Agreement | None) -> Refusal | None:
    if is_over:
        return Refusal(No.PROCEDURE_CLOSED)
    if standing is not None:
        return Refusal(No.OBJECTION_STANDS, {"party": standing.party.code})
    return Refusal(No.ALREADY_AGREED, {"party": agreement.party.code}) if agreement is not None else None


def may_object(
    procedure: Procedure, is_over: bool, deadline: datetime | None, reason: str, wording: str, at: datetime
) -> Refusal | None:
    """On the deadline itself an objection still counts; afterwards it does not. It says why, and what would lift it."""
    if deadline is not None and at > deadline:
        zone = procedure.zone
        return Refusal(No.OBJECTION_LATE, {"deadline": in_zone(deadline, zone), "at": in_zone(at, zone)})
    refusal = must_be_open(is_over) or has_reason(reason)
    return refusal or (None if wording.strip() else Refusal(No.OBJECTION_NEEDS_WORDING))


def may_lift(party: Party | None, is_over: bool, objection: Objection, is_lifted: bool) -> Refusal | None:
    """Only who raised an objection can lift it: not the secretariat, not the chair, not the others together."""
    if party is None or party.key != objection.party_id:
        return Refusal(No.NOT_WHO_RAISED, {"party": objection.party.code})
    return must_be_open(is_over) or (Refusal(No.ALREADY_LIFTED) if is_lifted else None)


def must_be_silence(procedure: Procedure) -> Refusal | None:
    return None if procedure.kind == ProcedureKind.SILENCE else Refusal(No.NOT_A_SILENCE)


def may_declare(is_over: bool, texts: Iterable[str]) -> Refusal | None:
    refusal = must_be_open(is_over)
    return refusal or (None if any(text.strip() for text in texts) else Refusal(No.HAS_NO_TEXT))


def may_withdraw_declaration(party: Party, is_over: bool, declaration: Declaration) -> Refusal | None:
    if declaration.party_id != party.key:
        return Refusal(No.NOT_WHO_DECLARED, {"party": declaration.party.code})
    return must_be_open(is_over)


def may_conclude_meeting(capacity: Capacity, procedure: Procedure, is_over: bool, meeting: str = "") -> Refusal | None:
    """`meeting` is the open meeting in which the outcome is declared; empty where that is done on the procedure."""
    if refusal := may(capacity, Task.CHAIR) or must_be_open(is_over):
        return refusal
    if procedure.kind != ProcedureKind.MEETING:
        return Refusal(No.NOT_A_MEETING)
    return Refusal(No.AWAITS_MEETING) if procedure.meeting not in ("", meeting) else None


def not_all_agree(missing: Iterable[str]) -> Refusal:
    """The chair declares what is the case: nobody of record is missing and nobody objects."""
    return Refusal(No.NOT_ALL_AGREE, {"missing": ", ".join(sorted(missing))})
