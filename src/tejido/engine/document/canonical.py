"""The canonical form and the digests that everything formal is bound to.

Each passage is hashed over its RFC 8785 form; a section and a whole text are hashed over the list of their passages'
digests. So a verifier that holds only digests can name the passage that differs, and one changed byte changes the
digest of the whole.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import rfc8785

from .passages import Document, Kind, Passage

PASSAGE_FORMAT = "tejido-passage-1"
SECTION_FORMAT = "tejido-section-1"
TEXT_FORMAT = "tejido-text-1"

_FIELDS = {"id", "kind", "level", "texts", "attributes"}
_LEVELS = {Kind.HEADING: range(1, 7), Kind.ITEM: range(1, 100)}
_NO_LEVEL = range(1)
_SURROGATE = re.compile("[\ud800-\udfff]")


class BadDocument(ValueError):  # noqa: N818  # it names what is the case
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
    """The inverse of `passage_to_data`, strict: a BadDocument is an unknown field, a wrong type, a level that the kind
    cannot have, an empty text, and a character that no file can hold."""
    if not isinstance(data, dict) or set(data) != _FIELDS:
        raise BadDocument("a passage has the fields id, kind, level, texts and attributes")
    if not _is_text(data["id"]):
        raise BadDocument("a passage has no id")
    for name in ("texts", "attributes"):
        if not isinstance(data[name], dict) or not all(_is_text(part) for pair in data[name].items() for part in pair):
            raise BadDocument(f"passage {data['id']} has {name} that are not texts by name")
    if data["kind"] not in list(Kind):
        raise BadDocument(f"passage {data['id']} is of no known kind")
    if type(data["level"]) is not int or data["level"] not in _LEVELS.get(data["kind"], _NO_LEVEL):
        raise BadDocument(f"passage {data['id']} has a level that its kind cannot have")
    if not all(data["texts"].values()):
        raise BadDocument(f"passage {data['id']} has an empty text")
    return Passage.of(data["id"], Kind(data["kind"]), data["texts"], level=data["level"], attributes=data["attributes"])


def _is_text(value: Any) -> bool:
    """A string without the lone surrogates that JSON can spell and no file can hold."""
    return isinstance(value, str) and not _SURROGATE.search(value)


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
    """The inverse of `document_to_data`, strict: nothing stands beside what the digests cover. BadDocument says what is
    wrong."""
    if not isinstance(data, dict) or data.get("format") != TEXT_FORMAT:
        raise BadDocument(f"this is not a text in the format {TEXT_FORMAT}")
    if set(data) != {"format", "passages"} or not isinstance(data["passages"], list):
        raise BadDocument("a text has the fields format and passages, a list")
    try:
        return Document.of(passage_from_data(item) for item in data["passages"])
    except ValueError as problem:
        raise BadDocument(str(problem)) from problem


# What an editor's program changes by itself: quotation marks, dashes, blanks, dots and ligatures. The compatibility
# forms of Unicode would go too far: they make 102 of 10².
_TYPOGRAPHY = str.maketrans({
    **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛‹›", "'"), **dict.fromkeys("‐‑‒–—―", "-"),
    "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
})  # fmt: skip  # a table
_BLANKS = re.compile(r"\s+")
_QUOTE = re.compile(' ?" ?')  # French sets blanks inside its quotation marks


def substance(passage: Passage, languages: Iterable[str]) -> str:
    """The digest of what a passage says in the negotiated languages, blind to typography and blanks.

    Two versions of a passage with the same substance differ only in spacing, quotation marks, dashes or Unicode form,
    so that a position given on one still holds for the other.
    """
    said = {tag: _plain(passage.text(tag)) for tag in sorted(languages)}
    return _hash({"kind": passage.kind.value, "attributes": dict(passage.attributes), "texts": said})


def _plain(text: str) -> str:
    folded = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).translate(_TYPOGRAPHY)
    return _QUOTE.sub('"', folded).strip()


def _hash(data: Any) -> str:
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()
