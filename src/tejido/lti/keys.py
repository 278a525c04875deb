"""The files of the keys with which this node signs for systems of schools, one file a key, readable by its own user
only. What is public of them stands in the database; the files lie outside it, so that no copy of the database signs."""

import os
import re
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

BITS = 2048
_NAME = re.compile(r"[0-9a-z]{1,64}")


class KeyLost(Exception):  # noqa: N818  # it names what is the case
    """The file of the key is not there or cannot be read: not restored together with the database."""


def _file(kid: str) -> Path:
    if not _NAME.fullmatch(kid):
        raise KeyLost
    return Path(settings.KEY_FOLDER) / "lti-signing" / f"{kid}.pem"


def make(kid: str) -> rsa.RSAPrivateKey:
    """A new key in a file of its own, on the disk before anybody learns of it."""
    path, private = _file(kid), rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(private.private_bytes(*form))
        file.flush()
        os.fsync(file.fileno())
    return private


def read(kid: str) -> rsa.RSAPrivateKey:
    """KeyLost where there is none."""
    try:
        found = serialization.load_pem_private_key(_file(kid).read_bytes(), None)
    except (OSError, ValueError) as problem:
        raise KeyLost from problem
    if not isinstance(found, rsa.RSAPrivateKey):
        raise KeyLost
    return found


def is_there(kid: str) -> bool:
    return _file(kid).exists()


def destroy(kid: str) -> None:
    _file(kid).unlink(missing_ok=True)
