"""Dates as exact as their source."""

from datetime import date

import pytest

from tejido.web.dates import ends_before, span


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2012-03-29", date(2012, 3, 29), date(2012, 3, 29)),
    ],
)
def test_a_date_means_all_its_days(value, first, last):
    assert span(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "mayo", "13", "2013-13", "2013-00", "2013-02-31", "2013-W01-1", "20130417", "0000", "٢٠١٣", "2013\n"]
)
def test_what_is_in_no_calendar_is_no_date(value):
    assert span(value) is None


@pytest.mark.parametrize(
    ("since", "until", "is_wrong"),
    [
        ("2013-06-14", "2013", False),
        ("2013-06-14", "2013-06", False),
        ("2013", "2013-06-14", False),
        ("2013-06-14", "2013-06-14", False),
        ("2013-06-14", "2013-06-13", True),
        ("2013-06-14", "2013-05", True),
        ("2013", "2012-12-31", True),
        ("2013", "", False),
        ("", "2013", False),
    ],
)
def test_something_ends_before_it_begins_only_where_all_its_days_do(since, until, is_wrong):
    assert ends_before(until, since) == is_wrong
