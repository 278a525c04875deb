"""Writing: what is given in pieces leaves in sealed chunks of 64 KiB, each numbered, the last one marked as
the last."""

import io
import secrets
from collections.abc import Sequence
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from .header import FILE_KEY, derived, written
from .keys import share_of

CHUNK = 64 * 1024
TAG = 16  # bytes by which a sealed chunk is longer
NONCE = 16  # bytes in front of the chunks, from which with the file's key the payload's is made


def chunk_nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if is_last else b"\0")


def payload_key(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derived(file_key, nonce, b"payload"))


class Sealing(io.RawIOBase):
    """A stream to write into. Without `close` the file has no end, and nobody takes it for whole. BadKey, ValueError
    where there is no recipient."""

    def __init__(self, target: BinaryIO, recipients: Sequence[str]) -> None:
        if not recipients:
            raise ValueError("no recipient")
        file_key, nonce = secrets.token_bytes(FILE_KEY), secrets.token_bytes(NONCE)
        self._target, self._cipher = target, payload_key(file_key, nonce)
        self._number, self._waiting = 0, bytearray()
        target.write(written(file_key, [share_of(recipient) for recipient in recipients]) + nonce)

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = memoryview(data).cast("B")  # type: ignore[arg-type]  # whatever holds bytes
        self._waiting += piece
        while len(self._waiting) > CHUNK:  # a whole one stays, since it may be the last
            self._seal(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]
        return len(piece)

    def finish(self) -> None:
        """The last chunk. The stream that it was written to stays open."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        self._target.write(self._cipher.encrypt(chunk_nonce(self._number, is_last=is_last), chunk, None))
        self._number += 1
