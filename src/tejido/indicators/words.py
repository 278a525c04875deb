"""Values, parts and periods in the reader's language and number format."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tejido.engine import measure
from tejido.engine.measure import ONCE, Period, Value
from tejido.web.languages import in_my_language

from .names import Category, Divide, Kind

_FINEST = 6


def number(amount: Decimal) -> str:
    """An amount with the marks of the reader's language, and no digit more than it has."""
    text = measure.plain(round(amount, _FINEST))
    places = len(text.partition(".")[2])
    return number_format(Decimal(text), places, use_l10n=True, force_grouping=True)


def percent(value: Decimal) -> str:
    return _("%(number)s %%") % {"number": number(round(value, 1))}


def value_words(shown: Mapping[str, Any], value: Value) -> str:
    """A value with its unit, as its indicator says it."""
    match value:
        case measure.Number(amount):
            return " ".join(filter(None, (number(amount), in_my_language(shown["unit"]))))
        case measure.Share(part, whole):
            both = _("%(part)s of %(whole)s") % {"part": number(part), "whole": number(whole)}
            return both if value.percent is None else f"{percent(value.percent)} ({both})"
        case measure.YesNo(holds):
            return pgettext("answer", "Yes") if holds else pgettext("answer", "No")
    return step_words(shown["steps"], value.place)


def step_words(steps: Sequence[Mapping[str, str]], place: int) -> str:
    words = in_my_language(steps[place - 1]) if place <= len(steps) else ""
    return words or str(place)


def level_words(shown: Mapping[str, Any], data: Mapping[str, Any] | None) -> str:
    """A baseline or a target. Of a share it is a percentage alone."""
    if data is None:
        return ""
    value = measure.from_data(data)
    if isinstance(value, measure.Share):
        return percent(value.percent) if value.percent is not None else ""
    return value_words(shown, value)


def height_words(shown: Mapping[str, Any], height: Decimal) -> str:
    """A height of the axis of a chart."""
    return percent(height) if shown["kind"] == Kind.SHARE else number(height)


def period_words(period: Period | str) -> str:
    """A period by its name: "March 2026", "Q1 2026", "H1 2026", "2026"."""
    code = period if isinstance(period, str) else period.code
    if code == ONCE:
        return pgettext("period", "At the end")
    year, _dash, part = code.partition("-")
    match part[:1]:
        case "M":
            return date_format(measure.period_of(code).first, "YEAR_MONTH_FORMAT")
        case "Q":
            return pgettext("quarter", "Q%(place)s %(year)s") % {"place": part[1:], "year": year}
        case "H":
            return pgettext("half-year", "H%(place)s %(year)s") % {"place": part[1:], "year": year}
    return year


def dimension_words(code: str) -> str:
    return str(Divide(code).label)


def category_words(category: Mapping[str, Any]) -> str:
    """Its own words, or those that every network has for it."""
    return in_my_language(category["name"]) or str(Category(category["code"]).label)


def part_words(shown: Mapping[str, Any], key: str) -> str:
    """ "Sex: women" for "sex:women"; the code for what the indicator does not have."""
    code, _colon, wanted = key.partition(":")
    for dimension in shown["dimensions"]:
        if dimension["code"] == code:
            names = [category_words(each) for each in dimension["categories"] if each["code"] == wanted]
            return ": ".join([dimension_words(code), *names])
    return key


def progress_words(progress: measure.Progress | measure.Unknown) -> str:
    """How far it is, in a few words; nothing where nobody can say."""
    if isinstance(progress, measure.Unknown):
        return ""
    if progress.is_reached:
        return _("target reached")
    if progress.share is None:
        return _("target not reached")
    return _("%(percent)s of the way to the target") % {"percent": percent(progress.share * 100)}


def standing_words(shown: Mapping[str, Any], standing: measure.Standing | None) -> str:
    """The latest value with its period, or the sum with how much of it is missing."""
    if standing is None:
        return ""
    words = value_words(shown, standing.value)
    if shown["counting"] != measure.Counting.ADDING.value:
        return f"{words}, {period_words(standing.until)}"
    if not standing.missing:
        return _("%(value)s until %(period)s") % {"value": words, "period": period_words(standing.until)}
    return _("%(value)s so far; %(count)s periods are missing and not estimated") % {
        "value": words,
        "count": len(standing.missing),
    }
