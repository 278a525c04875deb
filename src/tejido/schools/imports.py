"""A file of populations to train, row by row: what it would write down, and what is wrong with it.

The names of the columns are codes and the same in every language; a cell holds a code, or its word in any language of
the interface. A population is known by its dimensions, so that a file can be handed in again: what says the same
changes nothing.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext as _

from tejido.formats.sheet import Cell, Sheet
from tejido.nominations.names import Sex
from tejido.training.names import Officials

from . import rules
from .commands import Number
from .names import Level
from .queries.files import Known
from .queries.targets import Population

SHEET = "populations"
COLUMNS = ("year", "institution", "cadre", "level", "sex", "province", "number", "source")
STATES = ("refused", "new", "changed", "unchanged")
CODES: Mapping[str, type[TextChoices]] = {"cadre": Officials, "level": Level, "sex": Sex}
MOST, GREATEST, LONGEST = 5000, 100_000_000, {"institution": 80, "source": 300}


class Wrong(Exception):  # noqa: N818  # a fault of the file, not of the program
    """What is wrong with a row, in a sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: `state` is one of STATES, `before` the number that it would take the place of."""

    number: int
    state: str
    problem: str = ""
    said: Number | None = None
    before: int | None = None
    cells: tuple[str, ...] = ()


def rows_of(sheets: Iterable[Sheet], known: Known) -> list[Row]:
    """Every row of the table of populations. Wrong where the file has none, or too many rows."""
    found: list[Row] = []
    seen: dict[Population, int] = {}
    for number, record in _table(sheets).records():
        if len(found) == MOST:
            raise Wrong(_("The file has more than %(most)s rows. Split it and try again.") % {"most": MOST})
        found.append(_row(number, record, known, seen))
    return found


def _table(sheets: Iterable[Sheet]) -> Sheet:
    """The first table with a year and a number."""
    for sheet in sheets:
        if {"year", "number"} <= set(sheet.header):
            return sheet
    raise Wrong(
        _("There is no table with the columns “year” and “number” in this file. Take the template and fill it in.")
    )


def _row(number: int, record: Mapping[str, Cell], known: Known, seen: dict[Population, int]) -> Row:
    cells = tuple(text_of(record.get(name)) for name in COLUMNS)
    try:
        population = _population(record, known)
        if population in seen:
            raise Wrong(
                _("Row %(row)s tells of the same population. Take one of them out.") % {"row": seen[population]}
            )
        seen[population] = number
        standing = known.targets.get(population)
        said = Number(
            population,
            _whole("number", record, 0, GREATEST),
            _words("source", record),
            standing.key if standing else "",
        )
    except Wrong as problem:
        return Row(number, "refused", str(problem), cells=cells)
    is_same = rules.changes_number(standing, said.number, said.source) is not None
    state = "unchanged" if is_same else "changed" if standing else "new"
    return Row(number, state, said=said, before=standing.number if standing else None, cells=cells)


def _population(record: Mapping[str, Cell], known: Known) -> Population:
    province = text_of(record.get("province")).upper()
    if refusal := rules.is_population(known.member, province):
        raise Wrong(refusal.sentence)
    coded = {name: _code(name, record) for name in CODES}
    return Population(_whole("year", record, 2000, 2199), _words("institution", record), province=province, **coded)


def text_of(cell: Cell) -> str:
    """A cell as it was meant: numbers without a fraction that the program made up."""
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _words(name: str, record: Mapping[str, Cell]) -> str:
    words = text_of(record.get(name))
    if len(words) > LONGEST[name]:
        raise Wrong(_("Column %(column)s: %(most)s signs at most.") % {"column": name, "most": LONGEST[name]})
    return words


def _whole(name: str, record: Mapping[str, Cell], least: int, most: int) -> int:
    words = text_of(record.get(name))
    if not (words.isascii() and words.isdigit() and len(words) <= 9 and least <= int(words) <= most):
        said: dict[str, Any] = {"column": name, "value": words or "–", "least": least, "most": most}
        raise Wrong(_("Column %(column)s: “%(value)s” is no whole number from %(least)s to %(most)s.") % said)
    return int(words)


def _code(name: str, record: Mapping[str, Cell]) -> str:
    words = text_of(record.get(name))
    if not words:
        return ""
    found = _codes(name).get(_fold(words))
    if found is None:
        allowed = ", ".join(CODES[name].values)
        said = {"column": name, "value": words, "allowed": allowed}
        raise Wrong(_("Column %(column)s: “%(value)s” is not among what can be chosen: %(allowed)s.") % said)
    return found


@cache
def _codes(name: str) -> Mapping[str, str]:
    """Codes by themselves and by their words in every language of the interface."""
    found = {_fold(code): code for code in CODES[name].values}
    for tag, _name in settings.LANGUAGES:
        with translation.override(tag):
            found |= {_fold(str(one.label)): one.value for one in CODES[name]}
    return found


def _fold(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
