"""What every test may use: the cast of persons in seats, and the command at a console."""

from collections.abc import Iterator

import pytest
from django.utils import translation

pytest_plugins = ["cast", "at_console"]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Words are those of the code, whatever language the test before has left behind."""
    with translation.override("en"):
        yield
