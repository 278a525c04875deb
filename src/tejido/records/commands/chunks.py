"""One chunk of rows: what is known already, rows, sheets and tallies, in the caller's transaction.

Which completion of a person in a course is the first and which the last follows from the days alone, so that the same
rows give the same records whatever the order in which they come and go. A row that is new is both, unless the person
has others in the course: then the days decide, and those that stand are marked anew.

Method. A chunk is prepared as if all of its rows were new and each the only one of its person (`preparing`), which
nearly all are. Those who may have others are asked for, and what is not so of them is put right: their rows fall out,
their marks change, their sheets are sealed again and their counts corrected.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from django.db.models import F

from tejido.formats.roster.values import Columns
from tejido.training.names import Officials

from .. import keys
from ..models import Cohort, Erased
from ..names import Dim
from . import storage, tallying
from .blocks import FIRST, LAST, Block, Row
from .numbering import number
from .preparing import SHEET, Desk, Place, Prepared, Sealed, numbered, prepare, sheet
from .spaces import Locked

_COHORT, _DAY, _FIRST, _LAST = 4, 6, 16, 17  # places in a row of `storage.COLUMNS`

Who = tuple[int, bytes]  # a course and a person


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows are new, known, and passed over because their person was erased since the file was given."""

    new: int
    known: int
    passed: int


@dataclass(slots=True)
class _Found:
    """What is not as it was prepared: rows that are known, by their places, rows whose marks differ, and rows that
    stood, as they were and as they are."""

    known: set[int] = field(default_factory=set)
    marked: list[int] = field(default_factory=list)
    moved: list[tuple[Row, Row]] = field(default_factory=list)


def places_of(cohorts: Collection[Cohort]) -> dict[str, Place]:
    """The places of cohorts by their codes; their courses and editions get their numbers."""
    courses = number(Dim.COURSE, {cohort.course_id for cohort in cohorts})
    editions = number(Dim.EDITION, {cohort.edition_id or "" for cohort in cohorts})
    return {
        cohort.code: Place(
            cohort.no,
            courses[cohort.course_id],
            editions[cohort.edition_id or ""],
            cohort.course_id,
            cohort.ends.isoformat(),
            cohort.minutes,
            "" if cohort.course.officials == Officials.SEVERAL else cohort.course.officials,
            cohort.province,
        )
        for cohort in cohorts
    }


def write(desk: Desk, given: Columns) -> Written:
    """Enters rows. What is known of them, in the records or twice in the chunk, is counted and left."""
    return put(desk, prepare(desk.locked, given, numbered(desk, given), desk.editions))


def put(desk: Desk, made: Prepared) -> Written:
    """Enters a chunk that was prepared."""
    block, deltas = made.block, made.deltas
    passed = _passed(desk, block)
    found = _found(desk, block, passed)
    left = found.known | passed
    tallying.count(tallying.cells_of(_only(block, [*left, *found.marked]), desk.editions), -1, deltas)
    tallying.count(tallying.cells_of([block.row(at) for at in found.marked], desk.editions), 1, deltas)
    stems = made.stems
    if left:
        wanted = [at not in left for at in range(len(block))]
        block, stems = block.kept(wanted), stems and [*compress(stems, wanted)]
    storage.make_partitions(desk.locked.member_no, {int(day[:4]) for day in {*block.days}})
    storage.insert(block, stems)
    _keep_sheets(desk.locked, made, left)
    settle(desk.locked, deltas=deltas, moved=found.moved, editions=desk.editions, sizes=Counter(block.cohorts))
    return Written(len(block), len(found.known), len(passed))


def _passed(desk: Desk, block: Block) -> set[int]:
    """The places of rows whose person was erased after they were given. Whose rows were given later is somebody who was
    trained again; files of before the erasing go on passing over them."""
    erased = {*Erased.objects.filter(space=desk.locked.body, at__gt=desk.at).values_list("digest", flat=True)}
    if not erased:
        return set()
    key = desk.locked.space_key
    return {at for at, person in enumerate(block.persons) if keys.erased(key, person) in erased}


def _only(block: Block, places: Iterable[int]) -> list[Row]:
    """Rows as they were counted when they were prepared: each the only one of its person."""
    return [(*block.row(at)[:_FIRST], True, True) for at in places]


