"""What a practice says, as a value and as bytes that anybody can hash again.

A content is a mapping. Every `Field` has its texts by language; `magnitude`, `grounds`, `groups`, `themes` and
`factors` hold codes; `initiative` the key of one of the member's own; `contact` the key of a seat. `proofs` are
mappings of `words`, `address`, `paper` (the key of a file), `name` and `digest`; `passages` of `text`, `slug`,
`edition`, `passage` and `title` (texts by language).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from tejido.engine.proof import canonical_digest

from .names import Field, Told

Content = Mapping[str, Any]
CODES = ("groups", "themes", "factors")


def empty_content() -> dict[str, Any]:
    """A practice of which nothing is told yet."""
    words: dict[str, Any] = {str(field): {} for field in Field}
    codes: dict[str, Any] = {name: [] for name in (*CODES, "proofs", "passages")}
    return words | codes | {"magnitude": "", "grounds": "", "initiative": "", "contact": ""}


def empty_adaptation() -> dict[str, Any]:
    words: dict[str, Any] = {str(field): {} for field in Told}
    return words | {"status": "planned", "initiative": ""}


def digest_of(content: Content) -> str:
    """SHA-256 over the RFC 8785 form of a content, or of what is told of an adaptation."""
    return canonical_digest(dict(content))


def languages_of(content: Content, fields: Iterable[str] = tuple(Field)) -> tuple[str, ...]:
    """The languages in which something is said, in the order of their first word."""
    return tuple(dict.fromkeys(tag for field in fields for tag, words in content.get(field, {}).items() if words))


def words_in(content: Content, language: str) -> dict[str, str]:
    """What a practice says in one language, by field."""
    return {str(field): content[field].get(language, "") for field in Field}


def facts_in(content: Content) -> dict[str, Any]:
    """What a practice says in codes."""
    names = ("contact", "magnitude", "initiative", "grounds", "groups", "themes", "factors")
    return {name: content[name] for name in names}


def adaptation_words_in(content: Content, language: str) -> dict[str, str]:
    return {str(field): content[field].get(language, "") for field in Told}


def review_digest(summary: str, recommendation: str, remarks: Mapping[str, str]) -> str:
    """Binds what a peer gave."""
    return digest_of({"summary": summary, "recommendation": recommendation, "remarks": dict(remarks)})
