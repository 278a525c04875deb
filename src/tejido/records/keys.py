"""The files of keys: one for each member makes pseudonyms, one for each space seals sheets of names.

Without a member's file nobody can say which pseudonym a document has; without a space's nobody can read its sheets.
"""

import hmac
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from tejido.web.keyfiles import make as make_file
from tejido.web.keyfiles import read as read_file

PERSON_LENGTH = 16  # bytes of a pseudonym
_BLOCK = 64  # bytes that SHA-256 takes at once
_INNER, _OUTER = (bytes(sign ^ pad for sign in range(256)) for pad in (0x36, 0x5C))


def _folder() -> Path:
    return Path(settings.KEY_FOLDER) / "records"


def make(name: str) -> int:
    """A new key on the disk, and the number of its file."""
    number, _key = make_file(_folder(), name)
    return number


def read(name: str, number: int) -> bytes:
    """The key. `keyfiles.KeyLost` where there is none."""
    return read_file(_folder(), name, number)


def of_member(code: str) -> str:
    return f"persons-{code}"


def of_space(key: str) -> str:
    return f"sheets-{key}"


def persons(key: bytes, documents: list[str]) -> list[bytes]:
    """The pseudonym of each document: HMAC-SHA256 (RFC 2104), of which the first sixteen bytes are kept. Written out
    with its two pads, which are read once for all: that takes a third of the time of `hmac.digest`."""
    filled = key.ljust(_BLOCK, b"\0")
    inner, outer = sha256(filled.translate(_INNER)).copy, sha256(filled.translate(_OUTER)).copy
    found = []
    for document in documents:
        within, around = inner(), outer()
        within.update(document.encode())
        around.update(within.digest())
        found.append(around.digest()[:PERSON_LENGTH])
    return found


def erased(key: bytes, person: bytes) -> str:
    """The digest by which an erased person is known, under the key of the space: who has the list alone can try no
    documents."""
    return hmac.new(key, b"erased\0" + person, sha256).hexdigest()


def told(key: bytes, digest: bytes) -> str:
    """The digest of a file as it is kept and written into the ledger: under the key of the space, so that nobody else
    can find out by trying whether a short list names somebody."""
    return hmac.new(key, b"file\0" + digest, sha256).hexdigest()
