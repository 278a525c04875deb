"""Somebody who wants a weekly letter, in the permission matrix, and the address by which it ends."""

from collections.abc import Callable
from typing import Any

from cast import NOW
from tejido.digest.commands import choose_day
from tejido.digest.queries import seed_of, wish_of
from tejido.people.queries import guest_token

KEPT: dict[str, str] = {}


def fill(world: Any, _canary: str, _released: str) -> None:
    account = world.cast.account("XA/focal_point")
    choose_day(account=account, day=0, at=NOW)
    wish = wish_of(account)
    assert wish is not None
    KEPT.update(key=wish.key, token=guest_token(seed_of(wish.key)))


def asks(_world: Any, ask: Callable[..., Any]) -> dict[str, Any]:
    return {"digest:settings": ask({}, {"day": "2"}), "digest:ending": ask(dict(KEPT))}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non.
DOORS = """
GET  digest:settings                      in 200 200 200 200 200 200 200 200 200 200
POST digest:settings                      in 302 302 302 302 302 302 302 302 302 302
GET  digest:ending                        200 200 200 200 200 200 200 200 200 200 200
POST digest:ending                        200 200 200 200 200 200 200 200 200 200 200
"""
