"""Where copies are written to, and where they are put back: whole, or not at all."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tejido.config.preparation import RESTORING
from tejido.config.words import gettext as _

from .faults import NotDone

APART = "risk"  # the folder of keys that is never in the same file as the rows that they open
NEVER = "sessions"  # signs forms and links: a restored node makes another, so that none of the old ones works
KEYS = "keys"


@contextmanager
def new_file(path: Path, *, may_replace: bool = False) -> Iterator[BinaryIO]:
    """A file that only its owner reads and that has its name when the block has ended and it is on the disk."""
    if path.exists() and not may_replace:
        sentence = _("“%(file)s” is there already. Name another file; a backup is never written over.")
        raise NotDone("file_exists", sentence % {"file": path})
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb", 1024 * 1024) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        keep_names(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def key_files(folder: Path) -> dict[str, bytes]:
    """The keys of a data folder that go with its rows, by name."""
    return {name: path.read_bytes() for name, path in _keys_in(folder) if name.partition("/")[0] not in {APART, NEVER}}


def apart_files(folder: Path) -> dict[str, bytes]:
    """The keys of risk analyses."""
    return {name: path.read_bytes() for name, path in _keys_in(folder) if name.partition("/")[0] == APART}


def _keys_in(folder: Path) -> Iterator[tuple[str, Path]]:
    whole = folder / KEYS
    for path in sorted(whole.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(whole).as_posix(), path


@contextmanager
def a_place_for(folder: Path) -> Iterator[Path]:
    """A folder beside the one to be restored; it goes where the block fails."""
    draft = _draft_of(folder)
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _draft_of(folder: Path) -> Path:
    """An empty folder beside the one that shall be restored. What an interrupted restoring has left there goes. NotDone
    where the folder is there and not empty, unless restoring was interrupted before the database said yes."""
    if folder.exists() and any(folder.iterdir()) and not (folder / RESTORING).exists():
        sentence = _("“%(folder)s” is not empty. Restore into an empty folder; nothing was changed.")
        raise NotDone("folder_not_empty", sentence % {"folder": folder})
    draft = folder.with_name(f".{folder.name}.restoring")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True, mode=0o700)
    return draft


def put_keys(folder: Path, keys: Mapping[str, bytes]) -> None:
    for name, content in keys.items():
        place = folder / KEYS / name
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(place, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)


def finish(draft: Path, folder: Path) -> None:
    """Everything is on the disk, then the folder gets its name."""
    for path in sorted(draft.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    if (folder / RESTORING).exists():
        shutil.rmtree(folder)
    with suppress(FileNotFoundError):
        folder.rmdir()
    draft.rename(folder)
    keep_names(folder.parent)


def keep_names(folder: Path) -> None:
    """Which files a folder has is on the disk too, where the system has that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
