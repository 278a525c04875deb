"""A question that is asked of every member, and what of its answers may be told together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tejido.engine import measure
from tejido.engine.measure import Period, RollUp
from tejido.ledger.actors import Actor
from tejido.registry.models import Member
from tejido.registry.queries import MemberLine, members

from ..models import Indicator, Release
from ..terms import expected
from .reading import releases_to


@dataclass(frozen=True, slots=True)
class Answered:
    """One member of record of the period, and what it released for it."""

    member: Member
    release: Release | None


@dataclass(frozen=True, slots=True)
class Rolled:
    """A period of a question: everybody asked, and what they say together."""

    period: Period
    members: tuple[Answered, ...]
    figure: RollUp


def asked() -> list[Indicator]:
    """The questions that are asked of every member: every seat of the network may know them. One query."""
    return list(Indicator.objects.filter(member=None, ended_at=None))


def rolled_up(actor: Actor, question: Indicator, today: date) -> list[Rolled]:
    """Every period that has begun, the latest first, from what members released to the reader. Who is asked are the
    members of record on the last day of the period, or today. Three queries."""
    released: dict[str, dict[str, Release]] = {}
    for row in releases_to(actor).filter(indicator=question):
        released.setdefault(row.period, {})[row.member.code] = row
    periods = expected(question, today)
    lines = members()
    return [_rolled(question, period, released.get(period.code, {}), lines, today) for period in reversed(periods)]


def _rolled(
    question: Indicator, period: Period, released: Mapping[str, Release], lines: Sequence[MemberLine], today: date
) -> Rolled:
    day = min(period.last, today)
    several = tuple(Answered(line.member, released.get(line.member.code)) for line in lines if line.is_of_record(day))
    return Rolled(period, several, figure_of(question, {one.member.code: one.release for one in several}))


def figure_of(question: Indicator, released: Mapping[str, Release | None]) -> RollUp:
    """One figure of what was released for a period, by the codes of the members asked."""
    reports = {code: _report(row) if row else None for code, row in released.items()}
    return measure.roll_up(reports, is_added=question.is_added)


def _report(row: Release) -> measure.Report:
    parts = {key: measure.from_data(part) for key, part in row.value.parts.items()}
    return measure.Report(measure.from_data(row.value.value), json.dumps(row.shown["unit"], sort_keys=True), parts)
