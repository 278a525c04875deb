"""The file of a store's key, and what is made of it.

From one key come two: one seals, one makes the tokens by which sealed rows are found. Neither tells the other.
"""

import hmac
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from tejido.web import keyfiles


@dataclass(frozen=True, slots=True)
class Keys:
    sealing: bytes
    finding: bytes


def _folder() -> Path:
    return Path(settings.KEY_FOLDER) / "xapi"


def make(store: str) -> int:
    """A new key on the disk, and the number of its file."""
    return keyfiles.make(_folder(), store)[0]


def read(store: str, number: int) -> Keys:
    """`keyfiles.KeyLost` where there is none. What was read once is remembered: a key never changes."""
    return _read(str(_folder()), store, number)


@lru_cache(maxsize=64)
def _read(folder: str, store: str, number: int) -> Keys:
    key = keyfiles.read(Path(folder), store, number)
    return Keys(*(hmac.digest(key, b"xapi\0" + word, sha256) for word in (b"sealing", b"finding")))
