"""Whether what a field is to say can be kept. Values come cleaned (`lines.cleaned`), never empty. What an area or an
institution is called is copied from its row, and not asked here."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tejido.ledger.refusals import Refusal
from tejido.mechanisms.names import TASKS, Rank
from tejido.risk.names import Factor
from tejido.web.dates import ends_before, span

from ..names import CODES, PLACED, Field, Level, No

PLACE = r"^[A-Z]{2}-[A-Z0-9]{1,3}\Z"  # ISO 3166-2
LONGEST = 4000  # letters of one text
MOST_LINES = 60


def is_sound(field: str, value: Any) -> Refusal | None:
    """Refused for a value of another shape, or with a code that is not in its list."""
    try:
        is_so = _SHAPES[Field(field)](value)
    except (AttributeError, KeyError, TypeError):  # not even of the kind that its shape asks about
        is_so = False
    return None if is_so else Refusal(No.UNSOUND, {"field": Field(field).label})


def _by_language(value: Mapping[str, str]) -> bool:
    return all(_is_words(words) and 0 < len(tag) <= 20 for tag, words in value.items())


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _lines(value: list[str]) -> bool:
    return isinstance(value, list) and len(value) <= MOST_LINES and all(map(_is_words, value))


def _codes(allowed: frozenset[str]) -> Callable[[Any], bool]:
    return lambda value: _lines(value) and len(set(value)) == len(value) and set(value) <= allowed


def _level(value: Mapping[str, str]) -> bool:
    place = value.get("place", "")
    is_placed = value["level"] in PLACED or not (place or value.get("place_name"))
    return value["level"] in Level.values and is_placed and (not place or bool(re.match(PLACE, place)))


def _dates(value: Mapping[str, str]) -> bool:
    since, until = value.get("since", ""), value.get("until", "")
    return all(span(day) for day in (since, until) if day) and not ends_before(until, since)


def _legal(value: Mapping[str, str]) -> bool:
    return value["rank"] in Rank.values and all(map(_is_words, value.values()))


def _passages(value: list[Mapping[str, str]]) -> bool:
    return len(value) <= MOST_LINES and all(_is_words(one["text"]) and _is_words(one["passage"]) for one in value)


def _statuses(value: list[Mapping[str, Any]]) -> bool:
    return all(one["state"] and span(one["since"]) is not None for one in value)


_SHAPES: Mapping[Field, Callable[[Any], bool]] = {
    Field.TITLE: _by_language,
    Field.SUMMARY: _by_language,
    Field.TYPE: _is_words,
    Field.LEVEL: _level,
    Field.GROUPS: _lines,
    Field.DATES: _dates,
    Field.STATUS: _statuses,
    Field.LEGAL: _legal,
    Field.PARTNERS: _lines,
    Field.BUDGET: _by_language,
    Field.TASKS: _codes(frozenset(TASKS)),
    Field.FACTORS: _codes(frozenset(Factor)),
    Field.PASSAGES: _passages,
    Field.GOALS: _codes(CODES),
    Field.RECOMMENDATIONS: _lines,
}