def _found(desk: Desk, block: Block, passed: set[int]) -> _Found:
    """Compares rows with what stands and with each other, but those that are passed over. Their marks are changed in
    place."""
    courses, persons = block.courses, block.persons
    if desk.known is None:
        near: Iterable[int] = range(len(block))
    else:
        met = {persons[at] for at in desk.known.met(persons, courses)}
        near = [at for at, person in enumerate(persons) if person in met] if met else ()
    places: dict[Who, list[int]] = defaultdict(list)
    for at in near:
        if at not in passed:
            places[courses[at], persons[at]].append(at)
    standing, found = _standing(desk, places), _Found()
    for them, rows in places.items():
        if len(rows) > 1 or them in standing:
            _compare(block, rows, standing.get(them, []), found)
    return found


def _standing(desk: Desk, who: Iterable[Who]) -> dict[Who, list[Row]]:
    """The completions that stand already, by course and person."""
    by_course: dict[int, list[bytes]] = defaultdict(list)
    for course, person in who:
        by_course[course].append(person)
    found: dict[Who, list[Row]] = defaultdict(list)
    for course, persons in by_course.items():
        for row in storage.standing(desk.locked.member_no, desk.locked.space_no, course, persons):
            found[course, row[5]].append(row)
    return found


def _compare(block: Block, places: Sequence[int], stood: Sequence[Row], found: _Found) -> None:
    """The rows of one person in a course beside those that stand: one on each day, the first and the last marked."""
    days = {row[_DAY] for row in stood}
    fresh = []
    for at in places:
        if (day := block.days[at]) in days:
            found.known.add(at)
        else:
            days.add(day)
            fresh.append(at)
    if not fresh:
        return
    first, last = min(days), max(days)
    for at in fresh:
        mark = FIRST * (block.days[at] == first) | LAST * (block.days[at] == last)
        if mark != block.marks[at]:
            block.marks[at] = mark
            found.marked.append(at)
    found.moved += [(row, anew) for row in stood if (anew := marked(row, first, last)) != row]


def ends_of(rows: Sequence[Row]) -> tuple[str, str]:
    """The first and the last day of a person's completions in a course; no two are on one day."""
    days = [row[_DAY] for row in rows]
    return min(days), max(days)


def marked(row: Row, first: str, last: str) -> Row:
    return (*row[:_FIRST], row[_DAY] == first, row[_DAY] == last)


def settle(
    locked: Locked,
    *,
    editions: Mapping[int, int],
    deltas: tallying.Deltas | None = None,
    removed: Sequence[Row] = (),
    moved: Sequence[tuple[Row, Row]] = (),
    sizes: Mapping[int, int] | None = None,
) -> None:
    """Tallies, marks and sizes of cohorts after rows went, or changed their place among those of a person. `deltas` and
    `sizes` are what rows that came have added."""
    touched = {row[_COHORT] for row in (*removed, *(row for row, _ in moved))} - editions.keys()
    known = {**editions, **_editions(touched)}
    changed: tallying.Deltas = {} if deltas is None else deltas
    tallying.count(tallying.cells_of([*removed, *(row for row, _ in moved)], known), -1, changed)
    tallying.count(tallying.cells_of([row for _, row in moved], known), 1, changed)
    tallying.keep(locked.space_no, changed)
    storage.set_flags((row[_FIRST], row[_LAST], row[0], row[1], row[_DAY]) for _, row in moved)
    counted = Counter(sizes or {})
    counted.subtract(row[_COHORT] for row in removed)
    for cohort_no, change in counted.items():
        Cohort.objects.filter(no=cohort_no).update(size=F("size") + change)


def _editions(cohorts: Iterable[int]) -> dict[int, int]:
    found = dict(Cohort.objects.filter(no__in=[*cohorts]).values_list("no", "edition"))
    numbers = number(Dim.EDITION, {edition or "" for edition in found.values()})
    return {cohort: numbers[edition or ""] for cohort, edition in found.items()}


def _keep_sheets(locked: Locked, made: Prepared, left: set[int]) -> None:
    """Names and documents of the new rows. A sheet in which a row is left out is sealed without it."""
    of = made.block.ids
    touched = {at // SHEET for at in left}
    sheets: list[Sealed] = []
    for number_of, prepared in enumerate(made.sheets):
        if number_of not in touched:
            sheets.append(prepared)
            continue
        start = number_of * SHEET
        if at := [place for place in range(start, min(len(of), start + SHEET)) if place not in left]:
            sheets.append(sheet(locked, of, made.given, at))
    storage.insert_sheets(locked.space_no, [(each.first, each.last, each.sealed) for each in sheets])
