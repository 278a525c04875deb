"""Margins and trends with their charts. A chart is never without its table, and nothing is drawn through a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tejido.engine import measure
from tejido.formats.chart import Frame, Line, draw_lines

from ..lines import Sum, first_of
from ..names import By, Counts
from ..queries.boards import Editions
from ..words import Names, edition_words, number, values_words

_FINEST_FIRST = (measure.Frequency.MONTH, measure.Frequency.QUARTER, measure.Frequency.HALF, measure.Frequency.YEAR)
FEWEST = 2  # places along an axis of which a chart says more than its table


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what it is called, its numbers, and how long its bar is."""

    words: str
    trained: str
    again: str
    bar: str
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A margin: `title` says by what."""

    key: str
    title: str
    rows: Sequence[Row]
    total: Row
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """Persons by the finest calendar in which every published number has its place; `chart` is empty where there is too
    little to draw. Of each row the words, the number, empty for a gap, and how many told it of every month."""

    rows: Sequence[tuple[str, str, int]]
    chart: SafeString
    missing: Sequence[str]


def tables_of(sums: Sequence[Sum], dimensions: Iterable[str], names: Names) -> list[Table]:
    """The margins of those dimensions that something was published by."""
    there = {one.by for one in sums}
    return [_table(by, [one for one in sums if one.by == by], names) for by in dimensions if by in there]


def _table(by: str, sums: Sequence[Sum], names: Names) -> Table:
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for one in sums:
        counts = found.setdefault(one.values, {})
        counts[one.counts] = counts.get(one.counts, 0) + one.persons
    most = max((sum(counts.values()) for counts in found.values()), default=0)
    order = sorted(found, key=lambda values: (len(values) == 0, len(values) > 1, -sum(found[values].values()), values))
    rows = [_row(values_words(by, values, names), found[values], most, is_joined=len(values) != 1) for values in order]
    total = {counts: sum(each.get(counts, 0) for each in found.values()) for counts in Counts.values}
    return Table(by, str(By(by).label), rows, _row(_("All"), total, 0), any(row.is_joined for row in rows))


def _row(words: str, counts: Mapping[str, int], most: int, *, is_joined: bool = False) -> Row:
    trained, again = counts.get(Counts.TRAINED, 0), counts.get(Counts.AGAIN, 0)
    share = 100 * (trained + again) / most if most else 0
    return Row(words, number(trained), number(again), f"{share:.1f}%", is_joined)


def total_of(sums: Iterable[Sum], counts: str = Counts.TRAINED) -> int:
    return sum(one.persons for one in sums if not one.by and one.counts == counts)


def editions_table(sums: Sequence[Sum], editions: Editions) -> Table:
    """Who is trained in which edition of the common text."""
    found: dict[str, dict[str, int]] = {}
    for one in sums:
        if not one.by:
            counts = found.setdefault(one.edition, {})
            counts[one.counts] = counts.get(one.counts, 0) + one.persons
    most = max((sum(counts.values()) for counts in found.values()), default=0)
    order = sorted(found, key=lambda key: (not key, edition_words(key, editions)))
    rows = [_row(edition_words(key, editions).capitalize(), found[key], most) for key in order]
    total = {counts: sum(each.get(counts, 0) for each in found.values()) for counts in Counts.values}
    return Table("edition", _("Edition of the common text"), rows, _row(_("All"), total, 0))


def trend_of(sums: Sequence[Sum], told: Sequence[Sequence[str]], key: str) -> Trend | None:
    """None where nothing was published by month. `told`: the months that each of several published. A period of which
    nobody told every month is a gap: its number would look like less."""
    by_month = [one for one in sums if one.by == By.MONTH and one.counts == Counts.TRAINED]
    months = sorted({month for each in told for month in each})
    if not by_month or not months:
        return None
    spans = [one.values for one in by_month if one.values]
    frequency = next(each for each in _FINEST_FIRST if all(len(_places(values, each)) == 1 for values in spans))
    whole = measure.periods(frequency, first_of(min(months)).replace(month=1), first_of(max(months)))
    tellers = {period.code: sum(_is_whole(period, each) for each in told) for period in whole}
    persons = {code: 0 for code, several in tellers.items() if several}
    for one in by_month:
        place = _places(one.values, frequency)
        if len(place) == 1 and (code := next(iter(place))) in persons:
            persons[code] += one.persons
    return _trend(whole, persons, tellers, key)


def _places(values: Sequence[str], frequency: measure.Frequency) -> set[str]:
    return {measure.period_on(frequency, first_of(value)).code for value in values}


def _is_whole(period: measure.Period, months: Sequence[str]) -> bool:
    names = [f"{period.first.year:04}-{month:02}" for month in range(period.first.month, period.last.month + 1)]
    return all(name in months for name in names)


def _trend(whole: Sequence[measure.Period], persons: Mapping[str, int], tellers: Mapping[str, int], key: str) -> Trend:
    labels = [_label(period) for period in whole]
    rows = [
        (label, number(persons[period.code]) if period.code in persons else "", tellers[period.code])
        for label, period in zip(labels, whole, strict=True)
    ]
    missing = [label for label, value, _several in rows if not value]
    chart = SafeString("")
    if len(whole) >= FEWEST and persons:
        values = [Decimal(persons[period.code]) if period.code in persons else None for period in whole]
        frame = Frame(
            key=f"trend-{key}", title=_("Persons trained for the first time, by period"),
            description=_description(rows, missing), labels=labels, say=lambda height: number(int(height)),
            gap=_("nothing released, or not of every month"),
        )  # fmt: skip  # one value
        chart = mark_safe(draw_lines(frame, [Line("", values)]))  # noqa: S308  # formats.chart escapes every word
    return Trend(rows, chart, missing)


def _label(period: measure.Period) -> str:
    """January as 01, a quarter as Q1, a half-year as H1, a year as it is: the axis is narrow and the year stands
    above."""
    return period.code.partition("-")[2].removeprefix("M") or period.code


def _description(rows: Sequence[tuple[str, str, int]], missing: Sequence[str]) -> str:
    told = ", ".join(f"{label}: {value}" for label, value, _several in rows if value)
    gaps = _("Nothing released: %(periods)s.") % {"periods": ", ".join(missing)}
    return f"{told}. {gaps}" if missing else f"{told}."
