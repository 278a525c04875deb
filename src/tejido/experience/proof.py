"""The bytes of learning records: how they are sealed, the tokens by which they are found, and secrets of keys.

What is sealed is bound to where it stands: nobody moves the statement of one person to the row of another unnoticed.
"""

import hmac
import json
import secrets
import zlib
from hashlib import sha1, sha256
from typing import Any

from tejido.engine.sealing import NONCE_LENGTH, binding, seal, unseal

from .keys import Keys
from .models import TOKEN

_BLOCK = 64  # what is sealed is filled up to it, so that its length tells little
AGENT, ACTIVITY, REGISTRATION, FILE, PLACE, NAME = "agent", "activity", "registration", "file", "place", "name"


def token(keys: Keys, kind: str, word: str) -> bytes:
    """What stands for a word of a kind in this store; only who has the key can tell which word."""
    return hmac.digest(keys.finding, kind.encode() + b"\0" + word.encode(), sha256)[:TOKEN]


def digest(keys: Keys, compared: bytes) -> bytes:
    """The digest of a statement under the key: without it nobody tries out whether somebody did something."""
    return hmac.digest(keys.finding, b"statement\0" + compared, sha256)


def sealed_json(keys: Keys, data: Any, *place: str | int) -> bytes:
    return sealed(keys, zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 1), *place)


def read_sealed_json(keys: Keys, raw: bytes | memoryview, *place: str | int) -> Any:
    return json.loads(zlib.decompress(read_sealed(keys, raw, *place)))


def sealed(keys: Keys, clear: bytes, *place: str | int) -> bytes:
    """Bytes bound to a place."""
    nonce = secrets.token_bytes(NONCE_LENGTH)
    return seal(keys.sealing, clear, nonce=nonce, bound=binding("xapi", *place), block=_BLOCK)


def read_sealed(keys: Keys, raw: bytes | memoryview, *place: str | int) -> bytes:
    """NotAuthentic where they were changed, or stand elsewhere than they were sealed for."""
    return unseal(keys.sealing, bytes(raw), bound=binding("xapi", *place))


def etag(body: bytes) -> str:
    """The tag of a document: its SHA-1 in hexadecimal digits, quoted, as the specification wants it."""
    return f'"{sha1(body, usedforsecurity=False).hexdigest()}"'


def new_login() -> str:
    return secrets.token_hex(12)


def new_secret() -> str:
    """256 random bits: nobody finds them by trying, so a plain digest of them is kept."""
    return secrets.token_urlsafe(32)


def secret_digest(secret: str) -> str:
    return sha256(b"xapi secret\0" + secret.encode()).hexdigest()
