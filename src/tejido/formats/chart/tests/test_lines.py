"""Charts: what they show, what they never draw, and that no word of anybody gets out of its place."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tejido.formats.chart import Frame, Level, Line, Scale, draw_lines, ticks

pytestmark = pytest.mark.anywhere
AMOUNTS = st.decimals(-(10**9), 10**9, places=2)
NS = "{http://www.w3.org/2000/svg}"


def d(*amounts):
    return tuple(None if amount is None else Decimal(amount) for amount in amounts)


def frame(n, **values):
    return Frame("k", "Title", "Said", [f"L{place}" for place in range(n)], gap="no data", **values)


def drawn(svg, kind):
    return [one for one in etree.fromstring(svg).iter() if kind in one.get("class", "").split()]


@given(AMOUNTS, AMOUNTS)
def test_ticks_are_round_reach_around_both_ends_and_are_few(one, other):
    low, high = min(one, other), max(one, other)
    found = ticks(low, high)
    assert found[0] <= low
    assert high <= found[-1]
    assert 2 <= len(found) <= 8
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in {(1,), (2,), (5,)}


def test_ticks_are_those_that_a_person_would_choose():
    assert ticks(*d(0, 93)) == d(0, 20, 40, 60, 80, 100)
    assert ticks(*d(0, "0.4")) == d("0", "0.1", "0.2", "0.3", "0.4")
    assert ticks(*d(0, 0)) == d("0", "0.2", "0.4", "0.6", "0.8", "1.0")
    assert ticks(*d(-7, -7))[0] <= -7
    assert ticks(*d(7, 7))[0] == 0


def test_an_axis_begins_at_zero_unless_something_is_below():
    assert Scale.of(d(900, 1000), 0, 1).heights[0] == 0
    assert Scale.of(d(-3, 5), 0, 1).heights[0] <= -3
    assert Scale(d(2), 0, 10).at(Decimal(2)) == 5


def test_nothing_is_drawn_through_a_gap():
    svg = draw_lines(frame(6), [Line("", d(1, 2, None, 4, 5, None))])
    assert [one.get("d").count("L") for one in drawn(svg, "line")] == [1, 1]
    assert len(drawn(svg, "dot")) == 4
    gaps = drawn(svg, "gap")
    assert [gap.find(f"{NS}title").text for gap in gaps] == ["L2: no data", "L5: no data"]


def test_a_value_between_two_gaps_is_a_dot_alone():
    svg = draw_lines(frame(3), [Line("", d(None, 2, None))])
    assert (len(drawn(svg, "line")), len(drawn(svg, "dot"))) == (0, 1)


def test_steps_hold_for_the_whole_of_their_place():
    marks = [(Decimal(0), "No"), (Decimal(1), "Yes")]
    svg = draw_lines(
        frame(3, marks=marks), [Line("", d(0, 1, None), is_step=True)], [Level("Target", Decimal(1), "target")]
    )
    assert drawn(svg, "line")[0].get("d").count("L") == 3
    assert "Target Yes" in svg
    assert "L1: Yes" in svg


def test_levels_and_values_are_said_in_the_format_of_the_reader():
    svg = draw_lines(
        frame(2, say=lambda amount: f"<{amount}>"),
        [Line("", d(10, 20))],
        [
            Level("Base", Decimal(10), "baseline"),
            Level("Goal", Decimal(100), "target"),
            Level("Zero", Decimal(0), "baseline"),
        ],
    )
    assert "Goal &lt;100&gt;" in svg
    assert "L1: &lt;20&gt;" in svg
    assert [len(drawn(svg, kind)) for kind in ("baseline", "target")] == [4, 2]


def test_several_lines_are_told_apart_without_colour_and_named():
    svg = draw_lines(frame(2), [Line("Women", d(1, 2)), Line("Men", d(2, None))])
    assert "Women" in svg
    assert len({one.get("stroke-dasharray") for one in drawn(svg, "line")}) == 2


def test_a_chart_is_told_aloud_and_has_no_style_of_its_own():
    svg = draw_lines(frame(2), [Line("", d(1, 2))])
    root = etree.fromstring(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "k-title k-desc")
    assert [root.find(f"{NS}title").text, root.find(f"{NS}desc").text] == ["Title", "Said"]
    assert "style=" not in svg


@given(st.text(max_size=20).filter(str.isprintable), st.lists(st.one_of(st.none(), AMOUNTS), max_size=40))
def test_whatever_the_words_and_values_are_the_chart_is_sound(words, values):
    told = Frame(words, words, words, [words] * len(values), lambda _amount: words, words)
    root = etree.fromstring(draw_lines(told, [Line(words, values)], [Level(words, Decimal(3), "target")]))
    assert not [one for one in root.iter() if "script" in str(one.tag)]


def test_names_along_the_axis_do_not_run_into_each_other():
    labels = [f"2020-M{n:02d}" for n in range(48)]
    svg = draw_lines(Frame("k", "", "", labels), [Line("", d(*range(48)))])
    shown = [one.text for one in etree.fromstring(svg).iter(f"{NS}text") if one.text.startswith("2020")]
    assert len(shown) <= 9
    assert shown[-1] == "2020-M47"


def test_a_line_has_a_value_or_a_gap_for_every_place():
    with pytest.raises(ValueError, match="one value for each label"):
        draw_lines(frame(2), [Line("", d(1))])
