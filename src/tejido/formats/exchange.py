"""Bundles and introductions of other nodes, read first where nothing is worth taking. The child process only says
whether the file is whole; who asked reads it again, with the same reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from tejido.engine.exchange import (
    BadBundle,
    BadBundleCode,
    read_acceptance,
    read_bundle,
    read_introduction,
    read_invitation,
)

from .frames import raise_refusal

READERS: Mapping[str, Callable[[bytes], Any]] = {
    "bundle": read_bundle,
    "introduction": read_introduction,
    "invitation": read_invitation,
    "acceptance": read_acceptance,
}


def to_bytes(format: str, raw: bytes) -> bytes:
    """What the child process answers."""
    try:
        READERS[format](raw)
    except BadBundle as problem:
        return json.dumps({"refused": problem.code, "at": problem.where}).encode()
    return b'{"whole": true}'


def raise_fault(answer: bytes) -> None:
    """The BadBundle or the BadFile in an answer raised. ValueError where it is no answer."""
    found = json.loads(answer)
    if not isinstance(found, dict):
        raise ValueError("this is no answer")  # the caller knows one kind of fault
    raise_refusal(found)
    if "refused" in found:
        raise BadBundle(BadBundleCode(found["refused"]), str(found["at"])[:200])
    if found != {"whole": True}:
        raise ValueError("this is no answer")
