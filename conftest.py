"""What every test may use: the cast of persons in seats, the command at a console, a database in a file."""

import gc
import os
from collections.abc import Iterator

import pytest
from coverage import Coverage
from django.utils import translation
from hypothesis import settings

pytest_plugins = ["cast", "at_console", "on_file"]

gc.set_threshold(20_000)  # a run is short: look for garbage seldom

# No test is about time: on a machine that is busy an example may take long. Thousands of examples: "histories".
settings.register_profile("untimed", deadline=None, max_examples=50)
settings.register_profile("histories", deadline=None, max_examples=3000)
settings.load_profile("untimed")

LONG = ("journey", "slow", "anywhere")

# Whose branches must be complete is tested beside it. Pages, papers and what goes through several apps are not traced:
# tracing takes half as long again, in the servers that they start as well.
UNTRACED = ("tests", "bench", "tools")
IN_CHILDREN = "COVERAGE_PROCESS_CONFIG"  # what makes a command that a test starts trace itself
TRACING, TRACES, CHILDREN = pytest.StashKey[Coverage | None](), pytest.StashKey[bool](), pytest.StashKey[str]()
PAGES = ("page", "paper", "sees_what")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that the processes of a run end together."""
    long = {item.path for item in items for mark in LONG if item.get_closest_marker(mark)}
    items.sort(key=lambda item: item.path not in long)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where coverage is measured, tracing stops with the first test that does not count and goes on with the next."""
    stash, is_traced = item.config.stash, _is_traced(item)
    tracing = stash.setdefault(TRACING, Coverage.current())  # it is current only while it traces
    if tracing is None or is_traced == stash.get(TRACES, True):
        return
    stash[TRACES] = is_traced
    if is_traced:
        os.environ[IN_CHILDREN] = stash[CHILDREN]
        tracing.start()
    else:
        stash[CHILDREN] = os.environ.pop(IN_CHILDREN, "")
        tracing.stop()


def _is_traced(item: pytest.Item) -> bool:
    place = item.path.relative_to(item.config.rootpath)
    return place.parts[0] not in UNTRACED and not any(word in place.name for word in PAGES)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Words are those of the code, whatever language the test before has left behind."""
    with translation.override("en"):
        yield
