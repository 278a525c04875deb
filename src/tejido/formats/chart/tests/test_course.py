"""The course through time: everything stands where its date is and inside the drawing, and words leave escaped."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tejido.formats.chart import Frame, Lane, draw_course
from tejido.formats.chart.course import months

pytestmark = pytest.mark.anywhere
FRAME = Frame("k", "Title", "Said", ["Revisions", "Today"])


def on(year, month=1, day=1):
    return datetime(year, month, day, tzinfo=UTC)


MOMENTS = st.integers(0, 36_500 * 24).map(lambda hours: on(1990) + timedelta(hours=hours))


def say(month):
    return f"{month:%Y-%m}"


def drawn(svg, kind):
    return [one for one in etree.fromstring(svg).iter() if kind in one.get("class", "").split()]


def words(svg):
    return [one.text for one in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_what_lasts_is_a_bar_between_its_dates_and_ends_with_its_mark():
    lanes = [Lane("Round 1", on(2020), on(2022)), Lane("Silence", on(2022), on(2024), "open", "Edition 1")]
    svg = draw_course(FRAME, lanes, [on(2020), on(2021)], on(2024), say)
    first, second = drawn(svg, "span")
    assert float(first.get("x")) == 6.0
    assert float(second.get("x")) == pytest.approx(float(first.get("x")) + float(first.get("width")), abs=1)
    assert float(second.get("x")) + float(second.get("width")) == pytest.approx(474, abs=1)
    assert second.get("class") == "span open"
    assert len(drawn(svg, "instant")) == 2
    assert {"Round 1", "Silence", "Edition 1", "Revisions", "Today"} <= set(words(svg))


def test_what_lasts_no_time_is_seen_too_and_a_single_instant_is_drawn():
    svg = draw_course(FRAME, [Lane("A", on(2020), on(2020))], [], on(2020), say)
    assert float(drawn(svg, "span")[0].get("width")) >= 3


def test_words_leave_escaped():
    svg = draw_course(FRAME, [Lane("<b>&", on(2020), on(2021), "done", "<i>")], [], on(2022), say)
    assert {"<b>&", "<i>"} <= set(words(svg))
    assert "<b>" not in svg


@given(st.lists(st.tuples(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=4000))), max_size=8), MOMENTS)
def test_everything_stays_inside_of_the_drawing(spans, now):
    lanes = [Lane("Round 12", start, start + lasts, mark="Edition 3") for start, lasts in spans]
    svg = draw_course(FRAME, lanes, [now], now, say)
    for bar in drawn(svg, "span"):
        assert float(bar.get("x")) >= 6
        assert float(bar.get("x")) + float(bar.get("width")) <= 480
    tall = float(etree.fromstring(svg).get("viewBox").split()[3])
    for one in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        assert float(one.get("y")) <= tall
        ends = float(one.get("x")) + (7.3 * len(one.text) if one.get("text-anchor") == "start" else 0)
        assert ends <= 481


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=36_000)))
def test_months_are_inside_in_order_and_few_enough_to_be_named(first, lasts):
    found = months(first, first + lasts, say)
    assert found == sorted(set(found))
    assert all(first <= month <= first + lasts and month.day == 1 for month in found)
    assert len(found) <= 468 / (7.3 * 11)


@pytest.mark.parametrize(
    ("until", "named"),
    [(on(2020, 4, 2), ["2020-02", "2020-03", "2020-04"]), (on(2021, 12, 2), ["2020-07", "2021-01", "2021-07"])],
)
def test_every_month_is_named_or_every_second_third_sixth(until, named):
    assert list(map(say, months(on(2020, 1, 2), until, say))) == named
