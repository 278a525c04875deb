"""The tour of a seat in the permission matrix: of each seat its own. One who has put it away can bring it back."""

from collections.abc import Callable
from typing import Any

from cast import NOW
from tejido.tour.commands import put_away, take_step
from tejido.tour.names import Place


def fill(world: Any, _canary: str, _released: str) -> None:
    for office in world.cast.mandates:
        actor = world.cast.actor(office)
        take_step(actor=actor, places=(Place.BEFORE,), place=Place.BEFORE)
        put_away(actor=actor, at=NOW)


def asks(_world: Any, ask: Callable[..., Any]) -> dict[str, Any]:
    return {
        "tour:help": ask(),
        "tour:steps": ask({}, {"step": "texts"}),
        "tour:farewells": ask(),
        "tour:returns": ask(),
    }


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non.
DOORS = """
GET  tour:help                            404 200 200 200 200 200 200 200 200 200 404
POST tour:steps                           404 302 302 302 302 302 302 302 302 302 404
POST tour:farewells                       404 302 302 302 302 302 302 302 302 302 404
POST tour:returns                         404 302 302 302 302 302 302 302 302 302 404
"""
