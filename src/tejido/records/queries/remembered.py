"""What a school said earlier of its headings and words."""

from collections.abc import Sequence
from dataclasses import replace

from tejido.formats.roster.coded import Meanings
from tejido.formats.roster.mapping import Mapping, headings_key
from tejido.formats.roster.suggesting import Suggestion, suggest
from tejido.formats.roster.values import Field
from tejido.registry.models import Body

from ..models import Remembered

MOST = 50  # files that are remembered at once


def suggestion_for(space: Body, header: Sequence[str], rows: Sequence[Sequence[object]]) -> Suggestion:
    """What the columns are: as the school said of these very headings, or of each of them in other files, else as the
    headings and the values suggest. Its words mean what they meant the last time."""
    known = list(Remembered.objects.filter(space=space)[:MOST])
    said: dict[str, str] = {}
    for row in reversed(known):
        said.update(row.fields)
    key = headings_key(header)
    exact: dict[str, str] = next((row.fields for row in known if row.headings == key), {})
    found = suggest(header, rows, {**said, **exact})
    told = next((Mapping.heard(row.told) for row in known if row.headings == key), None)
    most = told.out_of if told else None
    return replace(found, mapping=replace(found.mapping, meanings=_meanings(known), out_of=most))


def _meanings(known: Sequence[Remembered]) -> Meanings:
    found: dict[Field, dict[str, str]] = {}
    for row in reversed(known):
        for field, words in Mapping.heard(row.told).meanings.items():
            found.setdefault(field, {}).update(words)
    return found
