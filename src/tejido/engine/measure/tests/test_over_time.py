"""Periods, series with their gaps, progress, and what of several members makes one figure."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.measure import (
    Counting,
    Direction,
    Frequency,
    NoTotal,
    Number,
    Progress,
    Report,
    Share,
    Standing,
    Step,
    Unknown,
    Why,
    YesNo,
    ended,
    may_be,
    period_of,
    period_on,
    periods,
    progress,
    roll_up,
    series,
    standing,
)

pytestmark = pytest.mark.anywhere
CALENDARS = [frequency for frequency in Frequency if frequency is not Frequency.ONCE]
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def n(amount: int) -> Number:
    return Number(Decimal(amount))


def codes(found):
    return [period.code for period in found]


@given(st.sampled_from(CALENDARS), DAYS)
def test_every_day_is_in_one_period_which_its_code_names(frequency, day):
    period = period_on(frequency, day)
    assert period.first <= day <= period.last
    assert period_of(period.code) == period
    assert period_on(frequency, period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


def test_periods_are_named_by_year_and_place():
    since, until = date(2026, 2, 10), date(2026, 7, 1)
    assert codes(periods(Frequency.QUARTER, since, until)) == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert codes(periods(Frequency.HALF, since, until)) == ["2026-H1", "2026-H2"]
    assert codes(periods(Frequency.YEAR, since, until)) == ["2026"]
    assert codes(periods(Frequency.MONTH, since, date(2026, 3, 1))) == ["2026-M02", "2026-M03"]


def test_what_is_reported_once_has_one_period():
    (once,) = periods(Frequency.ONCE, date(2026, 1, 1), date(2027, 6, 30))
    assert (once.code, once.first, once.last) == ("once", date(2026, 1, 1), date(2027, 6, 30))
    assert periods(Frequency.ONCE, date(2026, 1, 2), date(2026, 1, 1)) == ()


def test_no_indicator_has_periods_without_end():
    assert len(periods(Frequency.MONTH, date(1900, 1, 1), date(2199, 1, 1))) == 600


@pytest.mark.parametrize("code", ["", "26", "2026-Q5", "2026-Q0", "2026-M13", "2026-M3", "2026-X1", "once", "2026-Q01"])
def test_no_other_text_names_a_period(code):
    with pytest.raises(ValueError, match="not a period"):
        period_of(code)


YEARS = periods(Frequency.YEAR, date(2023, 1, 1), date(2026, 12, 31))


def test_a_value_can_be_missing_only_when_its_period_is_over():
    assert codes(ended(YEARS, date(2026, 1, 1))) == ["2023", "2024", "2025"]
    assert codes(ended(YEARS, date(2025, 12, 31))) == ["2023", "2024"]


def line(**values):
    return series(YEARS, {code[1:]: value for code, value in values.items()})


def test_a_gap_stays_a_gap():
    found = line(y2023=n(5), y2025=n(0), y1999=n(7))
    assert [point.value for point in found.points] == [n(5), None, n(0), None]
    assert codes(found.missing) == ["2024", "2026"]


def test_where_an_indicator_stands_is_its_latest_value_or_the_sum_with_its_gaps_named():
    found = line(y2023=n(5), y2025=n(2))
    assert standing(found, Counting.EACH) == Standing(n(2), "2025", ("2026",))
    assert standing(found, Counting.RUNNING) == Standing(n(2), "2025", ("2026",))
    assert standing(found, Counting.ADDING) == Standing(n(7), "2025", ("2024", "2026"))
    assert standing(line(), Counting.ADDING) is None
    assert standing(line(y2023=YesNo(True)), Counting.ADDING) is None


def test_only_amounts_add_up():
    assert [may_be(kind, Counting.ADDING) for kind in ("number", "share", "yes_no", "scale")] == [
        True,
        True,
        False,
        False,
    ]
    assert may_be("scale", Counting.EACH)


UP, DOWN = Direction.UP, Direction.DOWN


def test_progress_goes_from_the_baseline_to_the_target():
    assert progress(n(10), n(20), n(15), UP) == Progress(False, Decimal("0.5"))
    assert progress(n(10), n(20), n(25), UP) == Progress(True, Decimal("1.5"))
    assert progress(n(20), n(10), n(10), DOWN) == Progress(True, Decimal(1))
    assert progress(n(20), n(10), n(25), DOWN) == Progress(False, Decimal("-0.5"))


def test_without_a_baseline_or_a_distance_only_reached_or_not_is_said():
    assert progress(None, n(20), n(15), UP) == Progress(False)
    assert progress(n(20), n(20), n(20), UP) == Progress(True)
    assert progress(Step(1), Step(3), Step(3), UP) == Progress(True)
    assert progress(YesNo(False), YesNo(True), YesNo(False), UP) == Progress(False)
    assert progress(YesNo(True), YesNo(False), YesNo(False), DOWN) == Progress(True)


def test_what_nobody_can_say_is_unknown_with_its_reason():
    nothing = Share(Decimal(0), Decimal(0))
    assert progress(n(1), n(2), None, UP) == Unknown(Why.NO_VALUE)
    assert progress(n(1), None, n(2), UP) == Unknown(Why.NO_TARGET)
    assert progress(None, n(2), Step(1), UP) == Unknown(Why.OTHER_KIND)
    assert progress(Step(1), n(2), n(1), UP) == Unknown(Why.OTHER_KIND)
    assert progress(None, Share(Decimal(1), Decimal(2)), nothing, UP) == Unknown(Why.NO_RATIO)
    assert progress(nothing, Share(Decimal(1), Decimal(2)), Share(Decimal(1), Decimal(4)), UP) == Progress(False)


def report(value, unit="persons", **parts):
    return Report(value, unit, {key.replace("_", ":", 1): part for key, part in parts.items()})


def test_a_total_is_of_those_who_reported_and_names_who_did_not():
    found = roll_up({"XA": report(n(3), sex_women=n(2)), "XB": None, "XC": report(n(4))})
    assert (found.reported, found.missing, found.total, found.why) == (("XA", "XC"), ("XB",), n(7), None)
    assert not found.is_whole
    assert (found.parts["sex:women"].total, found.parts["sex:women"].of) == (n(2), 1)


def test_what_cannot_be_compared_has_no_total():
    assert roll_up({"XA": report(n(3)), "XB": report(n(3), "hours")}).why == NoTotal.UNITS_DIFFER
    assert roll_up({"XA": report(n(3)), "XB": report(YesNo(True))}).why == NoTotal.KINDS_DIFFER
    assert roll_up({"XA": report(n(3))}, is_added=False).why == NoTotal.NOT_ADDED
    assert roll_up({"XA": None}).why == NoTotal.NOBODY
    assert roll_up({"XA": report(n(3)), "XB": report(YesNo(True))}).counts == {}


def test_answers_that_do_not_add_up_are_counted():
    yes = roll_up({"XA": report(YesNo(True)), "XB": report(YesNo(False)), "XC": report(YesNo(True))})
    assert (yes.total, yes.counts, yes.is_whole) == (None, {"yes": 2, "no": 1}, True)
    assert roll_up({"XA": report(Step(2)), "XB": report(Step(2))}).counts == {"2": 2}
    assert roll_up({"XA": report(n(2))}).counts == {}


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.one_of(st.none(), st.integers(0, 99).map(n)), min_size=1))
def test_nobody_is_lost_and_nobody_is_guessed(values):
    found = roll_up({code: report(v) if v else None for code, v in values.items()})
    assert {*found.reported, *found.missing} == {*values}
    given_amounts = [v.amount for v in values.values() if v]
    assert (found.total.amount if found.total else 0) == sum(given_amounts)
    assert (found.total is None) == (not given_amounts)


def test_a_part_that_is_no_amount_has_no_sum():
    assert roll_up({"XA": report(n(3), sex_women=YesNo(True))}).parts == {}
