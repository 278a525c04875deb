"""Counts in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tejido.nominations.names import Sex
from tejido.schools.names import Level
from tejido.training.names import Officials
from tejido.web.languages import in_my_language

from .lines import UNSTATED, first_of
from .names import By
from .queries.boards import Editions

Names = Mapping[str, Mapping[str, Mapping[str, str]]]  # what is told by key: dimension, key, texts
_LABELS: Mapping[str, Mapping[str, Any]] = {
    By.CADRE: dict(Officials.choices), By.SEX: dict(Sex.choices), By.LEVEL: dict(Level.choices),
}  # fmt: skip  # one table


def number(amount: int) -> str:
    return number_format(amount, use_l10n=True, force_grouping=True)


def share_words(part: int, whole: int) -> str:
    """A share is never told without both of its numbers."""
    both = _("%(part)s of %(whole)s") % {"part": number(part), "whole": number(whole)}
    percent = number_format(round(100 * part / whole, 1), 1, use_l10n=True) if whole else ""
    return _("%(percent)s %% (%(both)s)") % {"percent": percent, "both": both} if whole else both


def month_words(month: str) -> str:
    """March 2027, in few letters."""
    day = first_of(month)
    return f"{MONTHS_3[day.month]} {day.year}".capitalize()


def span_words(since: date, until: date) -> str:
    """From month to month."""
    first, last = month_words(since.isoformat()[:7]), month_words(until.isoformat()[:7])
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def months_words(months: Sequence[str]) -> str:
    """Months in their order, those that follow each other as from one to the other."""
    runs: list[list[str]] = []
    for month in sorted(months):
        if runs and _next(runs[-1][-1]) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(span_words(first_of(run[0]), first_of(run[-1])) for run in runs)


def _next(month: str) -> str:
    day = first_of(month)
    return f"{day.year + day.month // 12:04}-{day.month % 12 + 1:02}"


def value_words(by: str, value: str, names: Names) -> str:
    """One value of a dimension."""
    if value == UNSTATED:
        return pgettext("of a person", "Not stated")
    if by == By.MONTH:
        return month_words(value)
    if known := names.get(by, {}).get(value):
        return in_my_language(known)
    return str(_LABELS.get(by, {}).get(value, value))


def values_words(by: str, values: Sequence[str], names: Names) -> str:
    """What is told of a group: one value, one of several, or that it is not divided."""
    if not values:
        return pgettext("persons", "not divided")
    if by == By.MONTH:
        return months_words(values)
    return either([value_words(by, value, names) for value in values])


def either(words: Sequence[str]) -> str:
    """A, B or C."""
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s or %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}


def edition_words(key: str, editions: Editions) -> str:
    """The edition of the common text, or that it is none."""
    if not key or key not in editions:
        return _("taught from no edition of the common text")
    title, number_of = editions[key]
    return _("%(text)s, edition %(number)s") % {"text": in_my_language(title), "number": number_of}


def population_words(of: Mapping[str, str], names: Names) -> str:
    """Whom a target counts."""
    if not of:
        return pgettext("population", "everybody")
    return " · ".join(value_words(by, value, names) for by, value in of.items())


def by_words(dimensions: Sequence[str]) -> str:
    """By what persons are told apart."""
    label: Callable[[str], str] = lambda name: str(By(name).label)  # noqa: E731
    return ", ".join(label(name) for name in dimensions) or _("not divided at all")
