"""What a list of trained persons says, as values: its columns checked and coded, and what is wrong with a row."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import chain, compress
from typing import Any, overload

MOST_ROWS = 2**27 - 1  # of one list; the row is a part of the number of its record


class Field(StrEnum):
    """What a column of a list can say."""

    DOCUMENT = "document"
    PAPER = "paper"
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    DAY = "day"
    RESULT = "result"
    SCORE = "score"
    HOURS = "hours"
    INSTITUTION = "institution"
    CADRE = "cadre"
    LEVEL = "level"
    SEX = "sex"
    PROVINCE = "province"
    COHORT = "cohort"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is not taken: its number as people see it, the field, a code, and what stood there."""

    row: int
    field: Field
    code: str
    value: str = ""


_BYTE = 256  # places that a byte tells apart


class Coded(Sequence[Any]):
    """A column that says each of its words once: `words`, and for each row the place of its own among them. `places`
    are bytes, or an array of numbers of four bytes where there are more than 256 words."""

    __slots__ = ("places", "words")

    def __init__(self, words: list[Any], places: bytes | array[int]) -> None:
        self.words, self.places = words, places

    @classmethod
    def of(cls, values: Iterable[Any]) -> Coded:
        places = _Places()
        packed_places = packed(places, [*values])
        return cls([*places], packed_places)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Any]:
        return map(self.words.__getitem__, self.places)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self.words[place] for place in self.places[at]]
        return self.words[self.places[at]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]  # it is compared by what it says

    def __repr__(self) -> str:
        return f"Coded({[*self]!r})"

    @classmethod
    def joined(cls, parts: Sequence[Coded]) -> Coded:
        """The rows of several columns, one behind the other."""
        places = _Places()
        own = [[places[word] for word in part.words] for part in parts]
        if len(places) <= _BYTE:
            tables = [bytes(each).ljust(_BYTE, b"\0") for each in own]
            pieces = (bytes(part.places).translate(table) for part, table in zip(parts, tables, strict=True))
            return cls([*places], b"".join(pieces))
        mapped = (map(each.__getitem__, part.places) for part, each in zip(parts, own, strict=True))
        return cls([*places], array("I", chain.from_iterable(mapped)))

    def becoming(self, meaning: Callable[[Any], Any]) -> Coded:
        """The same rows with what each word means."""
        return Coded([*map(meaning, self.words)], self.places)

    def folded(self) -> Coded:
        """The same with one place for words that are alike."""
        places = _Places()
        own = [places[word] for word in self.words]
        if len(places) == len(own):
            return self
        if isinstance(self.places, bytes):
            return Coded([*places], self.places.translate(bytes(own).ljust(_BYTE, b"\0")))
        mapped = [own[place] for place in self.places]
        return Coded([*places], bytes(mapped) if len(places) <= _BYTE else array("I", mapped))

    def kept(self, wanted: Sequence[bool]) -> Coded:
        """The rows that are wanted."""
        kept = compress(self.places, wanted)
        return Coded(self.words, bytes(kept) if isinstance(self.places, bytes) else array("I", kept))


class _Places(dict[Any, int]):
    """The place of each word, in the order in which they came."""

    def __missing__(self, word: Any) -> int:
        place = self[word] = len(self)
        return place


def packed(places: dict[Any, int], values: Sequence[Any]) -> bytes | array[int]:
    """The place of each value, as `Coded` holds them."""
    try:
        return bytes(map(places.__getitem__, values))
    except ValueError:
        return array("I", map(places.__getitem__, values))


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of a list as parallel columns, all of one length; every row is one completion.

    `rows` are numbers as people see them, rising. `documents` say the kind of paper and its number as they are
    compared ("national:1234567"), `names` a person as a list shows them. `days` are ISO 8601, `results` codes.
    `scores` are hundredths, None where there is none, `minutes` None where the cohort's count. The rest are codes;
    "" where nothing was stated. `cohorts` are the school's own codes, "" for the one that was chosen. What several
    rows say is coded.
    """

    rows: Sequence[int]
    documents: list[str]
    names: list[str]
    days: Coded
    results: Coded
    scores: Coded
    minutes: Coded
    institutions: Coded
    cadres: Coded
    levels: Coded
    sexes: Coded
    provinces: Coded
    cohorts: Coded

    def __post_init__(self) -> None:
        if len({len(getattr(self, each.name)) for each in fields(self)}) > 1:
            raise ValueError("the columns are not of one length")

    def __len__(self) -> int:
        return len(self.rows)

    def kept(self, wanted: Sequence[bool]) -> Columns:
        """The rows that are wanted."""
        coded: dict[str, Any] = {name: getattr(self, name).kept(wanted) for name in CODED}
        plain: dict[str, Any] = {name: [*compress(getattr(self, name), wanted)] for name in _PLAIN}
        return Columns(**plain, **coded)


def joined(parts: Sequence[Columns]) -> Columns:
    """The rows of several lists, one behind the other; one part at least."""
    if len(parts) == 1:
        return parts[0]
    plain: dict[str, Any] = {name: [*chain.from_iterable(getattr(part, name) for part in parts)] for name in _PLAIN}
    coded: dict[str, Any] = {name: Coded.joined([getattr(part, name) for part in parts]) for name in CODED}
    return Columns(**plain, **coded)


_PLAIN = ("rows", "documents", "names")
CODED = (
    "days", "results", "scores", "minutes", "institutions", "cadres", "levels", "sexes", "provinces", "cohorts",
)  # fmt: skip  # the columns of which each word is said once


def columns(
    documents: list[str], names: list[str], days: list[str], *, rows: list[int] | None = None, **others: list[Any]
) -> Columns:
    """Columns of which those that are not given state nothing: rows are counted from 1, results are completions."""
    size = len(documents)
    nothing = {name: [""] * size for name in ("institutions", "cadres", "levels", "sexes", "provinces", "cohorts")}
    none = {"scores": [None] * size, "minutes": [None] * size, "results": ["completed"] * size}
    given = {"rows": rows or range(1, size + 1), "documents": documents, "names": names, "days": days}
    told: dict[str, Any] = {**nothing, **none, **given, **others}
    for name in CODED:
        told[name] = Coded.of(told[name])
    return Columns(**told)
