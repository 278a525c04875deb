"""What can be made of a chunk before it is written, beside the database: pseudonyms, rows in the form of the database,
sealed sheets, counts.

`numbered` asks the database for numbers of words, a few for each chunk. `prepare` asks it for nothing, so that another
thread can do it while the chunk before is written.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.formats.roster.values import Coded, Columns

from .. import keys
from ..lines import id_of, sheet_bytes
from ..names import Dim
from ..queries.numbers import RESULT
from ..queries.rolls import bound_to
from . import storage, tallying
from .blocks import FIRST, LAST, Block
from .knowing import Known
from .numbering import number
from .spaces import Locked

SHEET = 1_000  # identities in a sealed sheet
FILL = 1_024  # bytes to which a sheet is filled up


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
    validity of a course on a day in months, when the rows were given, and what was looked up already."""

    locked: Locked
    batch_no: int
    places: dict[str, Place]
    validity: Callable[[str, date], int | None]
    at: datetime
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    ends: dict[tuple[str, str], str | None] = field(default_factory=dict)
    known: Known | None = None

    @property
    def editions(self) -> dict[int, int]:
        """The edition of each cohort, by their numbers."""
        return {place.cohort_no: place.edition_no for place in self.places.values()}


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sheet: the numbers of its first and last completion, and what is sealed."""

    first: int
    last: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """A chunk as if all of its rows were new, and each the only one of its person: its rows, the same in the form of
    the database, sheets of `SHEET` rows, and what they add to the tallies."""

    given: Columns
    block: Block
    stems: Sequence[bytes] | None
    sheets: list[Sealed]
    deltas: tallying.Deltas


def numbered(desk: Desk, given: Columns) -> Block:
    """The rows without their pseudonyms. Every cohort is known, and every day."""
    places = given.cohorts.becoming(desk.places.__getitem__)
    size = len(given)
    return Block(
        ids=_ids(desk.batch_no, given.rows),
        member=Coded([desk.locked.member_no], bytes(size)),
        space=Coded([desk.locked.space_no], bytes(size)),
        courses=places.becoming(lambda place: place.course_no),
        cohorts=places.becoming(lambda place: place.cohort_no),
        persons=(),
        days=given.days,
        results=_numbered(desk, RESULT, given.results),
        scores=given.scores,
        minutes=_filled(given.minutes, None, places, lambda place: place.minutes),
        institutions=_numbered(desk, Dim.INSTITUTION, given.institutions),
        cadres=_numbered(desk, Dim.CADRE, _filled(given.cadres, "", places, lambda place: place.cadre)),
        levels=_numbered(desk, Dim.LEVEL, given.levels),
        sexes=_numbered(desk, Dim.SEX, given.sexes),
        provinces=_numbered(desk, Dim.PROVINCE, _filled(given.provinces, "", places, lambda place: place.province)),
        until=_until(desk, places, given.days),
        marks=bytearray(bytes([FIRST | LAST]) * size),
    )


def _ids(batch_no: int, rows: Sequence[int]) -> Sequence[int]:
    if isinstance(rows, range):
        return range(id_of(batch_no, rows.start), id_of(batch_no, rows.stop))
    return [id_of(batch_no, row) for row in rows]


def _filled(column: Coded, nothing: Any, places: Coded, says: Callable[[Place], Any]) -> Coded:
    """A column in which the cohort speaks for rows that say nothing."""
    if nothing not in column.words:
        return column
    if len(places.words) == 1:
        said = says(places.words[0])
        return column.becoming(lambda word: said if word == nothing else word)
    rows = zip(column, places, strict=True)
    return Coded.of(says(place) if word == nothing else word for word, place in rows)


def _numbered(desk: Desk, kind: str, column: Coded) -> Coded:
    known = desk.numbers
    if missing := {word for word in column.words if (kind, word) not in known}:
        known.update({(kind, word): found for word, found in number(kind, missing).items()})
    return column.becoming(lambda word: known[kind, word])


def _until(desk: Desk, places: Coded, days: Coded) -> Coded:
    """The last day on which each row counts as valid; None where it does not expire."""
    if len(places.words) == 1:
        course = places.words[0].course
        return days.becoming(lambda day: desk_until(desk, course, day))
    return Coded.of(desk_until(desk, place.course, day) for place, day in zip(places, days, strict=True))


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


def prepare(locked: Locked, given: Columns, block: Block, editions: Mapping[int, int]) -> Prepared:
    """Everything that needs no database, of rows that are numbered."""
    whole = replace(block, persons=keys.persons(locked.member_key, given.documents))
    return Prepared(
        given,
        whole,
        storage.stems(whole),
        [sheet(locked, whole.ids, given, range(*at)) for at in _parts(len(given))],
        tallying.count(tallying.cells_in(whole, editions), 1),
    )


def _parts(size: int) -> Iterable[tuple[int, int]]:
    return ((start, min(size, start + SHEET)) for start in range(0, size, SHEET))


def sheet(locked: Locked, ids: Sequence[int], given: Columns, at: Sequence[int]) -> Sealed:
    """The sheet of some rows, one at least."""
    part = [ids[place] for place in at]
    documents, names = given.documents, given.names
    clear = sheet_bytes(part, [documents[place] for place in at], [names[place] for place in at])
    return sealed(locked, part[0], part[-1], clear)


def sealed(locked: Locked, first: int, last: int, clear: bytes) -> Sealed:
    nonce = secrets.token_bytes(NONCE_LENGTH)
    kept = seal(locked.space_key, clear, nonce=nonce, bound=bound_to(locked.space_no, first), block=FILL)
    return Sealed(first, last, kept)
