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
from tejido.web import keyfiles
from tejido.web.keyfiles import KeyLost

__all__ = ["KeyLost", "destroy", "destroy_all", "destroy_below", "make", "read"]


def _folder() -> Path:
    return Path(settings.KEY_FOLDER) / "risk"


def _file(analysis: str, number: int) -> Path:
    return keyfiles.file_of(_folder(), analysis, number)


def make(analysis: str, above: int = 0) -> tuple[int, bytes]:
    """A new key in a file of its own, and its number, as in `keyfiles.make`."""
    return keyfiles.make(_folder(), analysis, above)


def read(analysis: str, number: int) -> bytes:
    """The key. KeyLost where there is none, or not a whole one."""
    return keyfiles.read(_folder(), analysis, number)


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
