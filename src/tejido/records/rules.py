"""Who may begin a cohort, enter who was trained, and take it back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tejido.formats.roster.listing import MOST as MOST_LINES
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Body
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity, tasks
from tejido.training.models import Course

from .models import Batch, Cohort, PaperList
from .names import No, State

MOST_MINUTES = 60_000  # of a course
A_DAY = timedelta(days=1)
KEEPERS = frozenset({Role.REPRESENTATIVE, Role.REGISTRAR})  # the roles that enter records in the space of a school


def reads_records(actor: Actor, space: Body) -> bool:
    """Records are kept in the own space of an institution, and read by those who enter them."""
    return space.institution_id is not None and Task.ENTER in tasks(actor, space)


def may_enter(capacity: Capacity) -> Refusal | None:
    if capacity.body.institution_id is None:
        return Refusal(No.NOT_ITS_SPACE)
    return None if capacity.may(Task.ENTER) else not_yours(Role.REGISTRAR.label)


def may_begin_cohort(
    capacity: Capacity,
    course: Course,
    *,
    code: str,
    starts: date,
    ends: date,
    minutes: int,
    is_taken: bool,
) -> Refusal | None:
    """A cohort takes a course of its own space or of its member's, under a code that no other one has."""
    if refusal := may_enter(capacity):
        return refusal
    if not teaches(capacity.body, course):
        return Refusal(No.NOT_ITS_COURSE)
    if not code.strip():
        return Refusal(No.NO_COHORT_CODE)
    if is_taken:
        return Refusal(No.COHORT_CODE_TAKEN)
    if ends < starts:
        return Refusal(No.COHORT_ENDS_BEFORE)
    return None if 0 < minutes <= MOST_MINUTES else Refusal(No.COHORT_MINUTES)


def teaches(space: Body, course: Course) -> bool:
    """A space gives the courses of its own version and those of its member's."""
    of = course.derivation.text.body
    return of.member_id == space.member_id and of.institution_id in {None, space.institution_id}


def may_give(capacity: Capacity, *, size: int, known: date | None) -> Refusal | None:
    """A file is given once; `known` is the day on which the very same was."""
    if refusal := may_enter(capacity):
        return refusal
    if not size:
        return Refusal(No.NOTHING_GIVEN)
    return None if known is None else Refusal(No.FILE_KNOWN, {"day": known.isoformat()})


def may_check(capacity: Capacity, batch: Batch) -> Refusal | None:
    """A file can be checked again, with another mapping, until it is entered."""
    if refusal := may_enter(capacity):
        return refusal
    is_before = batch.state in {State.GIVEN, State.CHECKING, State.CHECKED, State.FAILED}
    return None if is_before else Refusal(No.NOT_CHECKED)


def may_start(capacity: Capacity, batch: Batch) -> Refusal | None:
    """What was checked is entered."""
    if refusal := may_enter(capacity):
        return refusal
    return None if batch.state == State.CHECKED else Refusal(No.NOT_CHECKED)


def may_undo(actor: Actor, capacity: Capacity, batch: Batch, at: datetime) -> Refusal | None:
    """Who enters takes back within a day; later it is a formal act of the institution's representative."""
    if refusal := undoes(capacity, batch, at):
        return refusal
    return must_be_fresh(actor.is_fresh) if is_old(batch, at) else None


def undoes(capacity: Capacity, batch: Batch, at: datetime) -> Refusal | None:
    """Whether this seat is one that can."""
    if refusal := may_enter(capacity):
        return refusal
    if batch.state != State.ENTERED or batch.entered_at is None:
        return Refusal(No.NOT_ENTERED)
    if batch.held:
        return Refusal(No.IS_HELD, {"count": batch.held})
    return Refusal(No.IS_OLD) if is_old(batch, at) and not capacity.may(Task.CHAIR) else None


def is_old(batch: Batch, at: datetime) -> bool:
    return batch.entered_at is not None and at - batch.entered_at > A_DAY


def may_hold(batches: Iterable[Batch]) -> Refusal | None:
    """Nothing is built on what is being taken back."""
    return Refusal(No.BEING_UNDONE) if any(row.state == State.UNDOING for row in batches) else None


def may_erase(actor: Actor, capacity: Capacity, *, found: int) -> Refusal | None:
    """Who keeps the records erases a person who asks for it, by a formal act; `found` says of how many kinds something
    is kept. Files that wait pass over their rows of this person."""
    return may_enter(capacity) or _may_touch(actor, found=found, waiting=0)


