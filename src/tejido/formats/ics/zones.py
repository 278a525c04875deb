"""The rules of a zone for the years that a calendar speaks of, as RFC 5545 wants them.

They are written from the zone data of this house, change by change. A reader whose own data is older, or that knows the
zone by no name, shows the same clock.
"""

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_LAST = datetime(MAXYEAR, 12, 30, tzinfo=UTC)  # a day on it is still a day in every zone


def timezone(zone: str, moments: Iterable[datetime]) -> icalendar.Timezone:
    """The VTIMEZONE of an IANA zone for the years in which these instants are. Each of them begins with the clock that
    is right then, so that the years between two meetings cost nothing."""
    rules = ZoneInfo(zone)
    made = icalendar.Timezone()
    made.add("tzid", zone)
    for year in sorted({moment.astimezone(rules).year for moment in moments}):
        start = _new_year(year, rules)
        made.add_component(_observance(rules, start, start))
        for before, after in _changes(rules, start, _new_year(year + 1, rules)):
            made.add_component(_observance(rules, before, after))
    return made


def _new_year(year: int, rules: ZoneInfo) -> datetime:
    """Its first instant; no calendar has a year after the last one."""
    return datetime(year, 1, 1, tzinfo=rules).astimezone(UTC) if year <= MAXYEAR else _LAST


def _changes(rules: ZoneInfo, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The last second before each change of the clocks, and the first one after it. No zone changes twice a day."""
    day = start
    while day < end:
        if _clock(rules, day) != _clock(rules, day + _DAY):
            yield _narrowed(rules, day, day + _DAY)
        day += _DAY


def _narrowed(rules: ZoneInfo, before: datetime, after: datetime) -> tuple[datetime, datetime]:
    while after - before > _SECOND:
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if _clock(rules, middle) == _clock(rules, before):
            before = middle
        else:
            after = middle
    return before, after


def _clock(rules: ZoneInfo, moment: datetime) -> tuple[timedelta | None, timedelta | None]:
    local = moment.astimezone(rules)
    return local.utcoffset(), local.dst()


def _observance(
    rules: ZoneInfo, before: datetime, after: datetime
) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    """From `after` on. Its beginning is told by the clock that was right until then."""
    old, new = before.astimezone(rules), after.astimezone(rules)
    made = icalendar.TimezoneDaylight() if new.dst() else icalendar.TimezoneStandard()
    shift = old.utcoffset() or timedelta(0)
    made.add("dtstart", (after + shift).replace(tzinfo=None))
    made.add("tzoffsetfrom", shift)
    made.add("tzoffsetto", new.utcoffset())
    made.add("tzname", new.tzname())
    return made
