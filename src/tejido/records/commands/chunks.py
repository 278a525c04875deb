"""One chunk of rows: pseudonyms, what is known already, rows, sheets and tallies, in the caller's transaction.

Which completion of a person in a course is the first and which the last follows from the days alone, so that the same
rows give the same records whatever the order in which they come and go. A row that is new is both, unless the person
has others in the course: then the days decide, and those that stand are marked anew.
"""

import secrets
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from django.db.models import F

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.formats.roster.values import Columns
from tejido.training.names import Officials

from .. import keys
from ..lines import id_of, sheet_bytes
from ..models import Cohort, Sheet
from ..names import Dim
from ..queries.numbers import RESULT
from ..queries.rolls import bound_to
from . import storage, tallying
from .numbering import number
from .spaces import Locked

SHEET = 1_000  # identities in a sealed sheet
BLOCK = 1_024  # bytes to which a sheet is filled up
_PERSON, _DAY, _FIRST, _LAST = 5, 6, 16, 17  # places in a row of `storage.COLUMNS`

Row = tuple[Any, ...]
Who = tuple[int, bytes]  # a course and a person


@dataclass(frozen=True, slots=True)
class Place:
    """What a cohort says for rows that do not say it themselves."""

    cohort_no: int
    course_no: int
    edition_no: int
    course: str
    ends: str
    minutes: int
    cadre: str
    province: str


