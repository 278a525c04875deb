"""Private risk analysis in the permission matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matrix_world import World


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    found: dict[str, Any] = {}
    return {f"risk:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
"""
