"""As-of questions are exact across the boundaries of mandates: against an oracle that looks at every mandate by itself.

The oracle knows nothing of queries. It asks of each mandate whether it had begun by the end of the day and not ended.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cast import NOW
from tejido.people.models import Account
from tejido.registry.models import Mandate, Network
from tejido.registry.queries import AsOf, as_of, end_of, holders, spans

# Zones that skip or repeat midnight are where days are hardest.
ZONES = ("UTC", "America/Asuncion", "America/Sao_Paulo", "America/Havana", "Asia/Kathmandu", "Pacific/Apia")
TICK = timedelta(microseconds=1)
DAYS = st.dates(date(2010, 1, 1), date(2020, 12, 31))
INSTANTS = st.datetimes(datetime(2010, 1, 1), datetime(2021, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
MANDATES = st.lists(st.tuples(INSTANTS, st.one_of(st.none(), INSTANTS)), max_size=6)


@given(DAYS, st.sampled_from(ZONES))
def test_a_day_ends_at_the_last_instant_that_its_clocks_call_by_its_name(day, name):
    zone = ZoneInfo(name)
    end = end_of(day, zone)
    assert (end + TICK).astimezone(zone).date() > day
    if name != "Pacific/Apia" or day != date(2011, 12, 30):  # Samoa had no such day
        assert end.astimezone(zone).date() == day


@given(DAYS, st.sampled_from(ZONES))
def test_days_follow_each_other_without_a_gap(day, name):
    zone = ZoneInfo(name)
    assert end_of(day, zone) <= end_of(day + timedelta(days=1), zone)


@pytest.fixture
def seat(cast):
    """A seat whose mandates the test writes itself, past the commands: also such as they would refuse."""
    seat = cast.seats["XA/representative/JUS"]
    Mandate.objects.filter(seat=seat).delete()
    return seat


def valid(since: datetime, until: datetime | None, day: date, zone: ZoneInfo) -> bool:
    """Whether the clocks showed a day up to `day` when it began, and a later one when it ended."""
    begun = since.astimezone(zone).date() <= day
    return begun and (until is None or until.astimezone(zone).date() > day)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MANDATES, DAYS, st.sampled_from(ZONES[:5]), st.booleans())
def test_who_held_a_seat_on_a_day_is_who_had_begun_by_its_end_and_not_ended(cast, seat, rows, day, name, on_boundary):
    zone = ZoneInfo(name)
    Mandate.objects.filter(seat=seat).delete()
    Network.objects.update(zone=name)
    account = Account.objects.first()
    if on_boundary and rows:  # the boundary itself, a tick before and a tick after
        end = end_of(day, zone)
        rows = [*rows, (end - timedelta(days=1), end), (end, end + TICK), (end + TICK, None)]
    made = Mandate.objects.bulk_create(Mandate(seat=seat, account=account, since=s, until=u) for s, u in rows)
    expected = {m.key for m in made if valid(m.since, m.until, day, zone)}
    on = as_of(day, NOW)
    found = holders(on, [seat])
    assert {mandate.key for mandate in found.values()} <= expected
    assert bool(found) == bool(expected)
    by_itself = {m.key for m in Mandate.objects.filter(seat=seat) if m.is_valid_at(on.instant)}
    assert by_itself == expected


@settings(max_examples=60, deadline=None)
@given(MANDATES, INSTANTS)
def test_the_history_of_a_seat_tells_every_mandate_once_and_gaps_only_where_nobody_held_it(rows, now):
    mandates = [Mandate(since=s, until=u) for s, u in rows if u is None or u > s]
    told = spans(mandates, now, knows=False)
    assert sorted(id(s.mandate) for s in told if not s.is_gap) == sorted(map(id, mandates))
    for gap in (span for span in told if span.is_gap):
        assert gap.since <= now or gap.until is not None
        inside = gap.since + ((gap.until or max(now, gap.since) + TICK * 2) - gap.since) / 2
        assert not any(m.is_valid_at(inside) for m in mandates)
    covered = [m for m in mandates if m.is_valid_at(now)]
    open_gap = [s for s in told if s.is_gap and s.since <= now and (s.until is None or now < s.until)]
    assert not (covered and open_gap)


def test_a_day_is_a_value():
    assert AsOf(date(2015, 6, 1), NOW, NOW.date()).day == date(2015, 6, 1)
