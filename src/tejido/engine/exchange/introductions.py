"""Introductions: who a node is, before its first bundle; and a new key, vouched for by the old one."""

from typing import Any

from tejido.engine.proof import SIGNATURE_LENGTH, BadProof, verify
from tejido.engine.proof.shapes import encoded, fields, text

from .fields import data, key, party, utc
from .names import INTRODUCTION_FORMAT, INTRODUCTION_PURPOSE, SUCCESSION_PURPOSE, BadBundle, BadBundleCode
from .values import Introduction

INTRODUCTION_LIMIT = 64 * 1024
"""Bytes of a file."""


def read_introduction(raw: bytes, limit: int = INTRODUCTION_LIMIT) -> Introduction:
    """The introduction in a file, signed by the key that it names and, where it replaces one, by that one as well.
    Raises BadBundle."""
    read = data(raw, limit)
    try:
        whole = fields(read, ("body", "signature", "succession"), "")
        found = fields(whole["body"], ("format", "party", "address", "made", "replaced"), "body")
        if found["format"] != INTRODUCTION_FORMAT:
            raise BadBundle(BadBundleCode.OTHER_FORMAT, "body.format")
        introduction = Introduction(
            party(found["party"], "body.party"),
            text(found["address"], "body.address"),
            utc(found["made"], "body.made"),
            b"" if found["replaced"] is None else key(found["replaced"], "body.replaced"),
        )
        own = encoded(whole["signature"], "signature", SIGNATURE_LENGTH)
        theirs = _succession(whole["succession"], introduction.replaced)
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    body = whole["body"]
    _verified(introduction.party.key, INTRODUCTION_PURPOSE, body, own)
    if introduction.replaced:
        _verified(introduction.replaced, SUCCESSION_PURPOSE, body, theirs)
    return introduction


def _succession(value: Any, replaced: bytes) -> bytes:
    if not replaced:
        if value is not None:
            raise BadProof("succession")
        return b""
    return encoded(value, "succession", SIGNATURE_LENGTH)


def _verified(key: bytes, purpose: str, body: Any, signature: bytes) -> None:
    if not verify(key, {"purpose": purpose, "body": body}, signature):
        raise BadBundle(BadBundleCode.FORGED, "signature" if purpose == INTRODUCTION_PURPOSE else "succession")
