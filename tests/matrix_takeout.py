"""Taking out everything of a member in the permission matrix. Nothing is kept of it but the line."""

from collections.abc import Callable
from typing import Any


def fill(_world: Any, _canary: str, _released: str) -> None:
    """All of it is there already."""


def asks(_world: Any, ask: Callable[..., Any]) -> dict[str, Any]:
    return {"takeout:taking_out": ask()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non.
DOORS = """
GET  takeout:taking_out                   404 200 404 200 404 200 404 404 404 404 404
POST takeout:taking_out                   404 200 404 200 404 200 404 404 404 404 404
"""
