"""Programs of others that our files are tried with, as `make peers` fetches them."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / ".peers"


def peer(name: str) -> Path:
    """The folder of a package. What is not there does not try anything, and the test says so."""
    found = FOLDER / name
    if not found.is_dir():
        pytest.skip(f"{name} is not there (make peers): it did NOT try our package")
    return found
