"""Reading as it was at one instant, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_BEGIN = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


@contextmanager
def one_instant() -> Iterator[None]:
    """What is read in the block is of one instant, that of the first look. Nobody waits for it."""
    if connection.in_atomic_block:  # a transaction is one already
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
