"""How many queries something costs, so that a test can show that it costs the same however long a list is."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(call: Callable[[], object]) -> int:
    """The number of queries that the call makes."""
    with CaptureQueriesContext(connection) as made:
        call()
    return len(made)
