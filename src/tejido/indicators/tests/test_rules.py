"""What a definition, a value and a text have to be, without asking the database."""

from datetime import date
from decimal import Decimal

import pytest

from tejido.engine.measure import Number, Period, Share, Step, YesNo
from tejido.indicators import rules
from tejido.indicators.models import Indicator
from tejido.indicators.names import Counting, Direction, Due, Frequency, Kind, Misread, No
from tejido.indicators.terms import Unread, due, expected, period_for, read

from .doings import SEX, WHAT

pytestmark = pytest.mark.anywhere
STEPS = [{"es": "Nada"}, {"es": "Algo"}, {"es": "Todo", "en": "All"}]


def row(**values):
    return Indicator(**{**WHAT, **values})


def why(**values):
    refusal = rules.is_sound(row(**values))
    return refusal.code if refusal else None


UNSOUND = [
    (No.NAMELESS, {"name": {"es": " "}}),
    (No.NO_STEPS, {"kind": Kind.SCALE, "steps": [{"es": "Uno"}], "dimensions": []}),
    (No.NOT_ADDED, {"kind": Kind.YES_NO, "counting": Counting.ADDING, "dimensions": []}),
    (No.NOT_DIVIDED, {"kind": Kind.YES_NO}),
    (No.NO_CATEGORIES, {"dimensions": [SEX, SEX]}),
    (No.NO_CATEGORIES, {"dimensions": [{**SEX, "categories": SEX["categories"][:1]}]}),
    (No.NO_CATEGORIES, {"dimensions": [{**SEX, "categories": SEX["categories"] * 2}]}),
    (No.NO_END, {"frequency": Frequency.ONCE}),
    (No.NO_END, {"until": date(2025, 1, 1)}),
    (No.WRONG_LEVEL, {"target": {"holds": True}}),
    (No.WRONG_LEVEL, {"kind": Kind.SHARE, "target": {"part": "0", "whole": "0"}}),
    (No.WRONG_LEVEL, {"kind": Kind.SCALE, "steps": STEPS, "target": {"step": 4}, "dimensions": []}),
    (No.WRONG_WAY, {"baseline": {"number": "5"}, "target": {"number": "4"}}),
    (No.WRONG_WAY, {"baseline": {"number": "4"}, "target": {"number": "5"}, "direction": Direction.DOWN}),
]


@pytest.mark.parametrize(("code", "values"), UNSOUND, ids=str)
def test_what_nobody_could_report_on_is_not_defined(code, values):
    assert why(**values) == code


SOUND = [
    {}, {"frequency": Frequency.ONCE, "until": date(2027, 1, 1)}, {"target": {"number": "4"}},
    {"kind": Kind.SCALE, "steps": STEPS, "target": {"step": 3}, "dimensions": []},
    {"baseline": {"number": "5"}, "target": {"number": "4"}, "counting": Counting.ADDING},
    {"baseline": {"number": "5"}, "target": {"number": "4"}, "direction": Direction.DOWN},
]  # fmt: skip  # a table


@pytest.mark.parametrize("values", SOUND, ids=str)
def test_what_can_be_reported_on_is(values):
    assert why(**values) is None


QUARTER = Period("2026-Q1", date(2026, 1, 1), date(2026, 3, 31))


def fits(value, period=QUARTER, today=date(2026, 6, 1), parts=None, **values):
    refusal = rules.fits(row(**values), period, value, parts or {}, today)
    return (refusal.code, refusal.sentence) if refusal else None


def test_a_value_is_of_the_kind_that_is_asked_and_of_a_period_that_has_begun():
    assert fits(Number(Decimal(3))) is None
    assert fits(Number(Decimal(3)), None)[0] == No.NO_PERIOD
    assert fits(Number(Decimal(3)), today=date(2025, 12, 31))[0] == No.TOO_EARLY
    assert fits(YesNo(True))[0] == No.OTHER_KIND
    assert fits(Step(4), kind=Kind.SCALE, steps=STEPS)[0] == No.OTHER_KIND


def test_parts_that_do_not_fit_are_named():
    code, said = fits(Number(Decimal(3)), parts={"sex:women": Number(Decimal(4))})
    assert (code, "sex:women is more than the whole" in said) == (No.PARTS_WRONG, True)


def test_periods_begin_with_the_first_day_and_end_with_the_last_or_today():
    quarters = row(until=date(2026, 8, 1))
    assert [p.code for p in expected(quarters, date(2026, 5, 1))] == ["2026-Q1", "2026-Q2"]
    assert [p.code for p in expected(quarters, date(2027, 5, 1))] == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert period_for(quarters, "2026-Q4", date(2027, 5, 1)) is None
    assert [p.code for p in expected(row(), date(2026, 2, 1))] == ["2026-Q1"]
    assert [p.code for p in expected(row(frequency=Frequency.ONCE, until=date(2027, 1, 1)), date(2026, 2, 1))] == [
        "once"
    ]


def test_a_value_is_due_when_its_period_is_over_and_overdue_thirty_days_later():
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1)]
    assert [due(QUARTER, day) for day in days] == [Due.RUNNING, Due.DUE, Due.DUE, Due.OVERDUE]


READ = [
    (Kind.NUMBER, "1.234,5", "", Number(Decimal("1234.5"))), (Kind.NUMBER, 1234.5, "", Number(Decimal("1234.5"))),
    (Kind.NUMBER, 1234, None, Number(Decimal(1234))), (Kind.SHARE, "3", "4", Share(Decimal(3), Decimal(4))),
    (Kind.YES_NO, "Sí", "", YesNo(True)), (Kind.YES_NO, False, "", YesNo(False)), (Kind.SCALE, "2", "", Step(2)),
    (Kind.YES_NO, 1, "", YesNo(True)), (Kind.SCALE, 3.0, "", Step(3)), (Kind.SCALE, "all", "", Step(3)),
]  # fmt: skip  # a table


@pytest.mark.parametrize(("kind", "first", "second", "value"), READ)
def test_what_says_by_itself_which_value_it_is_is_read(kind, first, second, value):
    assert read(kind, STEPS, first, second) == value


UNREAD = [
    (Kind.NUMBER, "1.234", "", Misread.TWO_READINGS), (Kind.NUMBER, "unos", "", Misread.NOT_A_NUMBER),
    (Kind.NUMBER, "3", "4", Misread.EXTRA), (Kind.SHARE, "3", "", Misread.NO_WHOLE),
    (Kind.SHARE, "x", "4", Misread.NOT_A_NUMBER), (Kind.SHARE, "3", "x", Misread.NOT_A_NUMBER),
    (Kind.SHARE, "5", "4", Misread.NOT_A_SHARE), (Kind.YES_NO, "quizás", "", Misread.NOT_YES_NO),
    (Kind.SCALE, "4", "", Misread.NOT_A_STEP),
]  # fmt: skip  # a table


@pytest.mark.parametrize(("kind", "first", "second", "code"), UNREAD)
def test_what_is_no_value_says_why(kind, first, second, code):
    found = read(kind, STEPS, first, second)
    assert isinstance(found, Unread)
    assert found.code == code
    assert "%(" not in found.sentence


def test_a_number_with_two_readings_is_told_with_both():
    assert "1234 or as 1.234" in read(Kind.NUMBER, [], "1.234").sentence
