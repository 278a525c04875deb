"""What a report asks the records for: the years, as whom, and what of it is invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from tejido.ledger.actors import Actor
from tejido.registry.models import Event, Member
from tejido.registry.names import MemberKind, Stand
from tejido.registry.queries import MemberLine, PastLine, day_of, members, network, past
from tejido.web.dates import span
from tejido.web.instants import clocks

from ..actors import reader
from ..models import Report

# Who has a page: who is a member by every source, and who is by one and not by another.
WITH_PAGE = frozenset({Stand.OF_RECORD, Stand.DISPUTED})


@dataclass(frozen=True, slots=True)
class Asked:
    """`day` is the last of the years, or `today` where they are not over. `lines` are everybody in the register,
    `events` the dated events that stand, the oldest first."""

    report: Report
    actor: Actor
    day: date
    today: date
    lines: Sequence[MemberLine]
    events: Sequence[Event]
    past: Sequence[PastLine]
    is_invented_house: bool
    zone: tzinfo

    def takes(self, row: Any) -> bool:
        """Whether a row enters: what is invented does so only where the report is itself a demonstration. In a network
        that is one, what does not say that it is true is invented."""
        if self.report.is_demonstration:
            return True
        return not getattr(row, "is_demonstration", self.is_invented_house)

    def is_within(self, since: str, until: str = "") -> bool:
        """Whether something that happened then, as exact as its source, falls into the years."""
        first, last = span(since), span(until or since)
        if first is None or last is None:
            return False
        return first[0].year <= self.report.until and last[1].year >= self.report.since

    def day_at(self, instant: datetime) -> date:
        """The day on the clocks of the network."""
        return instant.astimezone(self.zone).date()

    @property
    def years(self) -> range:
        return range(self.report.since, self.day.year + 1)

    @property
    def members(self) -> list[Member]:
        """The States that have a page, by their code."""
        found = [line for line in self.lines if line.member.kind == MemberKind.STATE]
        return [line.member for line in found if line.stand_on(self.day) in WITH_PAGE]


def asked_of(report: Report, at: datetime) -> Asked:
    """Everything that several chapters need, loaded once. Four queries."""
    served, lines = network(), past()
    zone = clocks(served.zone if served else "UTC")
    today = day_of(at, zone)
    return Asked(
        report=report,
        actor=reader(report.audience),
        day=min(date(report.until, 12, 31), today),
        today=today,
        lines=members(),
        events=[line.event for line in lines],
        past=lines,
        is_invented_house=served is not None and served.is_demonstration,
        zone=zone,
    )
