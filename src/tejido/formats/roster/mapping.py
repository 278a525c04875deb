"""Which column of a list is what: suggested from its headings and its values, decided by a person, and remembered.

Method. A column is first what the school said the last time, else what its whole heading names, else what a word in it
names, else what its values look like. Where the values contradict the heading and agree with another field, they win:
"Estado" over "Aprobado" is a result, over "Jalisco" a province. Then each field goes to the column that is surest of
it; the given and the family names alone may stand in several. What can mean two things (day or month first, an M) is
decided from the values or left undecided, and asked for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from typing import Any

from .days import Order, day_of, is_ambiguous, order_of
from .documents import Paper, number_of
from .headings import Sureness, field_of, is_account, paper_in, squeezed
from .measures import minutes_of, score_of
from .values import Field
from .words import MeaningOfM, meaning_of_m, plain, result_of, sex_of

SEVERAL = frozenset({Field.GIVEN, Field.FAMILY})  # fields that may stand in several columns, joined in their order
_COLUMN = re.compile(r"(?:columna|column|coluna|colonne)?\d*")  # a heading that says nothing
_MOST = 0.8  # of the values that are there have to look like a field
_SAMPLE = 200  # values of a column that are looked at
_LEAST_FIGURES = 5  # of a document's number


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column is, and what was decided for values that can mean two things.

    `fields` has as many places as the file has columns; None is a column that is left out. `paper` is the document that
    the heading names, for rows that do not name theirs. `out_of` is the highest mark, for marks that do not say it.
    """

    fields: tuple[Field | None, ...]
    order: Order = Order.UNDECIDED
    m: MeaningOfM = MeaningOfM.UNDECIDED
    paper: Paper = Paper.NATIONAL
    out_of: int | None = None

    def at(self, field: Field) -> int | None:
        """The column of a field, from 0; None where the file has none."""
        return next(iter(self.all_at(field)), None)

    def all_at(self, field: Field) -> tuple[int, ...]:
        return tuple(place for place, found in enumerate(self.fields) if found == field)

    def has(self, field: Field) -> bool:
        return field in self.fields

    def told(self) -> dict[str, Any]:
        """The mapping as JSON knows it."""
        return {
            "fields": [field and str(field) for field in self.fields],
            "order": str(self.order),
            "m": str(self.m),
            "paper": str(self.paper),
            "out_of": self.out_of,
        }

    @classmethod
    def heard(cls, told: Table[str, Any]) -> Mapping:
        """The mapping that `told` told. ValueError and KeyError where it is none."""
        return cls(
            tuple(Field(field) if field else None for field in told["fields"]),
            Order(told["order"]),
            MeaningOfM(told["m"]),
            Paper(told["paper"]),
            told["out_of"] and int(told["out_of"]),
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping, and how sure each of its columns is."""

    mapping: Mapping
    sureness: tuple[Sureness, ...]


def headings_key(header: Sequence[str]) -> str:
    """The set of headings as a digest: the same in whatever order they stand, with or without accents."""
    names = sorted({squeezed(heading) for heading in header} - {""})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def suggest(
    header: Sequence[str], rows: Iterable[Sequence[object]], known: Table[str, str] | None = None
) -> Suggestion:
    """What the columns probably are. `rows` are as many as there are at hand; `known` is what the school said of
    headings earlier, by their squeezed words, "" for one that was left out."""
    columns = _columns(len(header), rows)
    found = [_first_idea(heading, values, known or {}) for heading, values in zip(header, columns, strict=True)]
    found = _one_name(header, found)
    found = _guessed(header, columns, found)
    found = _each_once(found)
    mapping = decided(Mapping(tuple(field for field, _ in found)), header, columns)
    return Suggestion(mapping, tuple(sureness for _, sureness in found))


def decided(mapping: Mapping, header: Sequence[str], columns: Sequence[Sequence[object]]) -> Mapping:
    """The mapping with what its values settle: the order of days, the meaning of an M, the document that is meant."""
    day, sex, document = mapping.at(Field.DAY), mapping.at(Field.SEX), mapping.at(Field.DOCUMENT)
    return replace(
        mapping,
        order=Order.UNDECIDED if day is None else order_of(columns[day]),
        m=MeaningOfM.MALE if sex is None else meaning_of_m(columns[sex]),
        paper=Paper.NATIONAL if document is None else paper_in(header[document]),
    )


def asks_order(mapping: Mapping, values: Iterable[object]) -> bool:
    """Whether somebody has to say which comes first, the day or the month."""
    return mapping.order == Order.UNDECIDED and any(map(is_ambiguous, values))


def _columns(width: int, rows: Iterable[Sequence[object]]) -> list[list[object]]:
    columns: list[list[object]] = [[] for _ in range(width)]
    for row in rows:
        for place, cell in enumerate(row[:width]):
            columns[place].append(cell)
    return columns


_Idea = tuple[Field | None, Sureness]
_NO_IDEA: _Idea = (None, Sureness.UNKNOWN)


def _first_idea(heading: str, values: Sequence[object], known: Table[str, str]) -> _Idea:
    name = squeezed(heading)
    if name and name in known:
        return (Field(known[name]) if known[name] else None), Sureness.REMEMBERED
    field, sureness = field_of(heading)
    there = _there(values)
    if field is None or not there or _looks(field, there):
        return field, sureness
    other = next(
        (other for other in _LOOKS if other != field and other in _READ_BY_WORDS and _looks(other, there)), None
    )
    if other is not None:
        return other, Sureness.LIKELY
    if name == "estado":
        return Field.PROVINCE, Sureness.LIKELY
    return field, min(sureness, Sureness.LIKELY)


def _there(values: Sequence[object]) -> list[object]:
    """The values that say something, as many as are looked at."""
    return [value for value in values if plain(value)][:_SAMPLE]


def _looks(field: Field, values: Sequence[object]) -> bool:
    """Whether most values could be of the field; of a field that says nothing about its values they all could."""
    is_one = _LOOKS.get(field)
    return is_one is None or sum(map(is_one, values)) >= _MOST * len(values)


def _is_day(value: object) -> bool:
    return (not isinstance(value, int | float) and day_of(value, Order.DAY_FIRST) is not None) or is_ambiguous(value)


def _is_document(value: object) -> bool:
    number = number_of(value)
    return sum(sign.isdigit() for sign in number) >= _LEAST_FIGURES


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value.split()) > 1 and not any(sign.isdigit() for sign in value)


_LOOKS: Table[Field, Callable[[object], bool]] = {
    Field.DAY: _is_day,
    Field.RESULT: lambda value: result_of(value) is not None,
    Field.SEX: lambda value: plain(value) == "m" or sex_of(value) is not None,
    Field.SCORE: lambda value: score_of(value) is not None,
    Field.HOURS: lambda value: minutes_of(value) is not None,
}
_READ_BY_WORDS = frozenset({Field.DAY, Field.RESULT, Field.SEX})  # values that no other field has
_BY_LOOK: tuple[tuple[Field, Callable[[object], bool]], ...] = (
    (Field.DOCUMENT, _is_document), (Field.NAME, _is_name), (Field.DAY, _is_day), (Field.SEX, _LOOKS[Field.SEX]),
)  # fmt: skip  # one table, read as one


def _one_name(header: Sequence[str], found: Sequence[_Idea]) -> list[_Idea]:
    """A "Nombre" beside "Apellido" is the given name, "Nom" beside "Prénom" the family name."""
    fields = {field for field, _ in found}
    ideas = list(found)
    for place, (field, sureness) in enumerate(found):
        if field == Field.NAME and sureness != Sureness.REMEMBERED:
            name = squeezed(header[place])
            if Field.FAMILY in fields and name in {"nombre", "nome", "name", "nom"}:
                ideas[place] = (Field.GIVEN, sureness)
            elif Field.GIVEN in fields and name in {"nom", "apellidos"}:
                ideas[place] = (Field.FAMILY, sureness)
    return ideas


def _guessed(header: Sequence[str], columns: Sequence[Sequence[object]], found: Sequence[_Idea]) -> list[_Idea]:
    """Where no heading names a document, what people sign in with stands for it; and a column whose heading says
    nothing at all is what its values look like."""
    ideas = list(found)
    document = next((place for place, (field, _) in enumerate(ideas) if field == Field.DOCUMENT), None)
    if document is not None and not _there(columns[document]) and _there([cell for each in columns for cell in each]):
        ideas[document], document = _NO_IDEA, None  # Moodle writes the column of its ID numbers, filled or not
    if document is None:
        ideas = _with_account(header, columns, ideas)
    for field, is_one in _BY_LOOK:
        fields = {known for known, _ in ideas}
        if field in fields or (field == Field.NAME and fields & SEVERAL):
            continue
        for place, idea in enumerate(ideas):
            there = _there(columns[place])
            nothing_said = idea == _NO_IDEA and _COLUMN.fullmatch(squeezed(header[place]))
            if nothing_said and there and sum(map(is_one, there)) >= _MOST * len(there):
                ideas[place] = (field, Sureness.GUESSED)
                break
    return ideas


def _with_account(header: Sequence[str], columns: Sequence[Sequence[object]], ideas: list[_Idea]) -> list[_Idea]:
    """The account that looks most like a document: one of figures first, then any."""
    places = [
        place
        for place, heading in enumerate(header)
        if ideas[place] == _NO_IDEA and is_account(heading) and (_there(columns[place]) or not columns[place])
    ]
    if not places:
        return ideas
    best = min(places, key=lambda place: not all(map(_is_document, _there(columns[place]))))
    return [(Field.DOCUMENT, Sureness.GUESSED) if place == best else idea for place, idea in enumerate(ideas)]


def _each_once(found: Sequence[_Idea]) -> list[_Idea]:
    """Each field at the column that is surest of it, the first of several; names may stand in several."""
    best: dict[Field, int] = {}
    for place, (field, sureness) in enumerate(found):
        if field is not None and (field not in best or sureness > found[best[field]][1]):
            best[field] = place
    return [
        idea if idea[0] is None or idea[0] in SEVERAL or best[idea[0]] == place else _NO_IDEA
        for place, idea in enumerate(found)
    ]
