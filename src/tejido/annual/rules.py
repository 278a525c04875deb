"""Who may begin, write, open, clear, approve and issue a report, and when."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity, may_keep_network

from .models import Report
from .names import Move, No


def may_begin(actor: Actor, title: Mapping[str, str], since: int, until: int, this_year: int) -> Refusal | None:
    if refusal := may_keep_network(actor):
        return refusal
    if not any(words.strip() for words in title.values()):
        return Refusal(No.NO_TITLE)
    return None if since <= until <= this_year else Refusal(No.YEARS)


def may_write(actor: Actor, *, is_known: bool, is_as_seen: bool) -> Refusal | None:
    """The secretariat writes introductions; what somebody else wrote meanwhile is not overwritten."""
    if refusal := may_keep_network(actor):
        return refusal
    if not is_known:
        return Refusal(No.UNKNOWN_CHAPTER)
    return None if is_as_seen else Refusal(No.MOVED)


def may_move(actor: Actor, place: int | None, to: str, count: int) -> Refusal | None:
    """`place` counts from nought; None for a chapter that the report has not."""
    if refusal := may_keep_network(actor):
        return refusal
    if place is None:
        return Refusal(No.UNKNOWN_CHAPTER)
    edge = 0 if to == Move.UP else count - 1
    return Refusal(No.AT_THE_EDGE) if place == edge else None


def may_open(actor: Actor, report: Report, due: date, today: date) -> Refusal | None:
    """The secretariat opens the pages to the members, and may give them another day later."""
    if refusal := may_keep_network(actor):
        return refusal
    if due <= today:
        return Refusal(No.DUE_PAST)
    return Refusal(No.OPENED_SO) if report.opened_at and report.due == due else None


def speaks(capacity: Capacity, task: Task, report: Report, *, has_page: bool) -> Refusal | None:
    """Whether the seat may do this for a member that has a page in a report whose pages are open."""
    if task is Task.CLEAR and not capacity.body.requires_clearance:
        return Refusal(No.NO_CLEARANCE)
    if not capacity.may(task):
        return not_yours((Role.VALIDATING_AUTHORITY if task is Task.CLEAR else Role.FOCAL_POINT).label)
    if not has_page:
        return Refusal(No.NO_PAGE)
    return None if report.opened_at else Refusal(No.NOT_OPENED)


def may_clear(actor: Actor, seen: str, digest: str, cleared: str) -> Refusal | None:
    """`seen` is the digest of the page that was read, `cleared` the one that stands cleared. The second factor is asked
    last, so that nobody shows it for an act that is refused anyway."""
    if seen != digest:
        return Refusal(No.PAGE_MOVED)
    return Refusal(No.CLEARED_SO) if cleared == digest else must_be_fresh(actor.is_fresh)


def may_approve(
    actor: Actor, seen: str, digest: str, cleared: str, approved: str, *, requires_clearance: bool
) -> Refusal | None:
    """Exactly what was read, and, where the network asks for it, exactly what was cleared."""
    if seen != digest:
        return Refusal(No.PAGE_MOVED)
    if requires_clearance and cleared != digest:
        return Refusal(No.NOT_CLEARED)
    return Refusal(No.APPROVED_SO) if approved == digest else must_be_fresh(actor.is_fresh)


def may_withdraw(actor: Actor, *, is_approved: bool) -> Refusal | None:
    return must_be_fresh(actor.is_fresh) if is_approved else Refusal(No.NOT_APPROVED)


def is_time_to_issue(actor: Actor, report: Report, today: date, *, waiting: int) -> Refusal | None:
    """The secretariat issues once the members had their time, or all have approved."""
    if refusal := may_keep_network(actor):
        return refusal
    if report.opened_at is None or report.due is None:
        return Refusal(No.NOT_OPENED)
    if waiting and today <= report.due:
        return Refusal(No.BEFORE_DUE, {"day": date_format(report.due)})
    return None


def may_issue(actor: Actor, seen: str, digest: str, latest: str | None, reason: Mapping[str, str]) -> Refusal | None:
    """Exactly what was read. `latest` is the digest of the last issue, None for the first; a later one says what it
    corrects."""
    if seen != digest:
        return Refusal(No.REPORT_CHANGED)
    if latest == digest:
        return Refusal(No.ISSUED_SO)
    if latest is not None and not any(words.strip() for words in reason.values()):
        return Refusal(No.NO_REASON)
    return must_be_fresh(actor.is_fresh)
