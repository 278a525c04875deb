"""One holder at a time among the processes of a node.

An exclusive transaction on a small SQLite file: it works on every platform, and the operating system ends it when the
process ends, however it ends.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):  # noqa: N818  # it names what is the case
    """Somebody else holds it."""


@contextmanager
def only_one(path: Path, wait: float = 0) -> Iterator[None]:
    """Holds `path` while the block runs. Raises Busy where another holder does not let go within `wait` seconds."""
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise Busy(str(path)) from problem
        yield
    finally:
        connection.close()
