"""The pieces that bundles and introductions are made of, read strictly: BadProof names a field that has not its form,
BadBundle a fault that has a reason of its own."""

import json
import re
import unicodedata
from typing import Any

from tejido.engine.proof import BadProof, NotCanonical, is_key, read_strict, write_canonical
from tejido.engine.proof.shapes import choice, count, encoded, fields, instant, text

from .names import BadBundle, BadBundleCode, SenderKind
from .values import Party

KEY_LENGTH = 32
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)
_PARTY = ("kind", "name", "code", "key")


def data(raw: bytes, limit: int) -> Any:
    """The data of the one form; a final newline would be a second one."""
    try:
        data = read_strict(raw, limit)
    except NotCanonical as problem:
        code = BadBundleCode.TRAILING_BYTES if _goes_on(raw, problem) else BadBundleCode(problem.code.value)
        raise BadBundle(code) from problem
    written = write_canonical(data)
    if written != raw:
        is_longer = raw.startswith(written)
        raise BadBundle(BadBundleCode.TRAILING_BYTES if is_longer else BadBundleCode.NOT_CANONICAL)
    return data


def _goes_on(raw: bytes, problem: NotCanonical) -> bool:
    """Whether whole JSON stands at the beginning, and something else after it."""
    cause = problem.__cause__
    return isinstance(cause, json.JSONDecodeError) and cause.msg == "Extra data" and raw[:1] == b"{"


def party(value: Any, path: str) -> Party:
    found = fields(value, _PARTY, path)
    return Party(
        choice(found["kind"], f"{path}.kind", SenderKind),
        name(found["name"], f"{path}.name"),
        matching(found["code"], f"{path}.code", _CODE),
        key(found["key"], f"{path}.key"),
    )


def key(value: Any, path: str) -> bytes:
    """A public key in its only form, that only one holder signs for."""
    key = encoded(value, path, KEY_LENGTH)
    if not is_key(key):
        raise BadBundle(BadBundleCode.BAD_KEY, path)
    return key


def name(value: Any, path: str) -> str:
    """A name in the one spelling of Unicode that all compare alike, without signs that nobody sees."""
    said = text(value, path)
    if unicodedata.normalize("NFC", said) != said or any(unicodedata.category(sign)[0] == "C" for sign in said):
        raise BadBundle(BadBundleCode.UNICODE_TWIN, path)
    if not said or len(said) > 200 or said != " ".join(said.split()):
        raise BadProof(path)
    return said


def matching(value: Any, path: str, pattern: re.Pattern[str]) -> str:
    """A code of plain letters. One that only looks like it, as with a Cyrillic letter, is a twin."""
    said = text(value, path)
    if not said.isascii():
        raise BadBundle(BadBundleCode.UNICODE_TWIN, path)
    if not pattern.fullmatch(said):
        raise BadProof(path)
    return said


def positive(value: Any, path: str) -> int:
    if not (number := count(value, path)):
        raise BadProof(path)
    return number


def utc(value: Any, path: str) -> str:
    """An instant in the one form that `rfc3339` gives, so that two can be compared as texts."""
    said = instant(value, path)
    if not said.endswith("Z") or "." in said:
        raise BadProof(path)
    return said
