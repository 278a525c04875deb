"""The beginning of a file: who may open it. For each recipient the file's key is sealed with a key that only
they make."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"age-encryption.org/v1\n"
FILE_KEY = 16  # bytes
MOST_LINES = 1_000  # of a header, and
LONGEST = 1_000  # bytes of one of them
_INFO = b"age-encryption.org/v1/X25519"
_WIDTH = 64  # letters of a line of a stanza's body
_ONCE = bytes(12)  # each wrapping key is used once


class BadHeader(ValueError):  # noqa: N818  # it names what is the case
    """This is no file of age, or its beginning was changed."""


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way to the file's key: its kind with what belongs to it, and the sealed key."""

    arguments: tuple[str, ...]
    body: bytes


def derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA256, 32 bytes."""
    return HKDF(SHA256(), 32, salt, info).derive(secret)


def written(file_key: bytes, shares: Sequence[bytes]) -> bytes:
    """The header for these public keys."""
    said = VERSION + b"".join(_stanza(file_key, share) for share in shares) + b"---"
    return said + b" " + _base64(_mac(file_key, said)) + b"\n"


def _stanza(file_key: bytes, share: bytes) -> bytes:
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    key = derived(once.exchange(X25519PublicKey.from_public_bytes(share)), mine + share, _INFO)
    body = _base64(ChaCha20Poly1305(key).encrypt(_ONCE, file_key, None))
    return b"-> X25519 " + _base64(mine) + b"\n" + body + b"\n"  # 43 letters: one line, shorter than a full one


def file_key_in(source: BinaryIO, secrets: Sequence[bytes]) -> bytes | None:
    """Reads the header. The file's key, or None where none of these secret keys opens it. BadHeader."""
    if source.readline(LONGEST) != VERSION:
        raise BadHeader("version")
    said, stanzas, mac = _read(source)
    for secret in secrets:
        for stanza in stanzas:
            if (key := _opened(stanza, secret)) is not None:
                if not hmac.compare_digest(_mac(key, said), mac):
                    raise BadHeader("mac")
                return key
    return None


def _read(source: BinaryIO) -> tuple[bytes, list[Stanza], bytes]:
    """What the mac is over, the stanzas, and the mac."""
    said, stanzas = VERSION, list[Stanza]()
    for _ in range(MOST_LINES):
        line = _line(source)
        if line.startswith(b"--- "):
            if not stanzas:
                raise BadHeader("nobody")
            return said + b"---", stanzas, _unbase64(line[4:], 32)
        arguments = _arguments(line)
        body, raw = _body(source)
        said += line + b"\n" + raw
        stanzas.append(Stanza(arguments, body))
    raise BadHeader("length")


def _line(source: BinaryIO) -> bytes:
    line = source.readline(LONGEST)
    if not line.endswith(b"\n"):
        raise BadHeader("line")
    return line[:-1]


def _arguments(line: bytes) -> tuple[str, ...]:
    words = line.split(b" ")
    is_good = words[0] == b"->" and len(words) > 1 and all(word and all(32 < c < 127 for c in word) for word in words)
    if not is_good:
        raise BadHeader("stanza")
    return tuple(word.decode() for word in words[1:])


def _body(source: BinaryIO) -> tuple[bytes, bytes]:
    """Lines of 64 letters, the last one shorter, perhaps empty: what they say, and how they stand there."""
    letters, raw = b"", b""
    while True:
        line = _line(source)
        letters, raw = letters + line, raw + line + b"\n"
        if len(line) > _WIDTH or len(raw) > LONGEST * 64:
            raise BadHeader("body")
        if len(line) < _WIDTH:
            return _unbase64(letters), raw


def _opened(stanza: Stanza, secret: bytes) -> bytes | None:
    kind, *others = stanza.arguments
    if kind != "X25519":
        return None  # for others than keys of this kind
    if len(others) != 1 or len(stanza.body) != FILE_KEY + 16:
        raise BadHeader("X25519")
    theirs, private = _unbase64(others[0].encode(), 32), X25519PrivateKey.from_private_bytes(secret)
    mine = private.public_key().public_bytes_raw()
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as problem:  # all zeros: a point of low order
        raise BadHeader("share") from problem
    try:
        return ChaCha20Poly1305(derived(shared, theirs + mine, _INFO)).decrypt(_ONCE, stanza.body, None)
    except InvalidTag:
        return None


def _mac(file_key: bytes, said: bytes) -> bytes:
    return hmac.digest(derived(file_key, b"", b"header"), said, sha256)


def _base64(data: bytes) -> bytes:
    """Without the signs that fill up."""
    return b64encode(data).rstrip(b"=")


def _unbase64(letters: bytes, length: int | None = None) -> bytes:
    """The one way to write these bytes, and no other."""
    try:
        data = b64decode(letters + b"=" * (-len(letters) % 4), validate=True)
    except ValueError as problem:
        raise BadHeader("base64") from problem
    if _base64(data) != letters or (length is not None and len(data) != length):
        raise BadHeader("base64")
    return data
