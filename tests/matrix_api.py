"""The interface for programs in the permission matrix: a token of Aldea's focal point. Browsers show no token, so
everybody is a stranger to what only programs reach, whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.api.commands import make_token
from tejido.api.names import Scope

if TYPE_CHECKING:
    from matrix_world import World

TOLD: dict[str, str] = {}


def fill(world: World, canary: str, _released: str) -> None:
    actor, until = world.cast.actor("XA/focal_point"), NOW + timedelta(days=90)
    made = make_token(actor=actor, name=f"{canary} token", scope=Scope.ACT, areas=["texts"], expires_at=until, at=NOW)
    TOLD["token"] = made.token.key


def asks(world: World, ask: Callable[..., Any]) -> dict[str, Any]:
    """What is sent to each address."""
    round_ = world.network.rounds["preparing"].key
    remark = {"rest": f"rounds/{round_}/remarks/"}
    found = {
        "tokens": ask({}, {"name": "Reports", "scope": "read", "days": "30"}),
        "revocations": ask({"key": TOLD["token"]}),
        "service": ask(),
        "description": ask(),
        "problems": ask(),
        "act": ask(remark, {"body": "x"}),
        "collection": ask({"name": "rounds"}),
        "collection#public": ask({"name": "practices"}),
        "one": ask({"name": "rounds", "key": round_}),
        "nowhere": ask({"rest": "nowhere"}),
    }
    return {f"api:{name}": each for name, each in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non.
DOORS = """
GET  api:tokens                            in 200 200 200 200 200 200 200 200 200 404
POST api:tokens                            in 200 200 200 200 200 200 200 200 200 404
POST api:revocations                      404 302 404 404 404 404 404 404 404 404 404
GET  api:service                          200 200 200 200 200 200 200 200 200 200 200
GET  api:description                      200 200 200 200 200 200 200 200 200 200 200
GET  api:problems                         200 200 200 200 200 200 200 200 200 200 200
POST api:act                              401 401 401 401 401 401 401 401 401 401 401
GET  api:collection                       401 401 401 401 401 401 401 401 401 401 401
GET  api:collection#public                200 200 200 200 200 200 200 200 200 200 200
GET  api:one                              401 401 401 401 401 401 401 401 401 401 401
GET  api:nowhere                          404 404 404 404 404 404 404 404 404 404 404
POST api:nowhere                          404 404 404 404 404 404 404 404 404 404 404
"""
