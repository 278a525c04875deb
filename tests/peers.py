"""Programs of others that our files and our doors are tried with, as `make peers` fetches them."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / ".peers"


def peer(name: str) -> Path:
    """The folder of a package. What is not there does not try anything, and the test says so."""
    found = FOLDER / name
    if not found.is_dir():
        pytest.skip(f"{name} is not there (make peers): it did NOT try us")
    return found


def interpreter(name: str) -> str:
    """The Python of an environment of its own."""
    found = FOLDER / name
    if not (found / "made").exists():
        pytest.skip(f"{name} is not there (make peers): it did NOT try us")
    return str(found / "bin" / "python")
