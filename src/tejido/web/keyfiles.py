"""Files of keys, readable by the node's own user only. They lie outside the database, so that no copy of the database
alone can be read. A key is never made anew where its file is missing.
"""

import os
import secrets
from pathlib import Path

from tejido.engine.sealing import KEY_LENGTH


class KeyLost(Exception):  # noqa: N818  # it names what is the case
    """The file of the key is not there: destroyed, or not restored together with the database."""


def file_of(folder: Path, name: str, number: int) -> Path:
    return folder / f"{name}-{number}"


def make(folder: Path, name: str, above: int = 0) -> tuple[int, bytes]:
    """A new key in a file of its own, and its number: the first one above that no file has. The bytes and the name
    of the file are on the disk before anything is sealed with them; a file that a crash left behind is passed over,
    never written to."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key, number = secrets.token_bytes(KEY_LENGTH), above + 1
    while file_of(folder, name, number).exists():
        number += 1
    handle = os.open(file_of(folder, name, number), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    for each in (folder, folder.parent):
        keep_names(each)
    return number, key


def keep_names(folder: Path) -> None:
    """Which files a folder has is on the disk too: a file without its name would be lost with the power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(folder: Path, name: str, number: int) -> bytes:
    """The key. KeyLost where there is none, or not a whole one."""
    try:
        key = file_of(folder, name, number).read_bytes()
    except OSError as problem:
        raise KeyLost from problem
    if len(key) != KEY_LENGTH:
        raise KeyLost
    return key
