"""An adopted edition as it travels: the text in all its languages, the record that proves it, its pictures, and the
editions before it."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.engine.document import BadDocument, Document, document_from_data, document_to_data
from tejido.engine.proof import BadProof, record_from_data, rfc3339, verify_record
from tejido.engine.proof.shapes import count, digest, fields, instant, items, text, texts, word
from tejido.formats.word import Image

from .values import BadContent

_FIELDS = (
    "slug", "title", "negotiated", "number", "sealed", "text", "record", "pictures", "lineage", "is_demonstration",
)  # fmt: skip  # one list
_MEDIA_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class Ancestor:
    """An edition before this one."""

    number: int
    digest: str
    sealed: str


@dataclass(frozen=True, slots=True)
class EditionData:
    slug: str
    title: Mapping[str, str]
    negotiated: str
    number: int
    sealed: datetime
    document: Document
    record: Mapping[str, Any]
    images: tuple[Image, ...]
    lineage: tuple[Ancestor, ...]
    is_demonstration: bool


def to_data(edition: EditionData) -> dict[str, Any]:
    pictures = [
        {"digest": each.digest, "media_type": each.media_type, "data": base64.b64encode(each.data).decode()}
        for each in edition.images
    ]
    lineage = [{"number": each.number, "digest": each.digest, "sealed": each.sealed} for each in edition.lineage]
    return {
        "slug": edition.slug,
        "title": dict(edition.title),
        "negotiated": edition.negotiated,
        "number": edition.number,
        "sealed": rfc3339(edition.sealed),
        "text": document_to_data(edition.document),
        "record": dict(edition.record),
        "pictures": pictures,
        "lineage": lineage,
        "is_demonstration": edition.is_demonstration,
    }


def from_data(data: Any, name: str, version: int, keys: Sequence[str]) -> EditionData:
    """The inverse, strict. `keys` are those of the sender, in text form or as fingerprints: one of them signed the
    head under which the adoption stands. BadContent names what is not so."""
    try:
        found = fields(data, _FIELDS, "data")
        edition = EditionData(
            slug=word(found["slug"], "slug"),
            title=dict(texts(found["title"], "title")),
            negotiated=word(found["negotiated"], "negotiated"),
            number=count(found["number"], "number"),
            sealed=datetime.fromisoformat(instant(found["sealed"], "sealed")),
            document=document_from_data(found["text"]),
            record=found["record"],
            images=items(found["pictures"], "pictures", _image),
            lineage=items(found["lineage"], "lineage", _ancestor),
            is_demonstration=_flag(found["is_demonstration"], "is_demonstration"),
        )
    except BadProof as problem:
        raise BadContent(problem.path) from problem
    except BadDocument as problem:
        raise BadContent("text") from problem
    _is_whole(edition, name, version)
    _is_proved(edition, found["text"], keys)
    return edition


def _is_whole(edition: EditionData, name: str, version: int) -> None:
    if (edition.slug, edition.number) != (name, version) or not edition.number:
        raise BadContent("number")
    if not any(edition.title.values()):
        raise BadContent("title")
    if edition.negotiated not in edition.document.languages:
        raise BadContent("negotiated")
    if [each.number for each in edition.lineage] != list(range(1, edition.number)):
        raise BadContent("lineage")


def _is_proved(edition: EditionData, text: Any, keys: Sequence[str]) -> None:
    """The record is of this text and signed by the sender, not by anybody who has a key of his own."""
    if not any(verify_record(edition.record, text, key).is_trusted for key in keys):
        raise BadContent("record")
    said = record_from_data(edition.record).body.text
    if (said.slug, said.edition, said.negotiated) != (edition.slug, edition.number, edition.negotiated):
        raise BadContent("record")


def _image(value: Any, path: str) -> Image:
    found = fields(value, ("digest", "media_type", "data"), path)
    said = digest(found["digest"], f"{path}.digest")
    try:
        raw = base64.b64decode(text(found["data"], f"{path}.data"), validate=True)
    except ValueError as problem:
        raise BadProof(f"{path}.data") from problem
    if found["media_type"] not in _MEDIA_TYPES or hashlib.sha256(raw).hexdigest() != said:
        raise BadProof(path)
    return Image(said, found["media_type"], raw)


def _ancestor(value: Any, path: str) -> Ancestor:
    found = fields(value, ("number", "digest", "sealed"), path)
    return Ancestor(
        count(found["number"], f"{path}.number"),
        digest(found["digest"], f"{path}.digest"),
        instant(found["sealed"], f"{path}.sealed"),
    )


def _flag(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise BadProof(path)
    return value
