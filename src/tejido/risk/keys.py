"""The files of keys: one for each analysis, readable by the node's own user only.

A key is never made anew where it is missing: an analysis whose key is gone is gone, and that is how it is destroyed.
The files lie outside the database, so that no copy of the database alone can be read.
"""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from tejido.engine.sealing import KEY_LENGTH


class KeyLost(Exception):  # noqa: N818  # it names what is the case
    """The file of the key is not there: destroyed, or not restored together with the database."""


def _folder() -> Path:
    return Path(settings.KEY_FOLDER) / "risk"


def _file(analysis: str, number: int) -> Path:
    return _folder() / f"{analysis}-{number}"


def make(analysis: str, above: int = 0) -> tuple[int, bytes]:
    """A new key in a file of its own, and its number: the first one above that no file has. The bytes and the name
    of the file are on the disk before anything is sealed with them; a file that a crash left behind is passed over,
    never written to."""
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    key, number = secrets.token_bytes(KEY_LENGTH), above + 1
    while _file(analysis, number).exists():
        number += 1
    handle = os.open(_file(analysis, number), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    for folder in (_folder(), _folder().parent):
        _keep_names(folder)
    return number, key


def _keep_names(folder: Path) -> None:
    """Which files a folder has is on the disk too: a file without its name would be lost with the power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(analysis: str, number: int) -> bytes:
    """The key. KeyLost where there is none, or not a whole one."""
    try:
        key = _file(analysis, number).read_bytes()
    except OSError as problem:
        raise KeyLost from problem
    if len(key) != KEY_LENGTH:
        raise KeyLost
    return key


def destroy(analysis: str, number: int) -> None:
    """The key is overwritten and its file removed; nothing happens where it is gone already. What a disk keeps of
    bytes that were overwritten, nobody can promise."""
    _shred(_file(analysis, number))


def destroy_below(analysis: str, number: int) -> None:
    """The keys before this one, and what a crash left among them."""
    _shred_each(_file(analysis, earlier) for earlier in range(1, number))


def destroy_all(analysis: str) -> None:
    _shred_each(sorted(_folder().glob(f"{analysis}-*")))


def _shred_each(paths: Iterable[Path]) -> None:
    """All that can be. OSError, the first one, where one of them cannot."""
    problems: list[OSError] = []
    for path in paths:
        try:
            _shred(path)
        except OSError as problem:
            problems.append(problem)
    if problems:
        raise problems[0]


def _shred(path: Path) -> None:
    with suppress(FileNotFoundError):  # somebody else was faster
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(KEY_LENGTH))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