def _may_touch(actor: Actor, *, found: int, waiting: int) -> Refusal | None:
    if not found:
        return Refusal(No.NOBODY_ERASED)
    if waiting:
        return Refusal(No.FILES_WAIT, {"count": waiting})
    return must_be_fresh(actor.is_fresh)


def may_correct(
    actor: Actor,
    capacity: Capacity,
    *,
    found: int,
    name: str,
    changes: bool,
    there: int,
    joins: bool,
    days: int,
    waiting: int,
) -> Refusal | None:
    """Who keeps the records puts right who somebody is, by a formal act. `there` is how many completions stand under
    the other document already, `days` on how many days both have completed the same course."""
    if refusal := may_enter(capacity):
        return refusal
    if not name:
        return Refusal(No.NO_PERSON_NAME)
    if found and not changes:
        return Refusal(No.NOTHING_CORRECTED)
    if there and not joins:
        return Refusal(No.OTHER_THERE, {"count": there})
    return Refusal(No.SAME_DAY, {"count": days}) if days else _may_touch(actor, found=found, waiting=waiting)


MOST_SCANS = 12
MOST_SCAN = 10 * 2**20  # bytes
SCAN_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png"})


def may_begin_list(capacity: Capacity, cohort: Cohort, *, day: date, size: int) -> Refusal | None:
    if refusal := may_enter(capacity):
        return refusal
    if not cohort.starts <= day <= cohort.ends:
        return Refusal(No.LIST_OFF_COHORT)
    return None if size <= MOST_LINES else Refusal(No.LIST_TOO_LONG, {"most": MOST_LINES})


def is_entered(row: PaperList) -> bool:
    """Whether the records of a list stand."""
    return row.batch is not None and row.batch.state == State.ENTERED


def may_change_list(capacity: Capacity, row: PaperList, seen: str | None = None) -> Refusal | None:
    """A list can be changed and scans added until it is entered, and again once its records are taken back."""
    if refusal := may_enter(capacity):
        return refusal
    if row.batch is not None and row.batch.state in {State.ENTERED, State.UNDOING}:
        return Refusal(No.LIST_ENTERED)
    return None if seen in {None, row.digest} else Refusal(Shared.STALE)


def may_remove_scan(actor: Actor, capacity: Capacity, row: PaperList) -> Refusal | None:
    """A scan goes like anything else of a list; of one that is entered, where it is a proof, by a formal act."""
    refusal = removes_scans(capacity, row)
    return refusal or (must_be_fresh(actor.is_fresh) if is_entered(row) else None)


def removes_scans(capacity: Capacity, row: PaperList) -> Refusal | None:
    """Whether scans of this list can be taken out from this seat, now or after a fresh second factor."""
    return may_enter(capacity) if is_entered(row) else may_change_list(capacity, row)


def may_enter_list(capacity: Capacity, row: PaperList, *, done: int, faults: int) -> Refusal | None:
    if refusal := may_change_list(capacity, row):
        return refusal
    if faults:
        return Refusal(No.LINES_WRONG)
    return None if done else Refusal(No.NOBODY_DONE)


def may_countersign(actor: Actor, capacity: Capacity, row: PaperList) -> Refusal | None:
    """The representative says that the list is as it was signed. It is a formal act."""
    return countersigns(actor, capacity, row) or must_be_fresh(actor.is_fresh)


def countersigns(actor: Actor, capacity: Capacity, row: PaperList) -> Refusal | None:
    """Whether this seat is the one that can: not the one that typed the list in."""
    if refusal := may_enter(capacity):
        return refusal
    if not capacity.may(Task.CHAIR):
        return not_yours(Role.REPRESENTATIVE.label)
    if not is_entered(row):
        return Refusal(No.NOT_YET_ENTERED)
    if row.countersigned_at:
        return Refusal(No.COUNTERSIGNED_SO)
    return Refusal(No.OWN_LIST) if row.entered_seat == actor.seat else None


def can_be_scan(media_type: str, size: int, *, count: int) -> Refusal | None:
    if count >= MOST_SCANS:
        return Refusal(No.SCANS_FULL, {"most": MOST_SCANS})
    if media_type not in SCAN_TYPES:
        return Refusal(No.NOT_A_SCAN)
    return None if size <= MOST_SCAN else Refusal(No.SCAN_TOO_BIG, {"limit": MOST_SCAN // 2**20})
