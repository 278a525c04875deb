"""Dates as exact as their source: a year, a month or a day of the calendar, in ISO 8601; and days in words."""

import re
from calendar import monthrange
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

# Django's own words for them begin with a capital in Portuguese, which writes them small within a sentence. Our
# catalogue goes before Django's.
MONTHS = (
    _("January"), _("February"), _("March"), _("April"),
    _("May"), _("June"), _("July"), _("August"),
    _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip  # one year, read as one


def in_words(day: date) -> str:
    """A day in the reader's language; the first of a month as French says it."""
    said = date_format(day, "DATE_FORMAT")
    return f"{of_month(day)}{said[1:]}" if said.startswith("1 ") else said


def of_month(day: date) -> str:
    """The number of the day alone."""
    is_first = day.day == 1 and (get_language() or "").startswith("fr")
    return "1er" if is_first else str(day.day)


def span(value: str) -> tuple[date, date] | None:
    """The first and the last day that a date means: "2012-02" is 1 to 29 February 2012. None for everything else, a day
    that is in no calendar among it."""
    found = _PARTIAL.fullmatch(value)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    last_month = first.month if month else 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])


def ends_before(until: str, since: str) -> bool:
    """Whether something would be over before it begins. "2013" is not over before "2013-06-14". Of what is no date,
    nothing is said."""
    begun, ended = span(since), span(until)
    return begun is not None and ended is not None and ended[1] < begun[0]
