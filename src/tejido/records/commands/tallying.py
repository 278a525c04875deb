"""Tallies: kept in the transaction that writes or deletes the rows that they count.

Method. What changes is told as cells: a completion that came or went, or one whose place among those of its person
moved. Each cuboid is counted over the new rows alone, by month; the years and all time are summed from the months. The
sum of all changes ever made is the count of what stands, whatever the order in which it came. Held by a property test
against a recount.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db import connection

from ..models import Tally
from ..names import OF_PERSON, Measure

Key = tuple[str, int, int, int, int, int, int]  # measure, cuboid, period, course, edition, one, other
Deltas = dict[Key, list[int]]  # completions, persons, minutes

_SINGLES = range(len(OF_PERSON))
_PAIRS = tuple(combinations(_SINGLES, 2))
_KEYS = ("space_no", "measure", "cuboid", "period", "course_no", "edition_no", "one", "other")
_COUNTS = ("completions", "persons", "minutes")


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows as they are counted: parallel columns. `months` are 202703, `expiries` the month in which a last completion
    expires, 0 where none does; `of_person` are five columns in the order of `names.OF_PERSON`."""

    courses: Sequence[int]
    editions: Sequence[int]
    months: Sequence[int]
    firsts: Sequence[bool]
    minutes: Sequence[int]
    expiries: Sequence[int]
    of_person: Sequence[Sequence[int]]


def count(cells: Cells, sign: int, into: Deltas | None = None) -> Deltas:
    """What the rows add to each cell, or take from it where `sign` is -1."""
    found: Deltas = {} if into is None else into
    heads: dict[tuple[int, int, int, bool, int], int] = {}
    given = zip(cells.courses, cells.editions, cells.months, cells.firsts, cells.minutes, strict=True)
    bases = [heads.setdefault(head, len(heads)) for head in given]
    by_number = [*heads]
    for cuboid, counted in _counted(bases, cells.of_person, _PAIRS):
        for (base, one, other), times in counted:
            course, edition, month, is_first, minutes = by_number[base]
            change = (sign * times, sign * times * is_first, sign * times * minutes)
            for period in (month, month // 100, 0):
                _add(found, (Measure.COMPLETED.value, cuboid, period, course, edition, one, other), change)
    _count_expiries(cells, sign, found)
    return found


def _count_expiries(cells: Cells, sign: int, found: Deltas) -> None:
    heads: dict[tuple[int, int, int], int] = {}
    kept = [place for place, month in enumerate(cells.expiries) if month]
    given = ((cells.courses[at], cells.editions[at], cells.expiries[at]) for at in kept)
    bases = [heads.setdefault(head, len(heads)) for head in given]
    by_number = [*heads]
    columns = [[column[at] for at in kept] for column in cells.of_person]
    for cuboid, counted in _counted(bases, columns, ()):
        for (base, one, other), times in counted:
            course, edition, month = by_number[base]
            for period in (month, month // 100, 0):
                key = (Measure.EXPIRES.value, cuboid, period, course, edition, one, other)
                _add(found, key, (sign * times, sign * times, 0))


def _counted(
    bases: Sequence[int], columns: Sequence[Sequence[int]], pairs: Iterable[tuple[int, int]]
) -> Iterable[tuple[int, Iterable[tuple[tuple[int, int, int], int]]]]:
    """Each cuboid with its cells: the base, the value of one dimension, of another, and how often."""
    yield 0, [((base, 0, 0), times) for base, times in Counter(bases).items()]
    for one in _SINGLES:
        counted = Counter(zip(bases, columns[one], strict=True))
        yield 1 << one, [((base, value, 0), times) for (base, value), times in counted.items()]
    for one, other in pairs:
        yield 1 << one | 1 << other, Counter(zip(bases, columns[one], columns[other], strict=True)).items()


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
                [[*column] for column in zip(*rows, strict=True)],
            )
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO records_tally ({names}) VALUES ({marks}) {conflict}", rows)  # noqa: S608 - our own names


def clear_empty(space_no: int) -> None:
    """Cells that count nothing any more."""
    Tally.objects.filter(space_no=space_no, completions=0).delete()


def recounted(rows: Iterable[tuple[Any, ...]], editions: dict[int, int]) -> Deltas:
    """The cells of completions that stand, from nothing: tuples in the order of `storage.COLUMNS`, and the edition of
    each cohort by their numbers."""
    return count(cells_of([*rows], editions), 1)


def cells_of(rows: Sequence[tuple[Any, ...]], editions: dict[int, int]) -> Cells:
    """Completions as cells. Tuples in the order of `storage.COLUMNS`, days as text."""
    columns: Sequence[Sequence[Any]] = [*zip(*rows, strict=True)] or [()] * 18
    months = {day: _month(day) for day in {*columns[6], *columns[15]} if day}
    last = [months[until] if until and is_last else 0 for until, is_last in zip(columns[15], columns[17], strict=True)]
    return Cells(
        courses=columns[3],
        editions=[editions[cohort] for cohort in columns[4]],
        months=[months[day] for day in columns[6]],
        firsts=columns[16],
        minutes=columns[9],
        expiries=last,
        of_person=columns[10:15],
    )


def _month(day: str) -> int:
    return int(day[:4]) * 100 + int(day[5:7])
