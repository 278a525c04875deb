"""What an actor may read of indicators: everything of its own member, what is asked of every member, and of others what
was released, as it was released.

Nothing else answers a question here: that a value is missing elsewhere and that it is not released look the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from tejido.engine import measure
from tejido.engine.measure import Period
from tejido.ledger.actors import Actor
from tejido.programmes.rules import outward
from tejido.registry.models import Member

from ..lines import definition
from ..models import Indicator, Release, Value
from ..names import Due
from ..terms import due, expected

Place = tuple[str, str]  # the key of an indicator and the code of a period


@dataclass(frozen=True, slots=True)
class Line:
    """A period with what stands there. `row` is None for a gap, `due` then says how it stands. `release` is what others
    read of it now, `earlier` what was corrected, both for the member itself alone."""

    period: Period
    row: Value | None
    due: Due | None = None
    release: Release | None = None
    earlier: tuple[Value, ...] = ()

    @property
    def value(self) -> measure.Value | None:
        return measure.from_data(self.row.value) if self.row else None

    @property
    def is_changed_since(self) -> bool:
        """Others still read what was corrected."""
        return bool(self.release and self.row and self.release.value_id != self.row.key)


@dataclass(frozen=True, slots=True)
class Seen:
    """An indicator as one reader reads it, with the lines of one member. `shown` is what it is (`lines.SHOWN`): for its
    own member as it is now, for others as it was released. `member` is None where a reader has no values of its own.
    `knows_levels`: whether baseline and target are the reader's to know."""

    indicator: Indicator
    shown: Mapping[str, Any]
    member: Member | None
    is_own: bool
    lines: tuple[Line, ...]
    knows_levels: bool = False

    @property
    def key(self) -> str:
        return self.indicator.key

    @property
    def name(self) -> Mapping[str, str]:
        name: Mapping[str, str] = self.shown["name"]
        return name

    @property
    def series(self) -> measure.Series:
        return measure.Series(tuple(measure.Point(line.period, line.value) for line in self.lines))

    @property
    def standing(self) -> measure.Standing | None:
        return measure.standing(self.series, measure.Counting(self.shown["counting"]))

    @property
    def missing(self) -> tuple[Line, ...]:
        """The periods that are over and have no value."""
        return tuple(line for line in self.lines if line.row is None and line.due != Due.RUNNING)

    @property
    def progress(self) -> measure.Progress | measure.Unknown:
        """How far its own member has come. What adds up begins at nothing, whatever was before."""
        row, now = self.indicator, self.standing
        baseline = _level(row.baseline)
        if row.counting == measure.Counting.ADDING.value and row.kind == measure.Kind.NUMBER.value:
            baseline = measure.from_data({"number": "0"})
        target, direction = _level(row.target), measure.Direction(row.direction)
        return measure.progress(baseline, target, now.value if now else None, direction)


def _level(data: Mapping[str, Any] | None) -> measure.Value | None:
    return measure.from_data(data) if data is not None else None


def indicators_of(member: str) -> QuerySet[Indicator]:
    """Those of a member and those asked of all, that are still asked or were once."""
    rows = Indicator.objects.filter(Q(member__code=member) | Q(member=None))
    return rows.select_related("member", "initiative__member", "owner__institution__member")


def overview(actor: Actor, today: date, *, ended: bool = False) -> list[Seen]:
    """What the actor's own member reports on, the questions of the network among it, by age. Empty for seats of the
    network. Four queries."""
    if not actor.member:
        return []
    rows = [row for row in indicators_of(actor.member) if ended or row.ended_at is None]
    return _with_lines(rows, actor.member, today)


def _with_lines(rows: Sequence[Indicator], code: str, today: date) -> list[Seen]:
    keys, member = [row.key for row in rows], Member.objects.get(code=code)
    told = Value.objects.filter(indicator__in=keys, member=member).select_related("member", "paper")
    values = _grouped(told.defer("paper__data"))
    shown = Release.objects.filter(indicator__in=keys, member=member, withdrawn_at=None).select_related("value")
    releases = {(row.indicator_id, row.period): row for row in shown}
    return [Seen(row, definition(row), member, True, _lines(row, values, releases, today), True) for row in rows]


def _lines(
    row: Indicator, values: Mapping[Place, Sequence[Value]], releases: Mapping[Place, Release], today: date
) -> tuple[Line, ...]:
    return tuple(_line(row.key, period, values, releases, today) for period in expected(row, today))


