"""A clock for everything that counts seconds: codes of authenticator apps, and how long ago one was shown."""

import time

import pytest

from .signing_in import browser


class Clock:
    """Starts at the beginning of the next half minute, so that a code never changes while a test runs."""

    def __init__(self) -> None:
        self.now = (time.time() // 30 + 1) * 30

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock)
    return clock


@pytest.fixture
def client():
    return browser()
