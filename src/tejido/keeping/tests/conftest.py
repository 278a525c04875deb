"""A stream of the test's own database, and what comes of changing it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from cast import NOW, Cast
from tejido.keeping.backup import header_now
from tejido.keeping.tables import BEARERS, EMPTIED
from tejido.keeping.writing import write

Stream = Callable[[], bytes]


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def stream(cast: Cast) -> Stream:
    """What a backup of now holds inside."""

    def made() -> bytes:
        target = io.BytesIO()
        keys = {"ledger": settings.LEDGER_KEY, "records/persons-XA-1": b"k" * 32}
        header = header_now(NOW, leaving_out=BEARERS)
        write(target, header, keys, signing_key=settings.LEDGER_KEY, emptied=EMPTIED)
        return target.getvalue()

    return made
