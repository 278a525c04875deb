"""Whose turn it is to do what only one does: among the processes of a node by a lock in its data folder, and among
several nodes on one PostgreSQL database by a lock in there as well.

The database's lock belongs to a connection of its own. When that breaks, as when the database moves to another server,
the turn is over: whoever has it asks before each piece of work, and who waits can have it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from .only_one import Busy, only_one

FAMILY = 0x7E71D1  # the first of the two numbers of our locks in the database; the second is made of the name


@contextmanager
def turn(folder: Path, name: str) -> Iterator[Callable[[], None]]:
    """Has the turn while the block runs; what it gives raises Busy where the turn was lost meanwhile. Busy where
    another process has it."""
    with only_one(folder / f"{name}.lock"):
        if connection.vendor != "postgresql":
            yield lambda: None
            return
        own = connection.copy()
        try:
            _take(own, name)
            yield lambda: _still(own, name)
        finally:
            own.close()


def _take(own: BaseDatabaseWrapper, name: str) -> None:
    with own.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [FAMILY, _number(name)])
        if not cursor.fetchone()[0]:
            raise Busy(name)


def _still(own: BaseDatabaseWrapper, name: str) -> None:
    if not own.is_usable():
        raise Busy(name)


def _number(name: str) -> int:
    """A number that every node makes of the name, in the range of PostgreSQL's integer."""
    return crc32(name.encode()) - 2**31
