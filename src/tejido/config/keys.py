"""Secrets that the node makes for itself on first use and keeps in the data folder, readable by its own user only."""

import os
import secrets
from pathlib import Path


def secret(path: Path, length: int) -> bytes:
    """The bytes in `path`, made once. Two processes that start together read the same secret."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(length))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process was first, and its secret is the one to keep
        finally:
            draft.unlink()
    return path.read_bytes()


def latest(folder: Path, name: str, length: int) -> bytes:
    """The newest of several secrets, "NAME-1", "NAME-2" and so on; the first is made where there is none. Whoever wants
    another key puts a file with the next number there; the older ones stay for the record."""
    several = [path for path in folder.glob(f"{name}-*") if path.name.removeprefix(f"{name}-").isdigit()]
    newest = max((int(path.name.removeprefix(f"{name}-")) for path in several), default=1)
    return secret(folder / f"{name}-{newest}", length)
