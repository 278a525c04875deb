"""The passages that differ, by name: where they stand and how they begin, so that a person finds them in the text."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tejido.config.words import gettext as _
from tejido.engine.document import (
    Document,
    addresses,
    document_from_data,
    passage_digest,
    passage_from_data,
)
from tejido.engine.proof import Change, Difference

WORDS = 60  # characters of its beginning by which a passage is recognised

# In the canonical form the fields of a passage are sorted, so every passage begins with its attributes.
_BEGINNING = re.compile(rb'\{"attributes":')
_ID = re.compile(rb'"id":"([0-9a-z]{1,40})"')


@dataclass(frozen=True, slots=True)
class Named:
    """A passage that differs: how, its address in the text in hand ("" where unknown), its first words.

    `place` counts from 1 in the adopted text; 0 for a passage that was added.
    """

    id: str
    change: str
    address: str
    words: str
    place: int

    @property
    def sentence(self) -> str:
        values = {"id": self.id, "address": self.address or "?", "words": self.words or "…", "place": self.place}
        match self.change:
            case Change.CHANGED:
                return _("changed: passage %(id)s, at %(address)s, “%(words)s”") % values
            case Change.ADDED:
                return _("added: passage %(id)s, at %(address)s, “%(words)s”") % values
            case Change.MOVED:
                return _("moved: passage %(id)s, now at %(address)s, “%(words)s”") % values
            case Change.MISSING:
                return _("missing: passage %(id)s, number %(place)s of the adopted text") % values
            case _:
                return _("damaged: passage %(id)s, number %(place)s of the adopted text, “%(words)s”") % values

    def as_data(self) -> dict[str, Any]:
        told = {"change": self.change, "address": self.address, "words": self.words, "place": self.place}
        return {"passage": self.id, **told}


def named(differing: Sequence[Difference], adopted: Sequence[tuple[str, str]], text: bytes) -> list[Named]:
    """The differing passages with their addresses in the text in hand."""
    document = _document(text)
    where = addresses(document)
    places = _places(adopted)
    return [
        Named(
            item.passage,
            item.change.value,
            str(where[item.passage]) if item.passage in where else "",
            _beginning(document, item.passage),
            places.get(item.passage, 0),
        )
        for item in differing
    ]


def damaged(adopted: Sequence[tuple[str, str]], text: bytes) -> list[Named]:
    """The passages whose bytes do not give the adopted digest, found piece by piece in a text that cannot be read.

    A piece reaches from the beginning of one passage to that of the next. Where the damage hides an id, the passage is
    the adopted one that no other piece accounts for. Pieces with an id that was not adopted were added. Nothing can be
    said where nothing is known of what was adopted.
    """
    if not adopted:
        return []
    pieces = {_id(piece): piece for piece in _pieces(text)}
    digests, places = dict(adopted), _places(adopted)
    broken = [id for id, digest in adopted if _digest(pieces.get(id, b"")) != digest]
    added = [id for id in pieces if id and id not in digests]
    return [
        *(Named(id, "damaged", "", _words(pieces.get(id, b"")), places[id]) for id in broken),
        *(Named(id, Change.ADDED.value, "", _words(pieces[id]), 0) for id in added),
    ]


def _pieces(text: bytes) -> list[bytes]:
    starts = [match.start() for match in _BEGINNING.finditer(text)]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _places(adopted: Sequence[tuple[str, str]]) -> Mapping[str, int]:
    return {id: place for place, (id, _of_it) in enumerate(adopted, start=1)}


def _document(text: bytes) -> Document:
    try:
        return document_from_data(json.loads(text))
    except (ValueError, RecursionError):
        return Document.of([])


def _beginning(document: Document, id: str) -> str:
    if id not in document:
        return ""
    said = next((text for _tag, text in document.passage(id).texts), "")
    return said if len(said) <= WORDS else said[:WORDS] + "…"


def _id(piece: bytes) -> str:
    found = _ID.search(piece)
    return found[1].decode() if found else ""


def _digest(piece: bytes) -> str:
    """The digest of the passage that a piece begins with, or nothing where it is broken."""
    try:
        data, _end = json.JSONDecoder().raw_decode(piece.decode())
        return passage_digest(passage_from_data(data))
    except (ValueError, RecursionError):
        return ""


def _words(piece: bytes) -> str:
    """What can still be read of a damaged passage."""
    said = piece.decode(errors="replace").partition('"texts":{')[2].partition('":"')[2]
    return said[:WORDS].partition('"')[0]
