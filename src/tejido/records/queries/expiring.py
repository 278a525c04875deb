"""Whose completions expire, and how many: the list with names for the space, the counts from tallies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tejido.registry.models import Body

from ..lines import Line
from ..models import Cohort, Completion
from ..names import Dim, Measure
from .numbers import registers_of
from .rolls import PAGE, lines_of
from .tallies import tallies

AHEAD = 3  # months in which it is time to refresh


@dataclass(frozen=True, slots=True)
class Held:
    """A completion as its own space reads it, with its cohort."""

    line: Line
    cohort: Cohort


def months_later(day: date, months: int) -> date:
    """The last day of the month that lies so many months ahead."""
    years, month = divmod(day.month + months, 12)
    return date.fromordinal(date(day.year + years, month + 1, 1).toordinal() - 1)


def how_many_expire(spaces: Sequence[Body], since: date, until: date) -> int:
    """Persons whose last completion of a course expires in the months from `since` to `until`."""
    if not spaces:
        return 0
    return sum(row.completions for row in tallies(spaces, since=since, until=until, measure=Measure.EXPIRES))


def months_of_expiry(spaces: Sequence[Body], since: date, until: date) -> list[tuple[str, int]]:
    """How many expire in each month that has any: ("2027-03", 12)."""
    found = tallies(spaces, [Dim.MONTH], since=since, until=until, measure=Measure.EXPIRES)
    return sorted((row.codes[Dim.MONTH], row.completions) for row in found)


def expiring(space: Body, since: date, until: date, page: int | None = 1) -> tuple[list[Held], bool]:
    """Who has to refresh, the soonest first: a page of them and whether there are more, or all where `page` is None."""
    registers = registers_of([space])
    if not registers:
        return [], False
    found = Completion.objects.filter(space_no=registers[0].pk, is_last=True, valid_until__range=(since, until))
    rows = found.order_by("valid_until", "id")
    if page is not None:
        start = (max(page, 1) - 1) * PAGE
        rows = rows[start : start + PAGE + 1]
    several = list(rows)
    shown = several if page is None else several[:PAGE]
    return with_cohorts(space, shown), len(several) > len(shown)


def with_cohorts(space: Body, rows: Sequence[Completion]) -> list[Held]:
    """Completions of a space as it reads them, each with its cohort."""
    found = Cohort.objects.filter(no__in={row.cohort_no for row in rows}).select_related("course")
    cohorts = {cohort.no: cohort for cohort in found}
    return [Held(line, cohorts[row.cohort_no]) for line, row in zip(lines_of(space, rows), rows, strict=True)]
