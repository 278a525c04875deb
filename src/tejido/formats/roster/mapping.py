"""Which column of a list is what, and what its words and its days mean: decided by a person, and remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace
from typing import Any

from .coded import CODED, Meanings, code_of
from .days import Order, is_ambiguous, order_of
from .documents import Paper
from .headings import paper_in, squeezed
from .values import Field
from .words import MeaningOfM, meaning_of_m, plain

SEVERAL = frozenset({Field.GIVEN, Field.FAMILY})  # fields that may stand in several columns, joined in their order


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column is, and what was decided for values that can mean two things.

    `fields` has as many places as the file has columns; None is a column that is left out. `paper` is the document that
    the heading names, for rows that do not name theirs. `out_of` is the highest mark, for marks that do not say it.
    `meanings` is what words of the school mean that no table knows.
    """

    fields: tuple[Field | None, ...]
    order: Order = Order.UNDECIDED
    m: MeaningOfM = MeaningOfM.UNDECIDED
    paper: Paper = Paper.NATIONAL
    out_of: int | None = None
    meanings: Meanings = field(default_factory=dict)

    def at(self, wanted: Field) -> int | None:
        """The column of a field, from 0; None where the file has none."""
        return next(iter(self.all_at(wanted)), None)

    def all_at(self, wanted: Field) -> tuple[int, ...]:
        return tuple(place for place, found in enumerate(self.fields) if found == wanted)

    def has(self, wanted: Field) -> bool:
        return wanted in self.fields

    def told(self) -> dict[str, Any]:
        """The mapping as JSON knows it."""
        return {
            "fields": [each and str(each) for each in self.fields],
            "order": str(self.order),
            "m": str(self.m),
            "paper": str(self.paper),
            "out_of": self.out_of,
            "meanings": {str(of): dict(words) for of, words in self.meanings.items()},
        }

    @classmethod
    def heard(cls, told: Table[str, Any]) -> Mapping:
        """The mapping that `told` told. ValueError and KeyError where it is none."""
        return cls(
            tuple(Field(each) if each else None for each in told["fields"]),
            Order(told["order"]),
            MeaningOfM(told["m"]),
            Paper(told["paper"]),
            told["out_of"] and int(told["out_of"]),
            {
                Field(of): {str(word): str(code) for word, code in words.items()}
                for of, words in told["meanings"].items()
            },
        )


def headings_key(header: Sequence[str]) -> str:
    """The set of headings as a digest: the same in whatever order they stand, with or without accents."""
    names = sorted({squeezed(heading) for heading in header} - {""})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


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


def unknown_words(mapping: Mapping, columns: Sequence[Sequence[object]]) -> dict[Field, list[str]]:
    """The words of coded columns that nobody knows, as they stand, each once: they have to be asked for."""
    found: dict[Field, list[str]] = {}
    for of in CODED:
        place = mapping.at(of)
        values = () if place is None else columns[place]
        there = {plain(value): str(value).strip() for value in values if plain(value)}
        asked = [said for said in there.values() if code_of(of, said, mapping.meanings, mapping.m) is None]
        if asked:
            found[of] = asked
    return found
