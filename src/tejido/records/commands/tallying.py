"""Tallies: kept in the transaction that writes or deletes the rows that they count.

Method. What changes is told as cells: a completion that came or went, or one whose place among those of its person
moved. Rows that are counted alike are put together first; each cuboid is counted over these groups of the new rows
alone, by month; the years and all time are summed from the months. The
sum of all changes ever made is the count of what stands, whatever the order in which it came. Held by a property test
against a recount.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db import connection

from tejido.formats.roster.values import Coded

from ..models import Tally
from ..names import OF_PERSON, Measure
from .blocks import Block

Key = tuple[str, int, int, int, int, int, int]  # measure, cuboid, period, course, edition, one, other
Deltas = dict[Key, list[int]]  # completions, persons, minutes
Head = tuple[int, int, int, bool, int, int]
Counts = dict[tuple[int, int, int], int]  # by the place of a head, the value of a dimension, and that of another

_PAIRS = tuple(combinations(range(len(OF_PERSON)), 2))
_HEAD = 6  # columns of a head
_KEYS = ("space_no", "measure", "cuboid", "period", "course_no", "edition_no", "one", "other")
_COUNTS = ("completions", "persons", "minutes")


@dataclass(frozen=True, slots=True)
class Cells:
    """Groups of rows that are counted alike, as parallel columns; `times` says how many rows a group has. A head is
    course, edition, month (202703), whether the row is the first of its person, minutes, and the month in which a last
    completion expires, 0 where none does; `of_person` are five columns in the order of `names.OF_PERSON`."""

    heads: Sequence[Head]
    of_person: Sequence[Sequence[int]]
    times: Sequence[int]


def count(cells: Cells, sign: int, into: Deltas | None = None) -> Deltas:
    """What the rows add to each cell, or take from it where `sign` is -1."""
    found: Deltas = {} if into is None else into
    if not cells.times:
        return found
    places: dict[Head, int] = {}
    heads = [places.setdefault(head, len(places)) for head in cells.heads]
    by_number = [*places]
    for cuboid, counted in _counted(heads, cells.of_person, cells.times):
        expires = not cuboid or not cuboid & (cuboid - 1)  # nothing, or one dimension
        for (at, one, other), times in counted.items():
            course, edition, month, is_first, minutes, expiry = by_number[at]
            change = (sign * times, sign * times * is_first, sign * times * minutes)
            for period in (month, month // 100, 0):
                _add(found, (Measure.COMPLETED.value, cuboid, period, course, edition, one, other), change)
            if expires and expiry:
                for period in (expiry, expiry // 100, 0):
                    key = (Measure.EXPIRES.value, cuboid, period, course, edition, one, other)
                    _add(found, key, (sign * times, sign * times, 0))
    return found


def _counted(
    heads: Sequence[int], columns: Sequence[Sequence[int]], times: Sequence[int]
) -> Iterable[tuple[int, Counts]]:
    """Each cuboid with its cells. Pairs are counted over the groups, single dimensions over the pairs, and all over a
    single one."""
    singles: dict[int, Counts] = {}
    for one, other in _PAIRS:
        pairs = _summed(zip(heads, columns[one], columns[other], strict=True), times)
        yield 1 << one | 1 << other, pairs
        if one not in singles:
            singles[one] = _summed(((at, value, 0) for at, value, _ in pairs), pairs.values())
        if other not in singles:
            singles[other] = _summed(((at, value, 0) for at, _, value in pairs), pairs.values())
    for one, counted in singles.items():
        yield 1 << one, counted
    yield 0, _summed(((at, 0, 0) for at, _, _ in singles[0]), singles[0].values())


def _summed(keys: Iterable[tuple[int, int, int]], times: Iterable[int]) -> Counts:
    found: Counts = {}
    stands = found.get
    for key, more in zip(keys, times, strict=True):
        found[key] = stands(key, 0) + more
    return found


def _add(found: Deltas, key: Key, change: tuple[int, int, int]) -> None:
    standing = found.get(key)
    if standing is None:
        found[key] = [*change]
    else:
        standing[0] += change[0]
        standing[1] += change[1]
        standing[2] += change[2]


def keep(space_no: int, deltas: Deltas) -> None:
    """The cells of a space changed by so much, in one order, so that two writers never wait for each other in a
    circle."""
    rows: list[tuple[Any, ...]] = [(space_no, *key, *change) for key, change in sorted(deltas.items()) if any(change)]
    if not rows:
        return
    names = ", ".join(_KEYS + _COUNTS)
    sums = ", ".join(f"{name} = records_tally.{name} + excluded.{name}" for name in _COUNTS)
    conflict = f"ON CONFLICT ({', '.join(_KEYS)}) DO UPDATE SET {sums}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays = "%s::int4[], %s::text[], %s::int2[], " + ", ".join(["%s::int4[]"] * 7) + ", %s::int8[]"
            cursor.execute(
                f"INSERT INTO records_tally ({names}) SELECT * FROM unnest({arrays}) {conflict}",  # noqa: S608 - our own names
                [f"{{{','.join(map(str, column))}}}" for column in zip(*rows, strict=True)],
            )
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO records_tally ({names}) VALUES ({marks}) {conflict}", rows)  # noqa: S608 - our own names


def clear_empty(space_no: int) -> None:
    """Cells that count nothing any more."""
    Tally.objects.filter(space_no=space_no, completions=0).delete()


def recounted(rows: Iterable[tuple[Any, ...]], editions: Mapping[int, int]) -> Deltas:
    """The cells of completions that stand, from nothing: tuples in the order of `storage.COLUMNS`, and the edition of
    each cohort by their numbers."""
    return count(cells_of([*rows], editions), 1)


def cells_of(rows: Sequence[tuple[Any, ...]], editions: Mapping[int, int]) -> Cells:
    """Completions as cells. Tuples in the order of `storage.COLUMNS`, days as text."""
    columns: Sequence[Sequence[Any]] = [*zip(*rows, strict=True)] or [()] * 18
    last = Coded.of(until if is_last else None for until, is_last in zip(columns[15], columns[17], strict=True))
    courses, cohorts, days, firsts, minutes = (Coded.of(columns[at]) for at in (3, 4, 6, 16, 9))
    return _cells(courses, cohorts, days, firsts, minutes, last, columns[10:15], editions)


def cells_in(block: Block, editions: Mapping[int, int]) -> Cells:
    """The rows of a block, each as the only one of its person."""
    only = Coded([True], bytes(len(block)))
    dimensions = (block.institutions, block.cadres, block.levels, block.sexes, block.provinces)
    return _cells(block.courses, block.cohorts, block.days, only, block.minutes, block.until, dimensions, editions)


def _cells(
    courses: Coded,
    cohorts: Coded,
    days: Coded,
    firsts: Coded,
    minutes: Coded,
    until: Coded,
    of_person: Sequence[Sequence[int]],
    editions: Mapping[int, int],
) -> Cells:
    """Rows that are counted alike, put together."""
    found = [
        courses, cohorts.becoming(editions.__getitem__), days.becoming(_month), firsts, minutes,
        until.becoming(lambda day: _month(day) if day else 0), *map(Coded.of, of_person),
    ]  # fmt: skip  # a head, and five dimensions
    alike = [each.folded() for each in found]
    counted = Counter(zip(*(each.places for each in alike), strict=True))
    groups = [*zip(*counted, strict=True)] or [()] * len(alike)
    columns = [[each.words[at] for at in places] for each, places in zip(alike, groups, strict=True)]
    return Cells([*zip(*columns[:_HEAD], strict=True)], columns[_HEAD:], [*counted.values()])


def _month(day: str) -> int:
    return int(day[:4]) * 100 + int(day[5:7])
