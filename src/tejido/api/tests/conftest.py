"""The instant of the cast is the instant of every request."""

import pytest

from cast import NOW

from .programs import Program, token_for


@pytest.fixture
def now(monkeypatch):
    """What the clocks say, to be moved on."""
    said = [NOW]
    monkeypatch.setattr("tejido.config.middleware.timezone.now", lambda: said[0])
    return said


@pytest.fixture
def program(cast, now):
    """A program of Aldea's focal point, which may act."""
    return Program(token_for(cast, "XA/focal_point"))