@dataclass(slots=True)
class Desk:
    """What a batch is entered with: the locked space, its cohorts by their codes ("" is the one that was chosen), the
    validity of a course on a day in months, and what was looked up already."""

    locked: Locked
    batch_no: int
    places: dict[str, Place]
    validity: Callable[[str, date], int | None]
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    ends: dict[tuple[str, str], str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    new: int
    known: int


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
    places = [desk.places[code] for code in given.cohorts]
    persons = keys.persons(desk.locked.member_key, given.documents)
    who = [(place.course_no, person) for place, person in zip(places, persons, strict=True)]
    standing = _standing(desk, who)
    fresh = _fresh(who, given.days, standing)
    rows = _rows(desk, given, places, persons, fresh)
    moved = _mark(rows, [who[at] for at in fresh], standing)
    ordered = sorted(rows, key=itemgetter(_PERSON))
    storage.make_partitions(desk.locked.member_no, {int(day[:4]) for day in {row[_DAY] for row in rows}})
    storage.insert(ordered)
    _keep_sheets(desk.locked, [row[0] for row in rows], given, fresh)
    editions = {place.cohort_no: place.edition_no for place in desk.places.values()}
    settle(desk.locked, added=rows, moved=moved, editions=editions)
    return Written(len(rows), len(given) - len(rows))


def _standing(desk: Desk, who: Sequence[Who]) -> dict[Who, list[Row]]:
    """The completions that stand already, by course and person."""
    by_course: dict[int, set[bytes]] = defaultdict(set)
    for course, person in who:
        by_course[course].add(person)
    found: dict[Who, list[Row]] = defaultdict(list)
    for course, persons in by_course.items():
        for row in storage.standing(desk.locked.member_no, desk.locked.space_no, course, [*persons]):
            found[course, row[_PERSON]].append(row)
    return found


def _fresh(who: Sequence[Who], days: Sequence[str], standing: Mapping[Who, Sequence[Row]]) -> Sequence[int]:
    """Which rows are new: the first of each course, person and day that does not stand already."""
    known = {(*them, row[_DAY]) for them, rows in standing.items() for row in rows}
    keyed = [(*them, day) for them, day in zip(who, days, strict=True)]
    if not known and len({*keyed}) == len(keyed):
        return range(len(keyed))
    places: dict[tuple[int, bytes, str], int] = {}
    for place, key in enumerate(keyed):
        if key not in known:
            places.setdefault(key, place)
    return [*places.values()]


def _rows(
    desk: Desk, given: Columns, places: Sequence[Place], persons: Sequence[bytes], fresh: Sequence[int]
) -> list[Row]:
    """The new rows in the order of `storage.COLUMNS`, each marked as the first and the last of its person."""
    of = [places[at] for at in fresh]
    days = [given.days[at] for at in fresh]
    lasting = [desk_until(desk, place.course, day) for place, day in zip(of, days, strict=True)]
    minutes = [given.minutes[at] for at in fresh]
    cadres = [given.cadres[at] or place.cadre for at, place in zip(fresh, of, strict=True)]
    provinces = [given.provinces[at] or place.province for at, place in zip(fresh, of, strict=True)]
    size = len(of)
    return [
        *zip(
            [id_of(desk.batch_no, given.rows[at]) for at in fresh],
            [desk.locked.member_no] * size,
            [desk.locked.space_no] * size,
            [place.course_no for place in of],
            [place.cohort_no for place in of],
            [persons[at] for at in fresh],
            days,
            _numbered(desk, RESULT, [given.results[at] for at in fresh]),
            [given.scores[at] for at in fresh],
            [place.minutes if said is None else said for said, place in zip(minutes, of, strict=True)],
            _numbered(desk, Dim.INSTITUTION, [given.institutions[at] for at in fresh]),
            _numbered(desk, Dim.CADRE, cadres),
            _numbered(desk, Dim.LEVEL, [given.levels[at] for at in fresh]),
            _numbered(desk, Dim.SEX, [given.sexes[at] for at in fresh]),
            _numbered(desk, Dim.PROVINCE, provinces),
            lasting,
            [True] * size,
            [True] * size,
            strict=True,
        )
    ]


def _numbered(desk: Desk, kind: str, words: Sequence[str]) -> list[int]:
    known = desk.numbers
    missing = {word for word in {*words} if (kind, word) not in known}
    if missing:
        known.update({(kind, word): found for word, found in number(kind, missing).items()})
    return [known[kind, word] for word in words]


def desk_until(desk: Desk, course: str, day: str) -> str | None:
    """The last day on which a completion counts as valid; None where it does not expire."""
    if (course, day) not in desk.ends:
        months = desk.validity(course, date.fromisoformat(day))
        desk.ends[course, day] = later(date.fromisoformat(day), months).isoformat() if months else None
    return desk.ends[course, day]


def later(day: date, months: int) -> date:
    """The day so many months later; the last of its month where that one is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _mark(rows: list[Row], who: Sequence[Who], standing: Mapping[Who, list[Row]]) -> list[tuple[Row, Row]]:
    """Marks the first and the last of those who have several completions in a course. `rows` is changed in place; of
    the rows that stood, those whose marks change are returned as they were and as they are."""
    if not standing and len({*who}) == len(who):
        return []
    several = {them for them, times in Counter(who).items() if times > 1} | standing.keys()
    places: dict[Who, list[int]] = defaultdict(list)
    for place, them in enumerate(who):
        if them in several:
            places[them].append(place)
    moved = []
    for them, at in places.items():
        stood = standing.get(them, [])
        first, last = ends_of([*stood, *(rows[place] for place in at)])
        for place in at:
            rows[place] = marked(rows[place], first, last)
        moved += [(row, anew) for row in stood if (anew := marked(row, first, last)) != row]
    return moved


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
    added: Sequence[Row] = (),
    removed: Sequence[Row] = (),
    moved: Sequence[tuple[Row, Row]] = (),
) -> None:
    """Tallies, marks and sizes of cohorts after rows came, went, or changed their place among those of a person."""
    touched = {row[4] for row in (*removed, *(row for row, _ in moved))} - editions.keys()
    known = {**editions, **_editions(touched)}
    deltas = tallying.count(tallying.cells_of(added, known), 1)
    tallying.count(tallying.cells_of([*removed, *(row for row, _ in moved)], known), -1, deltas)
    tallying.count(tallying.cells_of([row for _, row in moved], known), 1, deltas)
    tallying.keep(locked.space_no, deltas)
    storage.set_flags((row[_FIRST], row[_LAST], row[0], row[1], row[_DAY]) for _, row in moved)
    sizes: dict[int, int] = defaultdict(int)
    for rows, sign in ((added, 1), (removed, -1)):
        for row in rows:
            sizes[row[4]] += sign
    for cohort_no, change in sizes.items():
        Cohort.objects.filter(no=cohort_no).update(size=F("size") + change)


def _editions(cohorts: Iterable[int]) -> dict[int, int]:
    found = dict(Cohort.objects.filter(no__in=[*cohorts]).values_list("no", "edition"))
    numbers = number(Dim.EDITION, {edition or "" for edition in found.values()})
    return {cohort: numbers[edition or ""] for cohort, edition in found.items()}


def _keep_sheets(locked: Locked, ids: Sequence[int], given: Columns, fresh: Sequence[int]) -> None:
    """Names and documents of the new rows, sealed by the thousand."""
    sheets = []
    for start in range(0, len(ids), SHEET):
        part, at = ids[start : start + SHEET], fresh[start : start + SHEET]
        clear = sheet_bytes(part, [given.documents[place] for place in at], [given.names[place] for place in at])
        sheets.append(sealed(locked, part[0], part[-1], clear))
    Sheet.objects.bulk_create(sheets)


def sealed(locked: Locked, first: int, last: int, clear: bytes) -> Sheet:
    nonce = secrets.token_bytes(NONCE_LENGTH)
    bound = bound_to(locked.space_no, first)
    kept = seal(locked.space_key, clear, nonce=nonce, bound=bound, block=BLOCK)
    return Sheet(space_no=locked.space_no, first=first, last=last, sealed=kept)
