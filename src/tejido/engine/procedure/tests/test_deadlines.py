"""Deadlines in named zones: a second before, the second itself and one after, through the changes of the clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.procedure import (
    MINIMUM_SILENCE,
    Adopted,
    Deadline,
    DeadlineProblem,
    Lapsed,
    MemberOfRecord,
    Objection,
    ObjectionProblem,
    Silence,
    SilenceProblem,
    deadline_from_local,
    objection_problem,
    outcome,
    silence_deadline_problem,
)

NOW = datetime(2020, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ZONES = (
    "America/Argentina/Buenos_Aires", "America/Asuncion", "America/Bogota", "America/Caracas", "America/Costa_Rica",
    "America/El_Salvador", "America/Guatemala", "America/Guayaquil", "America/Havana", "America/La_Paz", "America/Lima",
    "America/Mexico_City", "America/Montevideo", "America/Panama", "America/Santiago", "America/Santo_Domingo",
    "America/Sao_Paulo", "America/Tegucigalpa", "Africa/Kampala", "Europe/Warsaw", "UTC",
)  # fmt: skip  # one list, read as one


def naive(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[misc,arg-type]  # noqa: DTZ001  # what a person types has no zone


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("local", [naive(2026, 12, 4, 23, 59), naive(2026, 7, 1, 0, 0), naive(2028, 2, 29, 12, 30, 15)])
def test_a_deadline_is_exact_to_the_second_in_every_zone(zone: str, local: datetime) -> None:
    deadline = deadline_from_local(local, zone, NOW)
    assert isinstance(deadline, Deadline)
    assert deadline.instant.tzinfo is UTC
    assert deadline.local().replace(tzinfo=None) == local
    members, rule = [MemberOfRecord("AU")], Silence(NOW, deadline.instant)
    after = deadline.instant + timedelta(days=1)
    for delta, problem, result in (
        (-SECOND, None, Lapsed),
        (0 * SECOND, None, Lapsed),
        (SECOND, ObjectionProblem.LATE, Adopted),
    ):
        objection = Objection("o", "AU", (deadline.instant + delta).astimezone(ZoneInfo(zone)), None, "why")
        assert objection_problem(objection, members, rule, []) is problem
        assert isinstance(outcome(members, rule, [objection], after), result)


# (zone, the last minute before a gap, the first after it), by the law of the place. A zone database that knows the law
# otherwise makes these fail.
GAPS = [
    ("America/Santiago", naive(2027, 9, 4, 23, 59), naive(2027, 9, 5, 1, 0)),
    ("Europe/Warsaw", naive(2027, 3, 28, 1, 59), naive(2027, 3, 28, 3, 0)),
    ("America/Asuncion", naive(2023, 9, 30, 23, 59), naive(2023, 10, 1, 1, 0)),
    ("America/Sao_Paulo", naive(2018, 11, 3, 23, 59), naive(2018, 11, 4, 1, 0)),
    ("America/Havana", naive(2027, 3, 13, 23, 59), naive(2027, 3, 14, 1, 0)),
    ("America/Mexico_City", naive(2022, 4, 3, 1, 59), naive(2022, 4, 3, 3, 0)),
]
FOLDS = [
    ("America/Santiago", naive(2027, 4, 3, 23, 0), naive(2027, 4, 4, 0, 0)),
    ("Europe/Warsaw", naive(2027, 10, 31, 2, 0), naive(2027, 10, 31, 3, 0)),
    ("America/Asuncion", naive(2024, 3, 23, 23, 0), naive(2024, 3, 24, 0, 0)),
    ("America/Sao_Paulo", naive(2018, 2, 17, 23, 0), naive(2018, 2, 18, 0, 0)),
    ("America/Havana", naive(2027, 11, 7, 0, 0), naive(2027, 11, 7, 1, 0)),
]
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "before", "after"), GAPS)
def test_a_time_that_the_clocks_skip_does_not_exist(zone: str, before: datetime, after: datetime) -> None:
    first, last = deadline_from_local(before, zone, LONG_AGO), deadline_from_local(after, zone, LONG_AGO)
    assert isinstance(first, Deadline)
    assert isinstance(last, Deadline)
    assert last.instant - first.instant == timedelta(minutes=1)
    skipped = before + timedelta(minutes=1)
    while skipped < after:
        assert deadline_from_local(skipped, zone, LONG_AGO) is DeadlineProblem.DOES_NOT_EXIST
        skipped += timedelta(minutes=7)


@pytest.mark.parametrize(("zone", "start", "end"), FOLDS)
def test_a_time_that_happens_twice_is_asked_about(zone: str, start: datetime, end: datetime) -> None:
    for repeated in (start, start + timedelta(minutes=30), end - SECOND):
        for fold in (0, 1):
            assert deadline_from_local(repeated.replace(fold=fold), zone, LONG_AGO) is DeadlineProblem.AMBIGUOUS
    first, last = deadline_from_local(start - SECOND, zone, LONG_AGO), deadline_from_local(end, zone, LONG_AGO)
    assert isinstance(first, Deadline)
    assert isinstance(last, Deadline)
    assert last.instant - first.instant == end - start + timedelta(hours=1) + SECOND


def test_where_the_clocks_no_longer_change_no_hour_is_doubted() -> None:
    """Asuncion stays on summer time since October 2024; an older zone database would see a gap or a fold here."""
    for local in (naive(2026, 3, 21, 23, 30), naive(2026, 10, 4, 0, 30)):
        deadline = deadline_from_local(local, "America/Asuncion", LONG_AGO)
        assert isinstance(deadline, Deadline)
        assert deadline.local().utcoffset() == timedelta(hours=-3)


@pytest.mark.parametrize(
    "zone",
    [
        "",
        ".",
        "America",
        "America/",
        "Mars/Olympus",
        "../../etc/passwd",
        "/etc/localtime",
        "America/Lima\0",
        "a" * 5000,
        "é",
    ],
)
def test_an_unknown_zone_is_a_problem_and_never_an_error(zone: str) -> None:
    assert deadline_from_local(naive(2026, 12, 4, 17), zone, NOW) is DeadlineProblem.UNKNOWN_ZONE


def test_a_deadline_lies_in_the_future() -> None:
    local = naive(2026, 12, 4, 17)
    instant = datetime(2026, 12, 4, 20, tzinfo=UTC)
    assert deadline_from_local(local, "America/Asuncion", instant - SECOND) == Deadline(instant, "America/Asuncion")
    for now in (instant, instant + SECOND, instant.astimezone(ZoneInfo("Europe/Warsaw"))):
        assert deadline_from_local(local, "America/Asuncion", now) is DeadlineProblem.IN_THE_PAST


def test_the_ends_of_the_calendar_do_not_exist() -> None:
    assert deadline_from_local(naive(9999, 12, 31, 23, 59, 59), "America/Lima", NOW) is DeadlineProblem.DOES_NOT_EXIST
    assert deadline_from_local(naive(1, 1, 1), "Europe/Warsaw", NOW) is DeadlineProblem.DOES_NOT_EXIST
    assert deadline_from_local(naive(1, 1, 1), "America/Lima", NOW) is DeadlineProblem.IN_THE_PAST


def test_naive_and_aware_are_not_mixed_up() -> None:
    with pytest.raises(ValueError, match="of its own"):
        deadline_from_local(NOW, "UTC", NOW)
    with pytest.raises(ValueError, match="zone"):
        deadline_from_local(naive(2026, 1, 1), "UTC", naive(2025, 1, 1))


@pytest.mark.parametrize("zone", ZONES)
@given(local=st.datetimes(naive(2021, 1, 1), naive(2040, 1, 1)))
def test_every_deadline_reads_back_as_it_was_typed(zone: str, local: datetime) -> None:
    found = deadline_from_local(local, zone, LONG_AGO)
    if isinstance(found, Deadline):
        assert found.local().replace(tzinfo=None) == local
    else:
        assert found in (DeadlineProblem.DOES_NOT_EXIST, DeadlineProblem.AMBIGUOUS)


def test_a_silence_lasts_at_least_72_hours_of_elapsed_time() -> None:
    opened = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert timedelta(hours=72) == MINIMUM_SILENCE
    for delta, problem in ((-SECOND, SilenceProblem.TOO_SHORT), (0 * SECOND, None), (SECOND, None)):
        assert silence_deadline_problem(opened, opened + MINIMUM_SILENCE + delta) is problem
    assert silence_deadline_problem(opened, opened + SECOND, timedelta(seconds=1)) is None
    assert silence_deadline_problem(opened, opened - SECOND, timedelta()) is SilenceProblem.TOO_SHORT


def test_the_clocks_that_change_within_the_silence_give_or_take_nothing() -> None:
    """Three days on the clocks of Warsaw are 71 hours where the spring change lies between."""
    zone = ZoneInfo("Europe/Warsaw")
    opened = datetime(2027, 3, 26, 12, tzinfo=zone)
    assert silence_deadline_problem(opened, datetime(2027, 3, 29, 12, tzinfo=zone)) is SilenceProblem.TOO_SHORT
    assert silence_deadline_problem(opened, datetime(2027, 3, 29, 13, tzinfo=zone)) is None
