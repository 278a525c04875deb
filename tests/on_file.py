"""A database that several threads may open, for tests of what happens at once."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections


@pytest.fixture
def on_file(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """The test's tables in a file of their own, as under `tejido serve`: each thread opens it by itself.

    The database of the other tests is in memory, where SQLite locks by table and lets nobody wait.
    """
    memory = connections["default"]
    if memory.vendor != "sqlite":
        yield
        return
    file = tmp_path / "tejido.sqlite3"
    memory.ensure_connection()
    with sqlite3.connect(file) as copy:
        memory.connection.backup(copy)
    copy.close()
    name = memory.settings_dict["NAME"]
    del connections["default"]
    connections.settings["default"]["NAME"] = str(file)
    yield
    connections["default"].close()
    connections.settings["default"]["NAME"] = name
    connections["default"] = memory
