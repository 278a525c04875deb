"""Which column of a list is what, suggested from its headings and its values.

Method. A column is first what the school said the last time, else what its whole heading names, else what a word in it
names, else what its values look like. Where the values contradict the heading and agree with another field, they win:
"Estado" over "Aprobado" is a result, over "Jalisco" a province. Then each field goes to the column that is surest of
it; the given and the family names alone may stand in several. What can mean two things (day or month first, an M) is
decided from the values or left undecided, and asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass

from .days import Order, day_of, is_ambiguous
from .documents import number_of
from .headings import Sureness, field_of, is_account, squeezed
from .mapping import SEVERAL, Mapping, decided
from .measures import minutes_of, score_of
from .values import Field
from .words import plain, result_of, sex_of

_COLUMN = re.compile(r"(?:columna|column|coluna|colonne)?\d*")  # a heading that says nothing
_MOST = 0.8  # of the values that are there have to look like a field
_SAMPLE = 200  # values of a column that are looked at
_LEAST_FIGURES = 5  # of a document's number


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping, and how sure each of its columns is."""

    mapping: Mapping
    sureness: tuple[Sureness, ...]


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
    mapping = decided(Mapping(tuple(named for named, _ in found)), header, columns)
    return Suggestion(mapping, tuple(sureness for _, sureness in found))


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
    named, sureness = field_of(heading)
    there = _there(values)
    if named is None or not there or _looks(named, there):
        return named, sureness
    other = next(
        (other for other in _LOOKS if other != named and other in _READ_BY_WORDS and _looks(other, there)), None
    )
    if other is not None:
        return other, Sureness.LIKELY
    if name == "estado":
        return Field.PROVINCE, Sureness.LIKELY
    return named, min(sureness, Sureness.LIKELY)


def _there(values: Sequence[object]) -> list[object]:
    """The values that say something, as many as are looked at."""
    return [value for value in values if plain(value)][:_SAMPLE]


def _looks(named: Field, values: Sequence[object]) -> bool:
    """Whether most values could be of the named; of a named that says nothing about its values they all could."""
    is_one = _LOOKS.get(named)
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
_READ_BY_WORDS = (Field.DAY, Field.RESULT, Field.SEX)  # values that no other named has
_BY_LOOK: tuple[tuple[Field, Callable[[object], bool]], ...] = (
    (Field.DOCUMENT, _is_document), (Field.NAME, _is_name), (Field.DAY, _is_day), (Field.SEX, _LOOKS[Field.SEX]),
)  # fmt: skip  # one table, read as one


def _one_name(header: Sequence[str], found: Sequence[_Idea]) -> list[_Idea]:
    """A "Nombre" beside "Apellido" is the given name, "Nom" beside "Prénom" the family name."""
    fields = {named for named, _ in found}
    ideas = list(found)
    for place, (named, sureness) in enumerate(found):
        if named == Field.NAME and sureness != Sureness.REMEMBERED:
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
    document = next((place for place, (named, _) in enumerate(ideas) if named == Field.DOCUMENT), None)
    if document is not None and not _there(columns[document]) and _there([cell for each in columns for cell in each]):
        ideas[document], document = _NO_IDEA, None  # Moodle writes the column of its ID numbers, filled or not
    if document is None:
        ideas = _with_account(header, columns, ideas)
    for named, is_one in _BY_LOOK:
        fields = {known for known, _ in ideas}
        if named in fields or (named == Field.NAME and fields & SEVERAL):
            continue
        for place, idea in enumerate(ideas):
            there = _there(columns[place])
            nothing_said = idea == _NO_IDEA and _COLUMN.fullmatch(squeezed(header[place]))
            if nothing_said and there and sum(map(is_one, there)) >= _MOST * len(there):
                ideas[place] = (named, Sureness.GUESSED)
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
    """Each named at the column that is surest of it, the first of several; names may stand in several."""
    best: dict[Field, int] = {}
    for place, (named, sureness) in enumerate(found):
        if named is not None and (named not in best or sureness > found[best[named]][1]):
            best[named] = place
    return [
        idea if idea[0] is None or idea[0] in SEVERAL or best[idea[0]] == place else _NO_IDEA
        for place, idea in enumerate(found)
    ]
