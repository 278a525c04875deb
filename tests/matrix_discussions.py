"""Discussions in the permission matrix: threads of Aldea's own beside a text that everybody reads, and beside one of
its mechanism; and a thread of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.discussions import commands
from tejido.discussions.models import Thread
from tejido.discussions.names import Space
from tejido.discussions.queries import beside_for

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

ALDEA, BRISA = "XA/focal_point", "XB/focal_point"
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast, text = world.network.cast, world.network.texts["open"].slug
    KEPT["own"] = _thread(cast, canary, Space.OWN, text).key
    KEPT["mechanism"] = _thread(cast, canary, Space.OWN, world.mechanism.texts["open"].slug).key
    KEPT["private"] = world.mechanism.texts["open"].slug
    KEPT["text"], shared = text, _thread(cast, released, Space.NETWORK, text)
    KEPT["shared"] = shared.key
    said = {"thread": shared, "language": "es"}
    written = commands.write_message(actor=cast.actor(BRISA), words="Una respuesta.", at=NOW, **said)
    gone = commands.write_message(actor=cast.actor(ALDEA), words=f"{canary} retirado", at=NOW, **said)
    commands.withdraw_message(actor=cast.actor(ALDEA), message=gone, at=NOW)
    hidden = commands.write_message(actor=cast.actor(ALDEA), words=f"{canary} oculto", at=NOW, **said)
    commands.hide_message(actor=cast.secretariat, message=hidden, reason="Nombra a una persona.", at=NOW)
    closed = _thread(cast, canary, Space.OWN, text)
    commands.close_thread(actor=cast.actor(ALDEA), thread=closed, at=NOW)
    KEPT["closed"], KEPT["answer"], KEPT["hidden"] = closed.key, str(written.number), str(hidden.number)
    late = commands.write_message(
        actor=cast.actor(ALDEA), words="Todavía se corrige.", at=NOW.replace(hour=15, minute=55), **said
    )
    KEPT["late"] = str(late.number)


def _thread(cast: Cast, said: str, space: str, slug: str) -> Thread:
    actor = cast.actor(ALDEA)
    return commands.begin_thread(
        actor=actor, beside=beside_for(actor, "text", slug, NOW), space=space, subject=f"{said} asunto",
        words=f"{said} palabras", language="es", at=NOW,
    )  # fmt: skip  # one act, read as one


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    own, shared, closed = ({"key": KEPT[name]} for name in ("own", "shared", "closed"))
    said = {"words": "Otra palabra.", "language": "es"}
    beside = {"place": "text", "key": KEPT["text"]}
    begun = {**said, "subject": "Otro asunto", "space": "network"}
    found = {
        "home": ask(),
        "letters": ask({}, {"letters": "each"}),
        "beside": ask(beside, begun),
        "beside#mechanism": ask({"place": "text", "key": KEPT["private"]}),
        "thread": ask(own, said),
        "thread#mechanism": ask({"key": KEPT["mechanism"]}, said),
        "thread#shared": ask(shared, said),
        "closings": ask(own),
        "closings#shared": ask(shared),
        "reopenings": ask(closed),
        "summaries": ask(own, said),
        "hearings": ask(shared, {"hearing": "mute"}),
        "message": ask({**own, "number": 1}, said),
        "message#shared": ask({**shared, "number": int(KEPT["late"])}, said),
        "withdrawals": ask({**own, "number": 1}),
        "hidings": ask({**shared, "number": int(KEPT["answer"])}, {"reason": "Nombra a una persona."}),
        "showings": ask({**shared, "number": int(KEPT["hidden"])}),
    }
    return {f"discussions:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  discussions:home                     404 200 200 200 200 200 200 200 200 200 404
POST discussions:letters                  404 302 302 302 302 302 302 302 302 302 404
GET  discussions:beside                   404 200 200 200 200 200 200 200 200 200 404
POST discussions:beside                   404 302 302 302 302 302 302 302 302 302 404
GET  discussions:beside#mechanism         404 200 200 200 200 404 404 404 404 404 404
GET  discussions:thread                   404 200 200 200 200 404 404 404 404 404 404
POST discussions:thread                   404 302 302 302 302 404 404 404 404 404 404
GET  discussions:thread#mechanism         404 200 200 200 200 404 404 404 404 404 404
GET  discussions:thread#shared            404 200 200 200 200 200 200 200 200 200 404
POST discussions:thread#shared            404 302 302 302 302 302 302 302 302 302 404
POST discussions:closings                 404 302 302 302 403 404 404 404 404 404 404
POST discussions:closings#shared          404 302 403 403 403 403 302 403 403 403 404
POST discussions:reopenings               404 302 302 302 403 404 404 404 404 404 404
POST discussions:summaries                404 302 302 302 403 404 404 404 404 404 404
POST discussions:hearings                 404 302 302 302 302 302 302 302 302 302 404
GET  discussions:message                  404 200 200 200 200 404 404 404 404 404 404
POST discussions:message                  404 409 409 409 409 404 404 404 404 404 404
POST discussions:message#shared           404 302 409 409 409 409 409 409 409 409 404
POST discussions:withdrawals              404 302 409 409 409 404 404 404 404 404 404
POST discussions:hidings                  404 403 403 403 403 403 302 403 403 403 404
POST discussions:showings                 404 403 403 403 403 403 302 403 403 403 404
"""
