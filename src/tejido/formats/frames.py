"""A request and its answer as bytes: one line of JSON, then the bytes of files one after the other. Nothing in them can
be run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from tejido.engine.document import document_from_data, document_to_data

from .bad_file import BadFile, Code
from .word import Image, Notice, NoticeCode, Reading

_MEDIA_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def request_to_bytes(format: str, language: str, raw: bytes) -> bytes:
    """What the parent asks: to read `raw`, a text in one language and format."""
    return _line({"format": format, "language": language}) + raw


def request_from_bytes(data: bytes) -> tuple[str, str, bytes]:
    """The inverse of `request_to_bytes`."""
    head, _, raw = data.partition(b"\n")
    asked = json.loads(head)
    return asked["format"], asked["language"], raw


def reading_to_parts(reading: Reading) -> list[bytes]:
    """The answer to a file that was read, in pieces, so that images need not be copied."""
    head = {
        "document": document_to_data(reading.document),
        "images": [[image.media_type, len(image.data)] for image in reading.images],
        "notices": [[notice.code, notice.where, notice.values] for notice in reading.notices],
    }
    return [_line(head), *(image.data for image in reading.images)]


def refusal_to_bytes(problem: BadFile) -> bytes:
    """The answer to a file that cannot be read."""
    return _line({"bad": problem.code, "where": problem.where, "values": problem.values})


def reading_from_bytes(data: bytes) -> Reading:
    """The reading in an answer, or the BadFile in it raised. ValueError where it is no answer; nothing in it is
    trusted.
    """
    head, _, rest = data.partition(b"\n")
    try:
        answer = json.loads(head)
        raise_refusal(answer)
        notices = tuple(_notices(answer["notices"]))
        return Reading(document_from_data(answer["document"]), tuple(_images(answer["images"], rest)), notices)
    except (KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError("this is no answer") from problem


def raise_refusal(answer: Any) -> None:
    """The BadFile in an answer raised, if it is one."""
    if "bad" in answer:
        values: dict[str, Any] = _values(answer["values"].items())
        raise BadFile(Code(answer["bad"]), _text(answer["where"]), **values)


def _images(described: Iterable[tuple[str, int]], data: bytes) -> Iterator[Image]:
    """The images whose bytes follow one another, each with the digest that it really has."""
    place = 0
    for media_type, length in described:
        image = data[place : place + length]
        if media_type not in _MEDIA_TYPES or length < 1 or len(image) < length:
            raise ValueError("an image is not as described")
        place += length
        yield Image(hashlib.sha256(image).hexdigest(), media_type, image)


def _notices(described: Iterable[tuple[str, str, Iterable[tuple[str, Any]]]]) -> Iterator[Notice]:
    for code, where, values in described:
        yield Notice(NoticeCode(code), _text(where), tuple(_values(values).items()))


def _values(pairs: Iterable[tuple[Any, Any]]) -> dict[str, str | int]:
    return {_text(name): value if isinstance(value, int) else _text(value) for name, value in pairs}


def _text(value: Any) -> str:
    """A text without the lone surrogates that JSON can spell and no database can hold. ValueError or TypeError else."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.20} is not a text")
    value.encode()
    return value


def _line(head: dict[str, Any]) -> bytes:
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
