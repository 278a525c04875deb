"""What every test may use: the cast of persons in seats, the command at a console, a database in a file."""

import gc
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import settings

pytest_plugins = ["cast", "at_console", "on_file"]

gc.set_threshold(20_000)  # a run is short: look for garbage seldom

# No test is about time: on a machine that is busy an example may take long. Thousands of examples: "histories".
settings.register_profile("untimed", deadline=None, max_examples=30)
settings.register_profile("histories", deadline=None, max_examples=3000)
settings.load_profile("untimed")

LONG = ("journey", "slow", "anywhere")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that the processes of a run end together."""
    long = {item.path for item in items for mark in LONG if item.get_closest_marker(mark)}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Words are those of the code, whatever language the test before has left behind."""
    with translation.override("en"):
        yield
