"""JSON and base64url that mean one thing only, and values of the right kind in them."""

from __future__ import annotations

import base64
import binascii
import json
import unicodedata
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

from .faults import Fault, Unfit

LONGEST = 2000  # signs of an address
_BLANK = {"\t", "\n", "\r"}


def read_object(raw: bytes) -> dict[str, Any]:
    """A JSON object. Unfit where a name occurs twice in an object, or it is none."""
    try:
        found = json.loads(raw.decode(), object_pairs_hook=_pairs, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise Unfit(Fault.NOT_A_TOKEN) from problem
    if not isinstance(found, dict):
        raise Unfit(Fault.NOT_A_TOKEN)
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unfit(Fault.TWICE)
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def from_base64url(text: str) -> bytes:
    """The bytes of base64url without padding, in its only form. ValueError otherwise."""
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as problem:
        raise ValueError("not base64url") from problem
    if to_base64url(found) != text:
        raise ValueError("not the only form of these bytes")
    return found


def to_base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


## Values


def section(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """An object in an object; empty where it is not there."""
    found = values.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unfit(Fault.BAD_CLAIM, name)
    return found


def text(values: Mapping[str, Any], name: str, most: int) -> str:
    """A text of at most so many signs, without signs that nobody writes; empty where it is not there."""
    found = values.get(name)
    if found is None:
        return ""
    if not isinstance(found, str) or len(found) > most or any(map(_is_unwritten, found)):
        raise Unfit(Fault.BAD_CLAIM, name)
    return found


def title(values: Mapping[str, Any], name: str, most: int) -> str:
    """Words that are shown: shortened where they are long, and on one line."""
    found = values.get(name)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise Unfit(Fault.BAD_CLAIM, name)
    return " ".join("".join(sign for sign in found if not _is_unwritten(sign)).split())[:most]


def _is_unwritten(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign not in _BLANK


def texts(values: Mapping[str, Any], name: str, most: int) -> tuple[str, ...]:
    """A list of texts; empty where it is not there."""
    found = values.get(name)
    if found is None:
        return ()
    if not isinstance(found, list) or len(found) > most or not all(isinstance(each, str) for each in found):
        raise Unfit(Fault.BAD_CLAIM, name)
    return tuple(found)


def truth(values: Mapping[str, Any], name: str, *, otherwise: bool) -> bool:
    """Some platforms write yes and no as texts."""
    found = values.get(name)
    if found is None:
        return otherwise
    if found not in (True, False, "true", "false"):
        raise Unfit(Fault.BAD_CLAIM, name)
    return found in (True, "true")


def address(values: Mapping[str, Any], name: str) -> str:
    """The address of a page or a service; empty where it is not there."""
    found = text(values, name, LONGEST)
    if found and not origin(found):
        raise Unfit(Fault.BAD_CLAIM, name)
    return found


def origin(address: str) -> str:
    """Scheme, host and port of an http or https address, in lower case, without a port that goes without saying; empty
    for all else, also where somebody's name or a blank stands in it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    is_plain = address.isascii() and not set(address) & set(" \t\r\n\\") and "@" not in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or not is_plain:
        return ""
    usual = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + ("" if port in {None, usual} else f":{port}")
