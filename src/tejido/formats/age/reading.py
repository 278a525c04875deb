"""Reading: each chunk is given out only after it has been found whole and in its place."""

import io
from collections.abc import Sequence
from typing import BinaryIO, cast

from cryptography.exceptions import InvalidTag

from .header import BadHeader, file_key_in
from .keys import secret_of
from .writing import CHUNK, NONCE, TAG, chunk_nonce, payload_key


class NotOpened(Exception):  # noqa: N818  # it names what is the case
    """Why a file was not read: "format" (no file of age), "key" (for others), "changed" (a byte is another one), "cut"
    (its end is missing), "longer" (something follows)."""


def opened(source: BinaryIO, identities: Sequence[str]) -> BinaryIO:
    """What is in the file, as a stream. NotOpened, here and with every read; BadKey."""
    try:
        file_key = file_key_in(source, [secret_of(identity) for identity in identities])
    except BadHeader as problem:
        raise NotOpened("changed" if str(problem) == "mac" else "format") from problem
    if file_key is None:
        raise NotOpened("key")
    nonce = source.read(NONCE)
    if len(nonce) != NONCE:
        raise NotOpened("cut")
    return io.BufferedReader(_Opened(source, file_key, nonce), CHUNK)


class _Opened(io.RawIOBase):
    def __init__(self, source: BinaryIO, file_key: bytes, nonce: bytes) -> None:
        self._source, self._cipher = source, payload_key(file_key, nonce)
        self._number, self._ready, self._place, self._is_over = 0, b"", 0, False
        self._next = source.read(CHUNK + TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer)).cast("B")
        while self._place == len(self._ready) and not self._is_over:
            self._read_chunk()
        piece = self._ready[self._place : self._place + len(view)]
        view[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)

    def _read_chunk(self) -> None:
        """A chunk is the last where nothing follows, and has to say so."""
        sealed, self._next = self._next, self._source.read(CHUNK + TAG)
        is_last = not self._next
        self._ready, self._place = self._chunk(sealed, is_last=is_last), 0
        if is_last and not self._ready and self._number:
            raise NotOpened("changed")  # an empty last chunk stands only where there is no other
        self._number, self._is_over = self._number + 1, is_last

    def _chunk(self, sealed: bytes, *, is_last: bool) -> bytes:
        if len(sealed) < TAG:
            raise NotOpened("cut")
        try:
            return self._cipher.decrypt(chunk_nonce(self._number, is_last=is_last), sealed, None)
        except InvalidTag as problem:
            raise NotOpened(self._why(sealed, is_last=is_last)) from problem

    def _why(self, sealed: bytes, *, is_last: bool) -> str:
        """A chunk that is whole and says the contrary of its place stands before a cut, or before what was added."""
        try:
            self._cipher.decrypt(chunk_nonce(self._number, is_last=not is_last), sealed, None)
        except InvalidTag:
            return "changed"
        return "cut" if is_last else "longer"
