"""Other nodes in the permission matrix: one that is verified, one that was only introduced, and the own node of Aldea,
which Brisa knows nothing of."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tejido.engine.exchange import Bundle, Content, SenderKind, read_bundle, write_bundle
from tejido.engine.proof import rfc3339
from tejido.exchange import commands, queries
from tejido.exchange.models import Parcel, Peer
from tejido.exchange.tests.doings import NEXT_SECRET, SECRET, STRANGER, heard, introduce, introduced, party, verified

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

KEPT: dict[str, str] = {}
HEARD: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """The name of a member's own node is read by the network's seats too, so it is not what only Aldea reads."""
    del canary
    cast = world.network.cast
    KEPT["network"] = verified(cast, SECRET, name=f"{released} Red del Sur").key
    new = introduce(cast, STRANGER, code="norte", name=f"{released} Red del Norte")
    own = verified(cast, bytes([9] * 32), kind=SenderKind.MEMBER, code="XA", name=f"{released} nodo de Aldea")
    KEPT.update(introduced=new.key, member=own.key)
    HEARD["introduced"] = heard(new)
    HEARD["thing"] = f"edition {world.network.texts['adopted'].slug}"
    KEPT["waiting"] = _came(cast, f"{released} Red del Sur").key
    KEPT["made"], KEPT["own"] = (_made(cast, peer) for peer in (Peer.objects.get(key=KEPT["network"]), own))
    _made(cast, None)


def _at() -> Any:
    from matrix_world import AT

    return AT


def _came(cast: Cast, name: str) -> Parcel:
    """A bundle that waits for somebody to look at it."""
    made = _at().replace(microsecond=0)
    sectors = {"entries": [{"id": "SAL", "name": {"es": "Salud"}}]}
    bundle = Bundle(
        "0123456789ab", party(SECRET, name=name), (queries.own_fingerprint(),), 1, "", rfc3339(made),
        rfc3339(made + timedelta(days=300)), (Content("vocabulary", "vocabulary", 1, sectors),),
    )  # fmt: skip  # one value
    raw = write_bundle(bundle, SECRET)
    return commands.receive_bundle(actor=cast.secretariat, bundle=read_bundle(raw), raw=raw, at=_at())


def _made(cast: Cast, peer: Peer | None) -> str:
    kind, _blank, name = HEARD["thing"].partition(" ")
    return commands.make_bundle(actor=cast.secretariat, peer=peer, picks=[(kind, name)], at=_at()).key


def _file(name: str, content: bytes) -> BytesIO:
    """A file that can be sent again and again."""
    file = BytesIO(content)
    file.name = name
    return file


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    del world
    key = {name: {"key": found} for name, found in KEPT.items()}
    file = _file("nodo.json", introduced(NEXT_SECRET, code="este"))
    reason = {"reason": "Por un acuerdo."}
    found = {
        "home": ask(),
        "introduction": ask(),
        "introductions": ask({}, {"file": file}),
        "peer": ask(key["network"]),
        "peer#member": ask(key["member"]),
        "verifications": ask(key["introduced"], {"said": HEARD["introduced"]}),
        "addresses": ask(key["network"], {"address": "https://sur.example"}),
        "bundles": ask({}, {"file": _file("x.tejido.json", b"{}")}),
        "new_bundle": ask({}, {"peer": "", "things": [HEARD["thing"]], "days": "30"}),
        "bundle": ask(key["waiting"]),
        "bundle#member": ask(key["own"]),
        "bundle_file": ask(key["made"]),
        "bundle_file#member": ask(key["own"]),
        "bundle_file#theirs": ask(key["waiting"]),
        "takings": ask(key["waiting"]),
        "declinings": ask(key["waiting"], reason),
        "deliveries": ask(key["made"]),
        "inbox": ask(),
        "catalogue": ask(),
        "public": ask({"sequence": 1}),
        "endings": ask(key["network"], reason),
        "revocations": ask(key["network"], reason),
    }
    return {f"exchange:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  exchange:home                        404 200 200 200 200 200 200 200 200 200 404
GET  exchange:introduction                200 200 200 200 200 200 200 200 200 200 200
POST exchange:introductions               404 403 403 403 403 403 302 403 403 403 404
GET  exchange:peer                        404 200 200 200 200 200 200 200 200 200 404
GET  exchange:peer#member                 404 200 200 200 200 404 200 200 200 200 404
GET  exchange:bundles                     404 200 200 200 200 200 200 200 200 200 404
POST exchange:bundles                     404 403 403 403 403 403 422 403 403 403 404
GET  exchange:new_bundle                  404 403 403 403 403 403 200 403 403 403 404
POST exchange:new_bundle                  404 403 403 403 403 403 302 403 403 403 404
GET  exchange:bundle                      404 200 200 200 200 200 200 200 200 200 404
GET  exchange:bundle#member               404 200 200 200 200 404 200 200 200 200 404
GET  exchange:bundle_file                 404 200 200 200 200 200 200 200 200 200 404
GET  exchange:bundle_file#member          404 200 200 200 200 404 200 200 200 200 404
GET  exchange:bundle_file#theirs          404 404 404 404 404 404 404 404 404 404 404
POST exchange:takings                     404 403 403 403 403 403 302 403 403 403 404
POST exchange:declinings                  404 403 403 403 403 403 302 403 403 403 404
POST exchange:deliveries                  404 403 403 403 403 403 409 403 403 403 404
POST exchange:inbox                       403 403 403 403 403 403 403 403 403 403 403
GET  exchange:catalogue                   200 200 200 200 200 200 200 200 200 200 200
GET  exchange:public                      200 200 200 200 200 200 200 200 200 200 200
POST exchange:verifications               404 403 403 403 403 403 302 403 403 403 404
POST exchange:addresses                   404 403 403 403 403 403 302 403 403 403 404
POST exchange:endings                     404 403 403 403 403 403 302 403 403 403 404
POST exchange:revocations                 404 403 403 403 403 403 302 403 403 403 404
"""
