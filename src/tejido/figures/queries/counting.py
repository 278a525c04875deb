"""Counting the persons of a school's own records: the one place where completions are read, and only by an act of the
school. No page calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast, Substr

from tejido.engine.disclosure import Cell
from tejido.records.models import Cohort, Completion, Register
from tejido.records.names import Dim
from tejido.records.queries import tallies, words_of
from tejido.registry.models import Body

from ..lines import UNSTATED, months_between
from ..models import Part
from ..names import By, Counts

_COLUMNS = {
    By.INSTITUTION: "institution_no", By.CADRE: "cadre_no", By.LEVEL: "level_no", By.SEX: "sex_no",
    By.PROVINCE: "province_no",
}  # fmt: skip  # one table
_MONTH = Substr(Cast("day", CharField()), 1, 7)


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """Of what persons are counted: a course, the edition of the common text that it taught (keys; empty for none), and
    whether for the first time."""

    course: str
    edition: str
    counts: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The persons of a subject from one month to another, by their values in the dimensions asked for."""

    subject: Subject
    since: str
    until: str
    cells: Mapping[Cell, int]


def counted(space: Body, since: date, until: date, dimensions: Sequence[str]) -> list[Counted]:
    """What a school may release of these months: of each subject the months behind the last one that was ever released
    of it. Subjects without anybody are left out."""
    gone = released_months(space)
    return _counted(space, since, until, dimensions, lambda subject: _free(gone.get(subject, set()), since, until))


def counted_again(space: Body, parts: Sequence[Part], dimensions: Sequence[str]) -> list[Counted]:
    """The same subjects and months as released, one for each part, from the records as they are now."""
    found = []
    for part in parts:
        subject = subject_of(part)
        months = months_between(part.since, part.until)
        several = _counted(space, part.since, part.until, dimensions, lambda _subject, months=months: months)
        same = [one for one in several if one.subject == subject]
        found += same or [Counted(subject, months[0], months[-1], {})]
    return found


def subject_of(part: Part) -> Subject:
    return Subject(part.course_id, part.edition_id or "", str(part.counts))


def released_months(space: Body) -> dict[Subject, set[str]]:
    """Every month that was ever released of a subject; what was withdrawn is known as well. One query."""
    found: dict[Subject, set[str]] = {}
    for part in Part.objects.filter(release__space=space).defer("groups"):
        found.setdefault(subject_of(part), set()).update(months_between(part.since, part.until))
    return found


def domains(space: Body, dimensions: Sequence[str], months: Sequence[str]) -> dict[str, list[str]]:
    """The values that each dimension ever had in the space. A query or two for each."""
    found: dict[str, list[str]] = {}
    for name in dimensions:
        if name == By.MONTH:
            found[name] = list(months)
        else:
            found[name] = sorted({one.codes[Dim(name)] or UNSTATED for one in tallies([space], [Dim(name)])})
    return found


def _free(gone: Collection[str], since: date, until: date) -> list[str]:
    """The months up to the last one asked for that were not released, without a gap."""
    found: list[str] = []
    for month in reversed(months_between(since, until)):
        if month in gone:
            break
        found.insert(0, month)
    return found


def _counted(space: Body, since: date, until: date, dimensions: Sequence[str], months_for: Any) -> list[Counted]:
    register = Register.objects.filter(body=space).first()
    if register is None:
        return []
    cohorts = {row.no: row for row in Cohort.objects.filter(space=space).only("no", "course_id", "edition_id")}
    found: dict[Subject, Counter[Cell]] = {}
    spans: dict[Subject, list[str]] = {}
    for counts in Counts:
        for cohort_no, month, cell, persons in _rows(register, since, until, dimensions, counts):
            cohort = cohorts[cohort_no]
            subject = Subject(cohort.course_id, cohort.edition_id or "", counts)
            months = spans.setdefault(subject, months_for(subject))
            if month in months:
                found.setdefault(subject, Counter())[cell] += persons
    return [Counted(each, spans[each][0], spans[each][-1], cells) for each, cells in sorted(found.items())]


def _rows(
    register: Register, since: date, until: date, dimensions: Sequence[str], counts: Counts
) -> Iterable[tuple[int, str, Cell, int]]:
    columns = {name: _COLUMNS[By(name)] for name in dimensions if name != By.MONTH}
    rows = _completions(register, since, until, counts).values("cohort_no", *columns.values(), month=_MONTH)
    several = list(rows.annotate(persons=Count("id")))
    words = {name: words_of(name, {row[column] for row in several}) for name, column in columns.items()}
    for row in several:
        said = {name: words[name][row[column]] or UNSTATED for name, column in columns.items()}
        said[By.MONTH] = row["month"]
        yield row["cohort_no"], row["month"], tuple(said[name] for name in dimensions), row["persons"]


def _completions(register: Register, since: date, until: date, counts: Counts) -> QuerySet[Completion]:
    """Of each person at most one in a course: the first of all, or of those that came after it the last one of the
    period."""
    last = _end(until)
    of_space = Completion.objects.filter(member_no=register.pseudonyms_id, space_no=register.pk)
    rows = of_space.filter(day__gte=since.replace(day=1), day__lt=last, is_first=counts == Counts.TRAINED)
    if counts == Counts.TRAINED:
        return rows
    later = of_space.filter(
        course_no=OuterRef("course_no"), person=OuterRef("person"), day__gt=OuterRef("day"), day__lt=last
    )
    return rows.filter(~Exists(later))


def _end(until: date) -> date:
    return date(until.year + until.month // 12, until.month % 12 + 1, 1)
