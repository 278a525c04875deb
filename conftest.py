"""What every test may use: the cast of persons in seats, the command at a console, a database in a file."""

import gc
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import translation
from hypothesis import settings

pytest_plugins = ["cast", "at_console", "on_file"]

gc.set_threshold(20_000)  # a run is short: look for garbage seldom

# No test is about time: on a machine that is busy an example may take long. The same examples every time, so that what
# passed once passes again; thousands of others are tried with "histories".
settings.register_profile("untimed", deadline=None, max_examples=30, derandomize=True)
settings.register_profile("histories", deadline=None, max_examples=3000)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:  # noqa: ARG001  # goes before this one
    """The database of a run is made as every empty one is."""
    with django_db_blocker.unblock():
        from tejido.config.making import complete

        MigrationRecorder(connection).ensure_schema()
        with connection.schema_editor() as editor:
            complete(editor)


LONG = ("journey", "slow", "anywhere")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that the processes of a run end together."""
    long = {item.path for item in items for mark in LONG if item.get_closest_marker(mark)}
    items.sort(key=lambda item: item.path not in long)


USUAL_DEPTH = 1000  # of calls, as Python begins


def pytest_runtest_setup() -> None:
    """What is nested too deeply is refused at the depth that Python has by itself: tests of laws leave it deeper."""
    sys.setrecursionlimit(USUAL_DEPTH)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Words are those of the code, whatever language the test before has left behind."""
    with translation.override("en"):
        yield
