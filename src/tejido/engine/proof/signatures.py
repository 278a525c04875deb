"""Ed25519 (RFC 8032) over canonical JSON, each signature in a domain of its own.

No other algorithm is known here, so none can be swapped in.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tejido.engine.document.ids import ALPHABET

from .canonical import write_canonical

KEY_LENGTH = 32
SIGNATURE_LENGTH = 64
_FINGERPRINT_BITS = 160
_GROUP = 4
_FIELD = 2**255 - 19
# The y of the points of order 1, 2, 4 and 8: under such a "key" anybody can sign.
_WEAK = {
    0,
    1,
    2707385501144840649318225287225658788936804267575313519463743609750303402022,
    55188659117513257062467267217118295137698188065244968500265048394206261417927,
    _FIELD - 1,
}


def public_key(private: bytes) -> bytes:
    """The public key, 32 bytes, of a private key, 32 bytes. ValueError for another length."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def signing_bytes(data: Mapping[str, Any]) -> bytes:
    """What is signed: the canonical JSON of `data`.

    Its "purpose" keeps one kind of document from passing for another. ValueError where the purpose is missing or empty.
    """
    purpose = data.get("purpose")
    if not isinstance(purpose, str) or not purpose:
        raise ValueError("what is signed names its purpose")
    return write_canonical(dict(data))


def sign(private: bytes, data: Mapping[str, Any]) -> bytes:
    """The signature, 64 bytes, of `data`, which names its "purpose". Deterministic, as RFC 8032 makes it."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(signing_bytes(data))


def verify(public: bytes, data: Mapping[str, Any], signature: bytes) -> bool:
    """Whether the holder of the key signed the data. False, never an error, for anything malformed."""
    if not is_key(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signing_bytes(data))
    except (InvalidSignature, ValueError):
        return False
    return True


def is_key(public: bytes) -> bool:
    """Whether the bytes can be a public key, in its only form, that only one holder signs for."""
    y = int.from_bytes(public, "little") & (1 << 255) - 1
    return len(public) == KEY_LENGTH and y < _FIELD and y not in _WEAK


def fingerprint(public: bytes) -> str:
    """The first 160 bits of the key's SHA-256 in groups of four that can be read over the telephone:

    "7wq2-...-k0fz".
    """
    number = int.from_bytes(hashlib.sha256(public).digest()[: _FINGERPRINT_BITS // 8])
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(_FINGERPRINT_BITS - 5, -1, -5))
    return "-".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def is_named(public: bytes, name: str) -> bool:
    """Whether a person means this key by `name`: its text form, or its fingerprint in capitals or with other gaps."""
    if name.strip() == to_text(public):
        return True
    return re.sub(r"[\s-]", "", name).lower() == fingerprint(public).replace("-", "")


def to_text(value: bytes) -> str:
    """Base64url without padding: the text form of keys and signatures."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def from_text(text: str, length: int) -> bytes:
    """The bytes of a text form.

    ValueError unless they are `length` bytes in their only form: no padding, no stray bits.
    """
    try:
        value = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as problem:
        raise ValueError("not base64url") from problem
    if len(value) != length or to_text(value) != text:
        raise ValueError(f"not {length} bytes of base64url in their only form")
    return value
