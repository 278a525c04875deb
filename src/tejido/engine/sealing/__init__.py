"""Sealing: bytes that only the holder of a key can read, bound to the place where they stand.

AES-256-GCM with a nonce of 12 bytes before the sealed bytes. `binding` says what the bytes are and where they belong:
who moves them to another row, another version or another analysis gets NotAuthentic, and so does who changes a bit.
What is sealed is filled up to a multiple of `block`, so that its length tells little. Keys, nonces and salts are
arguments: nothing here is random.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_LENGTH = 32  # bytes
NONCE_LENGTH = 12
SALT_LENGTH = 16
_SIZE = 4  # bytes that tell how long what was sealed is


class NotAuthentic(Exception):  # noqa: N818  # it names what is the case
    """Another key, or bytes that were changed, or that stand where they were not sealed for."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt costs: `n` steps of `r` blocks, `p` times. Memory: 128 * n * r bytes."""

    n: int
    r: int
    p: int


def binding(*parts: str | int) -> bytes:
    """Parts as bytes that no other parts have."""
    return rfc8785.dumps(list(parts))


def seal(key: bytes, clear: bytes, *, nonce: bytes, bound: bytes, block: int = 1) -> bytes:
    """The nonce and what was sealed under it. A nonce is used once with a key."""
    return nonce + AESGCM(key).encrypt(nonce, _filled(clear, block), bound)


def unseal(key: bytes, sealed: bytes, *, bound: bytes) -> bytes:
    """What was sealed with this key for this place. NotAuthentic otherwise."""
    try:
        filled = AESGCM(key).decrypt(sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], bound)
    except (InvalidTag, ValueError) as problem:
        raise NotAuthentic from problem
    size = int.from_bytes(filled[:_SIZE])
    return filled[_SIZE : _SIZE + size]


def _filled(clear: bytes, block: int) -> bytes:
    told = len(clear).to_bytes(_SIZE) + clear
    return told + bytes(-len(told) % block)


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A key made of a passphrase by scrypt. The same words give the same key however their letters are composed, and
    whatever blanks stand around them."""
    words = unicodedata.normalize("NFKC", passphrase).strip().encode()
    most = 256 * cost.n * cost.r  # twice what it needs: OpenSSL counts some of its own
    return hashlib.scrypt(words, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=most, dklen=KEY_LENGTH)


def token(key: bytes, word: str) -> str:
    """A name for a word that only who has the key can tell: 20 hexadecimal digits of an HMAC."""
    return hmac.new(key, b"token\0" + word.encode(), hashlib.sha256).hexdigest()[:20]
