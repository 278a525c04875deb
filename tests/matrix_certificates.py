"""Certificates in the permission matrix: the public page on which everybody checks one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tejido.presence.models import Certificate
from tejido.presence.proof import canonical

if TYPE_CHECKING:
    from matrix_world import World


def fill(world: World, canary: str, released: str) -> None:
    """What is checked was issued already, after a seminar."""
    del world, canary, released


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    code = {"code": world.presence["code"]}
    asks = {
        "checks": ask({}, code),
        "files": ask({}, {"file": _file(world.presence["certificate"])}),
        "revoked": ask(),
        "check": ask(code),
        "check#unknown": ask({"code": "0000-0000-0000-0000-0000"}),
        "names": ask(code, {"name": "Nadie"}),
        "keys": ask(),
    }
    return {f"certificates:{name}": found for name, found in asks.items()}


def _file(key: str) -> Any:
    from matrix_requests import file

    row = Certificate.objects.get(key=key)
    return file("certificado.json", canonical(row.credential or {}))


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  certificates:checks                  200 200 200 200 200 200 200 200 200 200 200
POST certificates:checks                  302 302 302 302 302 302 302 302 302 302 302
POST certificates:files                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:revoked                 200 200 200 200 200 200 200 200 200 200 200
GET  certificates:check                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:check#unknown           200 200 200 200 200 200 200 200 200 200 200
POST certificates:names                   200 200 200 200 200 200 200 200 200 200 200
GET  certificates:keys                    200 200 200 200 200 200 200 200 200 200 200
"""
