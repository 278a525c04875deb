"""What a field says: its shape, the keys by which it is filtered, its words for the search, its bytes for the digest.

| field | shape |
|---|---|
| title, summary, budget | words by language: {"es": ...} |
| type | key of a term |
| groups | keys of terms |
| area | {"key", "kind", "name"}: a copy of what the area was called |
| institution | {"key", "code", "name"}: likewise |
| level | {"level", "place", "place_name"} |
| dates | {"since", "until"}, each as exact as the source |
| status | [{"state", "since", "reason", "source"}], the oldest first |
| legal | {"rank", "title", "number", "address", "language"} |
| partners, recommendations | lines of words |
| tasks, factors, goals | codes |
| passages | [{"text": key, "passage": id}] |
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tejido.engine.proof import canonical_digest

from .names import Field

if TYPE_CHECKING:
    from .models import Area

BY_LANGUAGE = frozenset({Field.TITLE, Field.SUMMARY, Field.BUDGET})
LINES = frozenset({Field.PARTNERS, Field.RECOMMENDATIONS})


def cleaned(value: Any) -> Any:
    """A value without what is empty in it; None where nothing is left."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        kept = {name: cleaned(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part is not None} or None
    if isinstance(value, (list, tuple)):
        return [part for part in map(cleaned, value) if part is not None] or None
    return value


def facets(field: str, value: Any) -> str:
    """The keys by which the field is filtered, each between bars: "|risk|training|"."""
    keys = [key for key in _keys(field, value) if key]
    return f"|{'|'.join(keys)}|" if keys else ""


def facet(key: str) -> str:
    """How a key stands among others, for a search that finds no part of a longer one."""
    return f"|{key}|"


def _keys(field: str, value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    match field:
        case Field.TYPE:
            return (value,)
        case Field.GROUPS | Field.TASKS | Field.FACTORS | Field.GOALS:
            return list(value)
        case Field.AREA:
            return value["kind"], value["key"]
        case Field.INSTITUTION:
            return value["key"], value["code"]
        case Field.LEVEL:
            return value["level"], value.get("place", "")
        case Field.STATUS:
            return (value[-1]["state"],)
        case Field.PASSAGES:
            return [f"{one['text']}/{one['passage']}" for one in value]
    return ()


def folded(field: str, value: Any) -> str:
    """The words of the field in small letters without accents, in one fixed order."""
    return fold(" ".join(_words(field, value)))


def fold(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def _words(field: str, value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    if field in BY_LANGUAGE:
        return [value[tag] for tag in sorted(value)]
    if field in LINES:
        return list(value)
    match field:
        case Field.AREA | Field.INSTITUTION:
            return [value["name"][tag] for tag in sorted(value["name"])]
        case Field.LEVEL:
            return (value.get("place_name", ""),)
        case Field.LEGAL:
            return value.get("title", ""), value.get("number", "")
        case Field.STATUS:
            return [words for one in value for words in one.get("reason", {}).values()]
    return ()


def digest_of(field: str, value: Any) -> str:
    """SHA-256, in hexadecimal digits, of the field with what it says in the canonical form of JSON."""
    return canonical_digest({"field": str(field), "value": value})


def shown_of(area: Area) -> dict[str, Any]:
    """What others are shown of an area once it is released."""
    said: dict[str, Any] = {"key": area.key, "kind": str(area.kind), "name": area.name}
    return said | ({"institution": area.institution.name} if area.institution else {})
