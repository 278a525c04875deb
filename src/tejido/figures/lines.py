"""Counts as bytes that anybody can hash again, and sums of groups as rows that pages read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tejido.engine.disclosure import Leaf, joined

from .models import Part, Publication, Release

BETWEEN = "|"  # joined values, in one text
UNSTATED = "-"  # nothing was stated
MONTHS = 12


def group_of(leaf: Leaf) -> dict[str, Any]:
    """A group as it is kept and handed out."""
    return {"of": {name: list(values) for name, values in sorted(leaf.of.items())}, "persons": leaf.persons}


def month_of(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def first_of(month: str) -> date:
    return date(int(month[:4]), int(month[5:]), 1)


def months_between(since: date, until: date) -> list[str]:
    """The months of one year, from the one that `since` is in to the one that `until` is in."""
    return [f"{since.year:04}-{month:02}" for month in range(since.month, until.month + 1)]


def released(release: Release, parts: Sequence[Part]) -> dict[str, Any]:
    """All that a release tells, as it is handed out; `digest` is of the same. Courses and editions are keys."""
    return {
        "since": month_of(release.since),
        "until": month_of(release.until),
        "least": release.threshold,
        "by": list(release.dimensions),
        "parts": [part_said(part) for part in parts],
    }


def part_said(part: Part) -> dict[str, Any]:
    return {
        "course": part.course_id,
        "edition": part.edition_id or "",
        "counts": str(part.counts),
        "since": month_of(part.since),
        "until": month_of(part.until),
        "groups": part.groups,
    }


def published(row: Publication, member: str) -> dict[str, Any]:
    """All that a publication tells, as it is handed out; its digest is of the same."""
    return {
        "member": member, "year": row.year, "by": list(row.keep), "covers": row.covers, "groups": row.groups,
        "targets": row.targets,
    }  # fmt: skip  # one table


@dataclass(frozen=True, slots=True)
class Heap:
    """Groups of one edition and one way of counting, with which everything about them is made."""

    edition: str
    counts: str
    leaves: Sequence[Leaf] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Sum:
    """One published number: how many persons, of which edition, told by which dimension; `by` is empty for a total, and
    `values` where the persons are not divided."""

    edition: str
    counts: str
    by: str
    values: tuple[str, ...]
    persons: int
    year: int = 0
    member: str = ""


def sums_of(heaps: Iterable[Heap], dimensions: Sequence[str]) -> list[Sum]:
    """The total and each margin of all heaps."""
    return [
        Sum(heap.edition, heap.counts, by, leaf.of.get(by, ()), leaf.persons)
        for heap in heaps
        for by in ("", *dimensions)
        for leaf in joined(heap.leaves, [by] if by else [])
    ]


def heaps_of(parts: Iterable[Part]) -> list[Heap]:
    """The groups of several parts, by edition and what is counted, each told with its course and school."""
    found: dict[tuple[str, str], list[Leaf]] = {}
    for part in parts:
        institution = part.release.space.institution
        beside = {"course": (part.course_id,), "school": (institution.code if institution else "",)}
        several = found.setdefault((part.edition_id or "", str(part.counts)), [])
        several += [Leaf({**leaf.of, **_months(part, leaf), **beside}, leaf.persons) for leaf in part.leaves]
    return [Heap(*key, tuple(leaves)) for key, leaves in sorted(found.items())]


def _months(part: Part, leaf: Leaf) -> Mapping[str, tuple[str, ...]]:
    """A group that is not divided by month is of the months of its part."""
    return {} if "month" in leaf.of else {"month": tuple(months_between(part.since, part.until))}


def kept(heaps: Iterable[Heap], keep: Sequence[str]) -> list[Heap]:
    """The same persons told by these dimensions alone."""
    return [Heap(heap.edition, heap.counts, joined(heap.leaves, keep)) for heap in heaps]


def heaps_told(groups: Iterable[Mapping[str, Any]], editions: Mapping[str, str]) -> list[Heap]:
    """Groups as they were published, by edition and what is counted. `editions` leads from the key told to the one
    here; of an edition that is not here nothing is said but the persons."""
    found: dict[tuple[str, str], list[Leaf]] = {}
    for group in groups:
        of = {name: tuple(values) for name, values in group["of"].items()}
        key = editions.get(group["edition"], ""), group["counts"]
        found.setdefault(key, []).append(Leaf(of, group["persons"]))
    return [Heap(*key, tuple(leaves)) for key, leaves in sorted(found.items())]


def groups_of(heaps: Iterable[Heap]) -> list[dict[str, Any]]:
    return [
        {"edition": heap.edition, "counts": heap.counts, **group_of(leaf)} for heap in heaps for leaf in heap.leaves
    ]
