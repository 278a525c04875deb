"""The canonical form and the digests that everything formal is bound to.

Each passage is hashed over its RFC 8785 form; a section and a whole text are hashed over the list of their passages'
digests. So a verifier that holds only digests can name the passage that differs, and one changed byte changes the
digest of the whole.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import rfc8785

from .passages import Document, Kind, Passage

PASSAGE_FORMAT = "tejido-passage-1"
SECTION_FORMAT = "tejido-section-1"
TEXT_FORMAT = "tejido-text-1"


class BadDocument(ValueError):
    """The data is not a text in our format; the message says where."""


def passage_to_data(passage: Passage) -> dict[str, Any]:
    """The plain data of a passage, ready for JSON."""
    return {
        "id": passage.id,
        "kind": passage.kind.value,
        "level": passage.level,
        "texts": dict(passage.texts),
        "attributes": dict(passage.attributes),
    }


def passage_from_data(data: Any) -> Passage:
    """The inverse of `passage_to_data`, strict: an unknown field or a wrong type is a BadDocument."""
    try:
        if set(data) != {"id", "kind", "level", "texts", "attributes"}:
            raise BadDocument(f"a passage has the fields {sorted(data)}")
        _only_strings(data["texts"])
        _only_strings(data["attributes"])
        if not isinstance(data["id"], str) or type(data["level"]) is not int:
            raise BadDocument("a passage has an id or level of the wrong type")
        passage = Passage.of(
            data["id"], Kind(data["kind"]), data["texts"], level=data["level"], attributes=data["attributes"]
        )
    except (TypeError, AttributeError, KeyError, ValueError) as problem:
        raise BadDocument(str(problem)) from problem
    if len(passage.texts) != len(data["texts"]):
        raise BadDocument(f"passage {passage.id} has an empty text")
    return passage


def _only_strings(mapping: Mapping[str, str]) -> None:
    for key, value in mapping.items():
        if not isinstance(key, str) or not isinstance(value, str):
            raise BadDocument(f"{key!r} is not a text")


def passage_digest(passage: Passage) -> str:
    """SHA-256, in hexadecimal, of the passage's canonical form."""
    return _hash({"format": PASSAGE_FORMAT, **passage_to_data(passage)})


def section_digest(passages: Iterable[Passage]) -> str:
    return _hash({"format": SECTION_FORMAT, "passages": [passage_digest(p) for p in passages]})


def digest_of_digests(digests: Iterable[str]) -> str:
    """The digest of a whole text from its passages' digests, in order."""
    return _hash({"format": TEXT_FORMAT, "passages": list(digests)})


def digest(document: Document) -> str:
    """SHA-256, in hexadecimal, of a whole text."""
    return digest_of_digests(passage_digest(p) for p in document)


def document_to_data(document: Document) -> dict[str, Any]:
    """The canonical file of a text: `{"format": ..., "passages": [...]}`."""
    return {"format": TEXT_FORMAT, "passages": [passage_to_data(p) for p in document]}


def document_from_data(data: Any) -> Document:
    """The inverse of `document_to_data`. BadDocument says what is wrong."""
    if not isinstance(data, dict) or data.get("format") != TEXT_FORMAT or not isinstance(data.get("passages"), list):
        raise BadDocument(f"this is not a text in the format {TEXT_FORMAT}")
    try:
        return Document.of(passage_from_data(item) for item in data["passages"])
    except ValueError as problem:
        raise BadDocument(str(problem)) from problem


# What an editor's program changes by itself: quotation marks, dashes and blanks.
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"})
_BLANKS = re.compile(r"\s+")


def substance(passage: Passage, languages: Iterable[str]) -> str:
    """The digest of what a passage says in the negotiated languages, blind to typography and blanks.

    Two versions of a passage with the same substance differ only in spacing, quotation marks, dashes or Unicode form,
    so that a position given on one still holds for the other.
    """
    said = {tag: _plain(passage.text(tag)) for tag in sorted(languages)}
    return _hash({"kind": passage.kind.value, "attributes": dict(passage.attributes), "texts": said})


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
    return _BLANKS.sub(" ", folded.replace('" ', '"').replace(' "', '"')).strip()


def _hash(data: Any) -> str:
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()
