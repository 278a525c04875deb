"""Days are written as each language writes them within a sentence."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from tejido.web import dates, instants
from tejido.web.templatetags import times as tags

SAID = [
    ("fr", date(2026, 11, 1), "1er novembre 2026"),
    ("fr", date(2026, 11, 11), "11 novembre 2026"),
    ("pt", date(2026, 11, 1), "1 de novembro de 2026"),
    ("es", date(2026, 11, 1), "1 de noviembre de 2026"),
]


@pytest.mark.parametrize(("language", "day", "said"), SAID)
def test_a_day_in_words(language, day, said):
    with translation.override(language):
        assert dates.in_words(day) == said
        assert said in tags.day(day)
        assert instants.in_zone(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), "UTC") == f"{said}, 09:00 (UTC)"


def test_two_days_and_a_month_in_words():
    with translation.override("fr"):
        assert ">1er</time>–" in tags.days("2026-11-01", "2026-11-03")
    with translation.override("pt"):
        assert "março de 2026" in tags.day("2026-03")
