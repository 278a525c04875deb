"""Keys and signatures as letters: base58 of Bitcoin behind a "z" (multibase); the names `did:key` of Ed25519 keys."""

from __future__ import annotations

from tejido.engine.proof import is_key

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BASE = len(_LETTERS)
_PREFIX = "z"
_ED25519 = b"\xed\x01"  # multicodec: an Ed25519 public key follows
_LONGEST = 128  # letters of what is read; a signature has 89
DID_KEY = "did:key:"


def to_base58(value: bytes) -> str:
    """Multibase of the bytes. A zero byte in front is a "1" of its own, so that nothing is lost."""
    number, letters = int.from_bytes(value), ""
    while number:
        number, rest = divmod(number, _BASE)
        letters = _LETTERS[rest] + letters
    zeros = len(value) - len(value.lstrip(b"\0"))
    return _PREFIX + "1" * zeros + letters


def from_base58(text: str, length: int) -> bytes:
    """The inverse of `to_base58`. ValueError unless it is `length` bytes in their only form."""
    if not text.startswith(_PREFIX) or len(text) > _LONGEST or not set(text[1:]) <= set(_LETTERS):
        raise ValueError("not base58 behind a z")
    number = 0
    for letter in text[1:]:
        number = number * _BASE + _LETTERS.index(letter)
    digits = number.to_bytes((number.bit_length() + 7) // 8)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    if zeros + len(digits) != length:
        raise ValueError(f"not {length} bytes")
    return b"\0" * zeros + digits


def did_of(public: bytes) -> str:
    """The name of a public key, 32 bytes, that holds the key itself."""
    return DID_KEY + to_base58(_ED25519 + public)


def method_of(public: bytes) -> str:
    """Where a proof says with which key it was made: the name of the key, and the key in it."""
    return method_named(did_of(public))


def method_named(did: str) -> str:
    """The same, of a key by its name."""
    return f"{did}#{did.removeprefix(DID_KEY)}"


def key_of(did: str) -> bytes:
    """The public key, 32 bytes, that a `did:key` names. ValueError for all that is no strong Ed25519 key."""
    if not did.startswith(DID_KEY):
        raise ValueError("not a did:key")
    value = from_base58(did.removeprefix(DID_KEY), 34)
    if not value.startswith(_ED25519) or not is_key(value[2:]):
        raise ValueError("not an Ed25519 key that only one holder signs for")
    return value[2:]
