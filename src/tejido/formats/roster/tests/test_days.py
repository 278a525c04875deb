from datetime import date, datetime

import pytest

from tejido.formats.roster.days import Order, day_of, is_ambiguous, order_of

THE_FIFTH = date(2024, 3, 5)
INSTANT = datetime(2024, 3, 5, 23, 59)  # noqa: DTZ001 - a cell has no zone


@pytest.mark.parametrize(
    "value",
    [
        "05/03/2024", "5/3/24", "05-03-2024", "05.03.2024", "05/03/2024 14:30", "5/03/24, 09:05", " 05/03/2024 ",
        "2024-03-05",
        "2024-03-05T23:30:00-05:00", "2024/3/5", "20240305", 45356, 45356.75, "45356", "45356,75", date(2024, 3, 5),
        INSTANT, "5 de marzo de 2024", "5 DE MARZO DEL 2024",
        "martes, 5 de marzo de 2024, 10:30",
        "5 mar 2024", "5 mar. 2024", "5 de março de 2024", "5º de março de 2024", "5 mars 2024",
        "mardi 5 mars 2024, 10:30",
        "March 5, 2024", "Mar 5 2024", "Tuesday, March 5, 2024", "Tuesday, 5 March 2024, 10:30 AM", "5th March 2024",
    ],
)  # fmt: skip  # one table, read as one
def test_a_day_is_read_however_it_is_written(value: object) -> None:
    assert day_of(value, Order.DAY_FIRST) == THE_FIFTH


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), 10**400, 19_999, 80_000])
def test_a_number_that_is_no_day_is_none(value: float) -> None:
    assert day_of(value, Order.DAY_FIRST) is None


@pytest.mark.parametrize("value", ["1er janvier 2024", "1º de janeiro de 2024", "1 de enero de 2024", "01/01/2024"])
def test_the_first_of_a_month_has_its_own_signs(value: str) -> None:
    assert day_of(value, Order.DAY_FIRST) == date(2024, 1, 1)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "-",
        "marzo de 2024",
        "31/02/2024",
        "32/01/2024",
        "5 de brumario de 2024",
        "99999",
        "12",
        12,
        True,
        None,
        "2024",
        "5/3/202",
    ],
)
def test_what_names_no_day_is_none(value: object) -> None:
    assert day_of(value, Order.DAY_FIRST) is None


def test_a_day_of_two_meanings_takes_the_order() -> None:
    assert day_of("03/04/2024", Order.DAY_FIRST) == date(2024, 4, 3)
    assert day_of("03/04/2024", Order.MONTH_FIRST) == date(2024, 3, 4)
    assert day_of("03/04/2024", Order.UNDECIDED) is None
    assert day_of("04/04/2024", Order.UNDECIDED) == date(2024, 4, 4)
    assert day_of("25/04/2024", Order.UNDECIDED) == date(2024, 4, 25)
    assert day_of("04/25/2024", Order.UNDECIDED) == date(2024, 4, 25)


def test_a_day_that_contradicts_the_order_is_none() -> None:
    assert day_of("25/04/2024", Order.MONTH_FIRST) is None
    assert day_of("04/25/2024", Order.DAY_FIRST) is None


def test_one_value_settles_the_order_for_all() -> None:
    assert order_of(["03/04/2024", "25/03/2024"]) == Order.DAY_FIRST
    assert order_of(["03/04/2024", "03/25/2024"]) == Order.MONTH_FIRST
    assert order_of(["03/04/2024", "2024-03-25", None, 45356]) == Order.UNDECIDED
    assert order_of(["25/03/2024", "03/25/2024"]) == Order.UNDECIDED


def test_only_a_day_of_two_meanings_is_asked_for() -> None:
    assert is_ambiguous("03/04/2024")
    assert not is_ambiguous("04/04/2024")
    assert not is_ambiguous("25/04/2024")
    assert not is_ambiguous("2024-03-04")