def _line(
    key: str, period: Period, values: Mapping[Place, Sequence[Value]], releases: Mapping[Place, Release], today: date
) -> Line:
    several = values.get((key, period.code), ())
    row = next((value for value in several if value.replaced_at is None), None)
    earlier = tuple(value for value in several if value.replaced_at is not None)
    return Line(period, row, None if row else due(period, today), releases.get((key, period.code)), earlier)


def _grouped(rows: Iterable[Value]) -> dict[Place, list[Value]]:
    found: dict[Place, list[Value]] = {}
    for row in rows:
        found.setdefault((row.indicator_id, row.period), []).append(row)
    return found


def indicator_for(actor: Actor, key: str, today: date) -> Seen:
    """One indicator as the actor reads it. ObjectDoesNotExist for a hidden key, exactly as for an unknown one."""
    row = Indicator.objects.select_related("member", "initiative__member", "owner__institution__member").get(key=key)
    if is_own(actor, row):
        return _with_lines([row], actor.member, today)[0]
    if row.is_asked_of_all and not actor.is_public:
        return Seen(row, definition(row), None, False, (), True)
    found = [one for one in released_to(actor, indicator=row) if one.indicator.key == key]
    if not found:
        raise ObjectDoesNotExist
    if row.is_asked_of_all:
        return Seen(row, found[-1].shown, None, False, ())
    return found[0]


def is_own(actor: Actor, row: Indicator) -> bool:
    """Whether the actor's member reports on it."""
    if actor.is_public or not actor.member:
        return False
    return row.member is None or row.member.code == actor.member


def has_values(row: Indicator) -> bool:
    return Value.objects.filter(indicator=row).exists()


def own_indicator_for(actor: Actor, key: str) -> Indicator:
    """An indicator on which the actor's member reports, or one that is asked of all. ObjectDoesNotExist otherwise."""
    row = Indicator.objects.select_related("member", "initiative__member", "owner__institution__member").get(key=key)
    if actor.is_public or not (row.is_asked_of_all or is_own(actor, row)):
        raise ObjectDoesNotExist
    return row


def releases_to(actor: Actor) -> QuerySet[Release]:
    """The standing releases that the actor may read as somebody else."""
    rows = Release.objects.filter(withdrawn_at=None, audience__in=outward(actor))
    related = ("indicator__member", "member", "value__paper")
    return rows.select_related(*related).defer("value__paper__data").order_by("member__code", "at", "key")


def released_to(actor: Actor, *, member: str = "", indicator: Indicator | None = None) -> list[Seen]:
    """What members released to the actor, an indicator and a member at a time, with a line for each period between the
    first and the last that was released. One query."""
    rows = releases_to(actor)
    if member:
        rows = rows.filter(member__code=member)
    if indicator is not None:
        rows = rows.filter(indicator=indicator)
    groups: dict[tuple[str, str], list[Release]] = {}
    for row in rows:
        groups.setdefault((row.indicator_id, row.member_id), []).append(row)
    return [_released(several) for several in groups.values()]


def _released(rows: Sequence[Release]) -> Seen:
    last = max(rows, key=lambda row: row.at)
    by_period = {row.period: row for row in rows}
    lines = tuple(_shown(period, by_period.get(period.code)) for period in _span(last.indicator, rows))
    return Seen(last.indicator, last.shown, last.member, False, lines)


def _shown(period: Period, row: Release | None) -> Line:
    return Line(period, row.value if row else None, None, row)


def _span(indicator: Indicator, rows: Sequence[Release]) -> tuple[Period, ...]:
    """The periods from the first released one to the last."""
    if indicator.frequency == measure.Frequency.ONCE.value:
        return expected(indicator, indicator.since)
    several = sorted((measure.period_of(row.period) for row in rows), key=lambda period: period.first)
    return measure.periods(measure.Frequency(indicator.frequency), several[0].first, several[-1].last)


def value_for(actor: Actor, key: str) -> Value:
    """A value that the actor may read: of its own member, or one that was released to it as it stands."""
    row = Value.objects.select_related("member", "paper", "indicator__member").defer("paper__data").get(key=key)
    if not actor.is_public and row.member.code == actor.member:
        return row
    if not releases_to(actor).filter(value=row).exists():
        raise ObjectDoesNotExist
    return row


def own_value_for(actor: Actor, key: str) -> Value:
    """A value of the actor's own member."""
    rows = Value.objects.select_related("member", "indicator")
    return rows.get(key=key, member__code="-" if actor.is_public else actor.member or "-")
