"""Counts, read from tallies alone: what a page asks costs the same however many completions there are.

A range of months is taken as its whole years and the months at both ends, all time as one period. Only where months
are told apart each of them is read.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from tejido.registry.models import Body

from ..lines import Counted
from ..models import Tally
from ..names import OF_PERSON, Dim, Measure
from .numbers import numbers_of, registers_of, words_of

LAST_YEAR = 9999  # greater periods are months
_COLUMN = {Dim.COURSE: "course_no", Dim.EDITION: "edition_no", Dim.MONTH: "period"}
_SUMS = {"n": Sum("completions"), "people": Sum("persons"), "time": Sum("minutes")}


def tallies(
    spaces: Collection[Body],
    dims: Sequence[Dim] = (),
    *,
    course: str | None = None,
    edition: str | None = None,
    since: date | None = None,
    until: date | None = None,
    measure: Measure = Measure.COMPLETED,
) -> list[Counted]:
    """What was completed in these spaces, told apart by `dims`: at most two of institution, cadre, level, sex and
    province, and any of course, edition and month. ValueError for more.

    `course` and `edition` are keys; an empty edition means those of no edition. `since` and `until` are days whose
    months are both taken in. With `Measure.EXPIRES` it is the last completions of persons, by the month in which they
    expire; these are told apart by one dimension of the person at most.
    """
    of_person = [dim for dim in OF_PERSON if dim in dims]
    if len(of_person) > (2 if measure == Measure.COMPLETED else 1):
        raise ValueError("counts are not kept apart by so many dimensions")
    found = _cells(spaces, of_person, measure).filter(_when(since, until, by_month=Dim.MONTH in dims))
    if course is not None:
        found = found.filter(course_no=numbers_of(Dim.COURSE, [course]).get(course, -1))
    if edition is not None:
        found = found.filter(edition_no=numbers_of(Dim.EDITION, [edition]).get(edition, -1))
    columns = {dim: _COLUMN.get(dim) or ("one" if dim == of_person[0] else "other") for dim in dims}
    by = {f"by_{dim}": F(column) for dim, column in columns.items()}
    rows: list[Any] = list(found.values(**by).annotate(**_SUMS)) if by else [found.aggregate(**_SUMS)]
    return _counted(rows, list(columns))


def _cells(spaces: Collection[Body], of_person: Sequence[Dim], measure: Measure) -> QuerySet[Tally]:
    numbers = [register.pk for register in registers_of(spaces)]
    return Tally.objects.filter(space_no__in=numbers, measure=measure, cuboid=cuboid_of(of_person))


def cuboid_of(dims: Collection[Dim]) -> int:
    """A bit for each dimension of the person."""
    return sum(1 << place for place, dim in enumerate(OF_PERSON) if dim in dims)


def _when(since: date | None, until: date | None, *, by_month: bool) -> Q:
    first = month_of(since) if since else 0
    last = month_of(until) if until else LAST_YEAR * 100 + 12
    if by_month:
        return Q(period__gte=max(first, LAST_YEAR + 1), period__lte=last)
    if since is None and until is None:
        return Q(period=0)
    return _whole_years(first, last)


def _whole_years(first: int, last: int) -> Q:
    """The years that lie in a range of months, and the months of the years at its ends that do not."""
    year, final = (first + 98) // 100, last // 100 - (last % 100 < 12)
    if final < year:
        return Q(period__gte=max(first, LAST_YEAR + 1), period__lte=last)
    years = Q(period__gte=max(year, 1), period__lte=final)
    before = Q(period__gte=max(first, LAST_YEAR + 1), period__lt=year * 100 + 1)
    after = Q(period__gt=final * 100 + 12, period__lte=last)
    return years | before | after


def month_of(day: date) -> int:
    """202703 for a day in March 2027."""
    return day.year * 100 + day.month


def _counted(rows: Sequence[dict[str, Any]], dims: Sequence[Dim]) -> list[Counted]:
    words = {dim: _words(dim, {row[f"by_{dim}"] for row in rows}) for dim in dims}
    return [
        Counted({dim: words[dim][row[f"by_{dim}"]] for dim in dims}, row["n"], row["people"], row["time"])
        for row in rows
        if row["n"]
    ]


def _words(dim: Dim, numbers: set[int]) -> dict[int, str]:
    if dim == Dim.MONTH:
        return {number: f"{number // 100:04}-{number % 100:02}" for number in numbers}
    return words_of(dim, numbers)
