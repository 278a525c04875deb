"""Which pages wait for a seat, without composing any report: what the records changed meanwhile is told on the page."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tejido.ledger.actors import Actor
from tejido.registry.names import MemberKind, Role
from tejido.registry.queries import MemberLine, day_of, members, network_body
from tejido.registry.rules import may_keep_network

from ..models import Consent, Report
from ..names import Step
from .asked import WITH_PAGE

_SPEAKERS = frozenset({Role.FOCAL_POINT, Role.ALTERNATE})
Done = Collection[tuple[str, str, str]]  # report, member and step


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A report whose pages are open. `step` is what the member of the seat has to do next, and the seat can; None for
    the secretariat, which waits for `count` members."""

    report: Report
    step: Step | None
    count: int = 1


def pages_waiting(actor: Actor, at: datetime) -> list[WaitingPage]:
    """For the seats that clear and approve, and for the secretariat. Five queries at most."""
    keeps = not actor.is_public and may_keep_network(actor) is None
    if not keeps and (not actor.member or actor.role not in {*_SPEAKERS, Role.VALIDATING_AUTHORITY}):
        return []
    opened = list(Report.objects.exclude(opened_at=None).filter(issues=0))
    if not opened:
        return []
    consents = Consent.objects.filter(report__in=opened, withdrawn_at=None)
    done = frozenset(consents.values_list("report_id", "member__code", "step"))
    lines, today = members(), day_of(at)
    if keeps:
        return [found for row in opened for found in _for_keeper(row, done, lines, today)]
    requires = network_body().requires_clearance
    return [found for row in opened for found in _for_member(actor, row, done, lines, today, requires=requires)]


def _with_page(report: Report, lines: Collection[MemberLine], today: date) -> set[str]:
    day = min(date(report.until, 12, 31), today)
    states = (line for line in lines if line.member.kind == MemberKind.STATE)
    return {line.member.code for line in states if line.stand_on(day) in WITH_PAGE}


def _for_keeper(row: Report, done: Done, lines: Collection[MemberLine], today: date) -> Iterator[WaitingPage]:
    missing = [code for code in _with_page(row, lines, today) if (row.key, code, Step.APPROVED) not in done]
    if missing:
        yield WaitingPage(row, None, len(missing))


def _for_member(
    actor: Actor, row: Report, done: Done, lines: Collection[MemberLine], today: date, *, requires: bool
) -> Iterator[WaitingPage]:
    """First the clearance, where the network asks for it; then the approval."""
    if actor.member not in _with_page(row, lines, today) or (row.key, actor.member, Step.APPROVED) in done:
        return
    if actor.role in _SPEAKERS:
        yield WaitingPage(row, Step.APPROVED)
    elif requires and (row.key, actor.member, Step.CLEARED) not in done:
        yield WaitingPage(row, Step.CLEARED)
