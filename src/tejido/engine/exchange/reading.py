"""A file from outside to the bundle that it holds, or the one reason why it holds none. Nothing is repaired.

The order of the checks goes from the bytes to what they mean, so that each fault is found as what it is: a file that
was cut is no forgery. The signature is verified here, under the key that the file itself names; whether that key is
anybody's is judged elsewhere (`judging`).
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from tejido.engine.proof import (
    HEAD_PURPOSE,
    SIGNATURE_LENGTH,
    BadProof,
    signed_head_from_data,
    verify,
    verify_head,
)
from tejido.engine.proof.shapes import count, digest, encoded, fields, items, text

from .fields import data, matching, name, party, positive, utc
from .names import (
    FORMAT,
    INTRODUCTION_PURPOSE,
    PUBLIC,
    PURPOSE,
    SUCCESSION_PURPOSE,
    BadBundle,
    BadBundleCode,
)
from .values import Bundle, Content, SeenHead, SentHead

T = TypeVar("T")

BUNDLE_LIMIT = 24 * 1024 * 1024
"""Bytes of a file."""
MOST_DAYS = 400
"""Days for which a bundle may be good."""
_PURPOSES = (HEAD_PURPOSE, INTRODUCTION_PURPOSE, SUCCESSION_PURPOSE)
_FORMAT = re.compile(r"tejido-bundle/(0|[1-9]\d{0,5})", re.ASCII)
_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{12,40}", re.ASCII)
_KIND = re.compile(r"[a-z][a-z-]{0,39}", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){7}", re.ASCII)
_BODY = ("format", "id", "sender", "audience", "sequence", "previous", "made", "expires", "heads", "seen", "contents")


def read_bundle(raw: bytes, limit: int = BUNDLE_LIMIT) -> Bundle:
    """The bundle in a file of at most `limit` bytes, signed by the key that it names. Raises BadBundle."""
    found = data(raw, limit)
    try:
        whole = fields(found, ("body", "signature"), "")
        _format(whole["body"])
        bundle = _bundle(fields(whole["body"], _BODY, "body"))
        signature = encoded(whole["signature"], "signature", SIGNATURE_LENGTH)
    except BadProof as problem:
        raise BadBundle(BadBundleCode.SHAPE, problem.path) from problem
    _signed(bundle.sender.key, whole["body"], signature)
    _heads_hold(bundle)
    return bundle


## The body


def _format(body: Any) -> None:
    """Before the fields: another format has others."""
    said = body.get("format") if isinstance(body, dict) else None
    if said == FORMAT:
        return
    known = _FORMAT.fullmatch(said) if isinstance(said, str) else None
    if known is None:
        raise BadBundle(BadBundleCode.OTHER_FORMAT, "body.format")
    is_older = int(known[1]) < int(FORMAT.rpartition("/")[2])
    raise BadBundle(BadBundleCode.OLDER_FORMAT if is_older else BadBundleCode.NEWER_FORMAT, "body.format")


def _bundle(body: Any) -> Bundle:
    made, expires = utc(body["made"], "body.made"), utc(body["expires"], "body.expires")
    _lifetime(made, expires)
    sequence = positive(body["sequence"], "body.sequence")
    return Bundle(
        id=matching(body["id"], "body.id", _ID),
        sender=party(body["sender"], "body.sender"),
        audience=_audience(body["audience"]),
        sequence=sequence,
        previous=_previous(body["previous"], sequence),
        made=made,
        expires=expires,
        contents=_once(
            items(body["contents"], "body.contents", _content),
            lambda each: (each.kind, each.name),
            BadBundleCode.CONTENT_TWICE,
            "body.contents",
            is_needed=True,
        ),
        heads=_once(
            items(body["heads"], "body.heads", _head),
            lambda each: each.signed.head.tree,
            BadBundleCode.HEAD_TWICE,
            "body.heads",
        ),
        seen=items(body["seen"], "body.seen", lambda value, path: SeenHead(signed_head_from_data(value, path))),
    )


def _audience(value: Any) -> tuple[str, ...]:
    found = items(value, "body.audience", text)
    if found == (PUBLIC,):
        return found
    is_whole = bool(found) and all(_FINGERPRINT.fullmatch(each) for each in found)
    if not is_whole or list(found) != sorted(set(found)):
        raise BadBundle(BadBundleCode.BAD_AUDIENCE, "body.audience")
    return found


def _previous(value: Any, sequence: int) -> str:
    """The first bundle has none before it, and every other one has."""
    if (value is None) != (sequence == 1):
        raise BadBundle(BadBundleCode.BROKEN_CHAIN, "body.previous")
    return "" if value is None else digest(value, "body.previous")


def _lifetime(made: str, expires: str) -> None:
    lifetime = datetime.fromisoformat(expires) - datetime.fromisoformat(made)
    if lifetime <= timedelta(0):
        raise BadBundle(BadBundleCode.BAD_DATES, "body.expires")
    if lifetime > timedelta(days=MOST_DAYS):
        raise BadBundle(BadBundleCode.TOO_LONG_LIVED, "body.expires")


def _content(value: Any, path: str) -> Content:
    found = fields(value, ("kind", "name", "version", "digest", "data"), path)
    content = Content(
        matching(found["kind"], f"{path}.kind", _KIND),
        name(found["name"], f"{path}.name"),
        positive(found["version"], f"{path}.version"),
        found["data"],
    )
    if content.digest != digest(found["digest"], f"{path}.digest"):
        raise BadBundle(BadBundleCode.CONTENT_DIGEST, f"{path}.digest")
    return content


def _head(value: Any, path: str) -> SentHead:
    found = fields(value, ("head", "since", "proof"), path)
    proof = items(found["proof"], f"{path}.proof", digest)
    since = count(found["since"], f"{path}.since")
    return SentHead(
        signed_head_from_data(found["head"], f"{path}.head"), since, tuple(bytes.fromhex(each) for each in proof)
    )


def _once(
    found: tuple[T, ...], named: Callable[[T], object], code: BadBundleCode, path: str, *, is_needed: bool = False
) -> tuple[T, ...]:
    if is_needed and not found:
        raise BadBundle(BadBundleCode.NO_CONTENT, path)
    if len({named(each) for each in found}) != len(found):
        raise BadBundle(code, path)
    return found


## The signatures


def _signed(key: bytes, body: Any, signature: bytes) -> None:
    if verify(key, {"purpose": PURPOSE, "body": body}, signature):
        return
    if any(verify(key, {"purpose": other, "body": body}, signature) for other in _PURPOSES):
        raise BadBundle(BadBundleCode.OTHER_PURPOSE, "signature")
    raise BadBundle(BadBundleCode.FORGED, "signature")


def _heads_hold(bundle: Bundle) -> None:
    """The sender signed its own heads. Heads of others name another key, which is not in the file."""
    for place, sent in enumerate(bundle.heads):
        if not verify_head(sent.signed, bundle.sender.key):
            raise BadBundle(BadBundleCode.BAD_HEAD, f"body.heads.{place}")
