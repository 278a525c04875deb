"""The names that carry ids through Word and LibreOffice: bookmarks, which both keep, and properties of the file.

A bookmark's name begins with "_" so that Word does not list it, and never spans paragraphs, for LibreOffice writes such
a one twice. Content controls would be the obvious carrier; LibreOffice 7.4 drops them, with text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tejido.engine.document import is_passage_id

_MARK = re.compile(r"_p_([0-9a-z]{1,24})(?:_([0-9]))?(?:_([0-9]{1,3}))?")
_IDENTITY = re.compile(r"tejido:([0-9A-Za-z_-]{1,64}):([0-9A-Za-z_-]{1,64}):([0-9a-f]{64})")
MOST_PARTS = 999  # paragraphs or rows of one passage that have a bookmark
PROPERTY = "tejido"  # the custom property that says what the core property `identifier` says
LANGUAGES = "tejido-languages"


@dataclass(frozen=True, slots=True)
class Mark:
    """Which part of which passage stands in a paragraph. `column` counts languages and `part` paragraphs, from 0."""

    id: str
    column: int = 0
    part: int = 0

    @property
    def name(self) -> str:
        return f"_p_{self.id}_{self.column}_{self.part}" if self.column or self.part else f"_p_{self.id}"


def mark_in(name: str) -> Mark | None:
    """The inverse of `Mark.name`; None for the bookmarks of others. Case does not count: programs change it."""
    found = _MARK.fullmatch(name.lower())
    if not found or not is_passage_id(found[1]):
        return None
    return Mark(found[1], int(found[2] or 0), int(found[3] or 0))


def identifier(text: str, revision: str, digest: str) -> str:
    return f"tejido:{text}:{revision}:{digest}"


def identity_in(identifier: str) -> tuple[str, str, str] | None:
    """Text, revision and digest in an identifier; None where it is not one of ours."""
    found = _IDENTITY.fullmatch(identifier.strip())
    return (found[1], found[2], found[3]) if found else None


def digest_mark(digest: str) -> str:
    """The bookmark on the title that names the revision where a program drops the properties."""
    return f"_r_{digest[:32]}"


def digest_in(name: str) -> str:
    """The beginning of a digest that a bookmark names, or an empty string."""
    found = re.fullmatch(r"_r_([0-9a-f]{32})", name.lower())
    return found[1] if found else ""
