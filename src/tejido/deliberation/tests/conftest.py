"""What several tests of deliberation begin with: a comment, a silence, a browser, a database in a file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from cast import NOW, Cast
from tejido.deliberation.models import Comment, Procedure
from tejido.registry.models import Mandate

from .doings import HOUR, fill_cumbre, lines, propose, released


@pytest.fixture
def filled_cumbre(cast: Cast) -> Mandate:
    return fill_cumbre(cast)


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


@pytest.fixture
def silence(cast, filled_cumbre, text) -> Procedure:
    """Ten days of silence on the text, with somebody in every member's seat."""
    return propose(cast, text)


@pytest.fixture
def comment(cast, round_) -> Comment:
    """An amendment that Aldea has released."""
    released(cast, round_)
    return lines(round_)["XA-1"].comment


@pytest.fixture
def clock(at_now):
    """Sets the clock of the pages; an hour after NOW to begin with."""
    at_now(NOW + HOUR)
    return at_now


@pytest.fixture
def sit(cast: Cast, clock):
    """The browser of whoever holds an office."""
    return cast.client
