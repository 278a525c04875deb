"""What an indicator can be: values, their texts, numbers as people write them, and parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.engine.measure import (
    Dimension,
    Number,
    Problem,
    Share,
    Step,
    Unclear,
    Unread,
    Wrong,
    YesNo,
    added,
    from_data,
    height,
    plain,
    problems,
    read_number,
    to_data,
)

pytestmark = pytest.mark.anywhere
AMOUNTS = st.decimals(-(10**12), 10**12, places=3)
COUNTS = st.integers(0, 10**6).map(Decimal)
SHARES = st.tuples(COUNTS, COUNTS).map(lambda two: Share(min(two), max(two)))
VALUES = st.one_of(AMOUNTS.map(Number), SHARES, st.booleans().map(YesNo), st.integers(1, 9).map(Step))


def n(amount: str | int) -> Number:
    return Number(Decimal(amount))


def of(part: int, whole: int) -> Share:
    return Share(Decimal(part), Decimal(whole))


@given(VALUES)
def test_a_value_comes_back_as_it_was_written(value):
    assert from_data(to_data(value)) == value


BAD = [{}, {"number": 3}, {"number": "x"}, {"number": "NaN"}, {"part": "2", "whole": "1"}, {"step": 0}, {"x": 1}]


@pytest.mark.parametrize("data", BAD)
def test_nothing_else_is_a_value(data):
    with pytest.raises(ValueError, match=r"not a|share|lowest"):
        from_data(data)


def test_every_value_has_a_height_but_a_share_of_nothing():
    assert [height(v) for v in (n("1.5"), of(1, 4), YesNo(True), YesNo(False), Step(3))] == [
        Decimal("1.5"),
        25,
        1,
        0,
        3,
    ]
    assert height(of(0, 0)) is None
    assert [v.kind for v in (n(1), of(1, 4), YesNo(True), Step(3))] == ["number", "share", "yes_no", "scale"]


@given(st.lists(SHARES, min_size=1))
def test_shares_are_added_by_both_numbers_and_never_as_percentages(shares):
    assert added(shares) == Share(sum(s.part for s in shares), sum(s.whole for s in shares))


def test_a_mean_of_percentages_would_be_wrong():
    assert added([of(1, 1), of(0, 99)]).percent == 1


def test_numbers_are_added_and_never_together_with_shares():
    assert (added([n(2), n("0.5")]), added([])) == (n("2.5"), None)
    with pytest.raises(ValueError, match="not added"):
        added([n(1), of(1, 2)])


def test_an_amount_has_one_form():
    assert [plain(Decimal(a)) for a in ("1E+3", "2.500", "-0", "0.00", "-7")] == ["1000", "2.5", "0", "0", "-7"]


READ = {
    "1.234,56": "1234.56", "1,234.56": "1234.56", "1 234,5": "1234.5", "1.234.567": "1234567", "12": "12",
    "-3,5": "-3.5", "−3": "-3", "+7": "7", "0.125": "0.125", "0,125": "0.125", "1234.567": "1234.567", "12,5": "12.5",
    "1\u202f234": "1234", "1 234.567": "1234.567", "1.234.567,8": "1234567.8", "007": "7",
}  # fmt: skip  # a table


@pytest.mark.parametrize("text", READ)
def test_a_number_that_says_by_itself_how_it_is_meant_is_read(text):
    assert read_number(text) == Decimal(READ[text])


@pytest.mark.parametrize("text", ["1.234", "1,234", "999.000"])
def test_a_number_that_can_be_read_in_two_ways_is_not_read(text):
    found = read_number(text)
    assert found == Unread(Unclear.TWO_READINGS, (text.replace(",", "").replace(".", ""), text.replace(",", ".")))


UNREAD = {
    "": Unclear.NOT_A_NUMBER, "unos 30": Unclear.NOT_A_NUMBER, "30 %": Unclear.NOT_A_NUMBER,
    "1e5": Unclear.NOT_A_NUMBER,
    "٣": Unclear.NOT_A_NUMBER, "12.34.567": Unclear.WRONG_GROUPS, "1,2.3": Unclear.WRONG_GROUPS,
    "1.234,": Unclear.WRONG_GROUPS, "1 2": Unclear.WRONG_GROUPS, "1.234,5.6": Unclear.WRONG_GROUPS,
    "1 234.567.890": Unclear.WRONG_GROUPS, "1 234.567,8": Unclear.WRONG_GROUPS, "1" * 16: Unclear.TOO_LONG,
    "1.1234567": Unclear.TOO_LONG, "12..5": Unclear.WRONG_GROUPS,
}  # fmt: skip  # a table


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_number_is_not_read_and_why_is_said(text):
    assert read_number(text) == Unread(UNREAD[text])


@given(st.integers(-(10**14), 10**14), st.sampled_from(".,"))
def test_every_number_written_with_groups_and_two_decimals_comes_back(number, mark):
    other = {".": ",", ",": "."}[mark]
    written = f"{number:,}".replace(",", other) + f"{mark}25"
    assert read_number(written) == Decimal(f"{number}.25")


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text):
    assert isinstance(read_number(text), Decimal | Unread)


SEX = Dimension("sex", ("women", "men"))
GROUP = Dimension("group", ("youth", "rural"), is_exhaustive=False)


def wrong(whole, **parts):
    named = {key.replace("_", ":", 1): value for key, value in parts.items()}
    return [(p.why, p.where) for p in problems(whole, named, [SEX, GROUP])]


def test_parts_that_leave_nothing_out_add_up_to_the_whole():
    assert wrong(n(10), sex_women=n(6), sex_men=n(4)) == []
    assert wrong(n(10), sex_women=n(6), sex_men=n(3)) == [(Wrong.LESS_THAN_WHOLE, "sex")]
    assert wrong(n(10), sex_women=n(6), sex_men=n(5)) == [(Wrong.MORE_THAN_WHOLE, "sex")]
    assert wrong(n(10), sex_women=n(6)) == []
    assert wrong(n(10)) == []


def test_parts_that_overlap_are_each_at_most_the_whole():
    assert wrong(n(10), group_youth=n(9), group_rural=n(9)) == []
    assert wrong(n(10), group_youth=n(11)) == [(Wrong.MORE_THAN_WHOLE, "group:youth")]


def test_both_numbers_of_a_share_are_divided():
    assert wrong(of(5, 10), sex_women=of(3, 6), sex_men=of(2, 4)) == []
    assert wrong(of(5, 10), sex_women=of(3, 6), sex_men=of(2, 3)) == [(Wrong.LESS_THAN_WHOLE, "sex")]
    assert wrong(of(5, 10), sex_women=of(3, 11)) == [(Wrong.MORE_THAN_WHOLE, "sex:women")]


def test_what_is_no_part_is_named():
    assert wrong(n(10), sex_other=n(1)) == [(Wrong.UNKNOWN, "sex:other")]
    assert wrong(n(10), sex_men=of(1, 2)) == [(Wrong.OF_ANOTHER_KIND, "sex:men")]
    assert wrong(n(10), sex_men=n(-1)) == [(Wrong.BELOW_ZERO, "sex:men")]
    assert wrong(YesNo(True), sex_men=n(1)) == [(Wrong.NOT_DIVISIBLE, "sex:men")]


@given(st.lists(COUNTS, min_size=2, max_size=2))
def test_parts_never_contradict_the_sum_of_themselves(counts):
    parts = dict(zip(SEX.keys, map(Number, counts), strict=True))
    assert problems(Number(sum(counts)), parts, [SEX]) == ()
    assert problems(Number(sum(counts) + 1), parts, [SEX]) == (Problem(Wrong.LESS_THAN_WHOLE, "sex"),)
