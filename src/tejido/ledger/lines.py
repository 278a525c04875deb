"""What a line is when it is hashed: its canonical bytes, and the seal over what people wrote."""

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from tejido.engine.proof import read_canonical, rfc3339

from .models import Line

LINE_FORMAT = "tejido-line-1"


def canonical(line: Line) -> bytes:
    """The bytes of a line that are hashed, in RFC 8785 form."""
    return _bytes(line, seal(bytes(line.salt), line.details) if line.details else "")


def is_whole(line: Line) -> bool:
    """Whether the fields are still those that were hashed. Of erased details the seal is left, in the bytes."""
    kept = bytes(line.canonical)
    try:
        return kept == canonical(line) or (line.details is None and kept == _bytes(line, read_canonical(kept)["seal"]))
    except (ValueError, TypeError, KeyError):  # bytes or fields that no act ever wrote
        return False


def _bytes(line: Line, sealed: str) -> bytes:
    return rfc8785.dumps(
        {
            "format": LINE_FORMAT,
            "tree": line.tree_id,
            "place": line.place,
            "act": str(line.act),
            "at": rfc3339(line.at),
            "office": line.office,
            "seat": line.seat,
            "mandate": line.mandate,
            "kind": line.kind,
            "object": line.object,
            "facts": line.facts,
            "seal": sealed,
        }
    )


def seal(salt: bytes, details: Mapping[str, Any]) -> str:
    """The salted digest of what people wrote: without the salt nobody can guess short texts from it."""
    return hashlib.sha256(salt + rfc8785.dumps(dict(details))).hexdigest()
