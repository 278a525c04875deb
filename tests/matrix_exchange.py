"""Other nodes in the permission matrix: one that is verified, one that was only introduced, and the own node of Aldea,
which Brisa knows nothing of."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.engine.exchange import (
    Acceptance,
    Bundle,
    Content,
    SenderKind,
    read_bundle,
    read_invitation,
    write_acceptance,
    write_bundle,
)
from tejido.engine.proof import public_key, rfc3339, to_text
from tejido.exchange import commands, queries
from tejido.exchange.models import Alarm, Item, Parcel, Peer, PeerKey
from tejido.exchange.names import Direction, Standing
from tejido.exchange.tests.doings import NEXT_SECRET, SECRET, STRANGER, heard, introduce, introduced, party, verified
from tejido.ledger.actors import CLOCK

if TYPE_CHECKING:
    from cast import Cast
    from matrix_world import World

KEPT: dict[str, str] = {}
HEARD: dict[str, str] = {}
INVITED: dict[str, bytes] = {}
OWN, NEW = bytes([31] * 32), bytes([32] * 32)


def fill(world: World, canary: str, released: str) -> None:
    """The name of a member's own node is read by the network's seats too, so it is not what only Aldea reads."""
    cast = world.network.cast
    KEPT["network"] = verified(cast, SECRET, name=f"{released} Red del Sur").key
    new = introduce(cast, STRANGER, code="norte", name=f"{released} Red del Norte")
    own = _own_node(world, canary, f"{released} nodo propio")
    KEPT.update(introduced=new.key, member=own.key)
    HEARD["introduced"] = heard(new)
    HEARD["thing"] = f"edition {world.network.texts['adopted'].slug}"
    KEPT["waiting"] = _came(cast, f"{released} Red del Sur").key
    KEPT["made"], KEPT["own"] = (_made(cast, peer) for peer in (Peer.objects.get(key=KEPT["network"]), own))
    _made(cast, None)
    KEPT["list"] = _list(Peer.objects.get(key=KEPT["network"]), f"{released} Salud").key


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


def _list(peer: Peer, words: str) -> Item:
    """What was taken in of another network."""
    parcel = Parcel.objects.create(
        peer=peer, direction=Direction.RECEIVED, state=Standing.LAPSED, at=NOW, office="x", done_at=NOW
    )
    entry = {"id": "salud", "terms": [["es", words, "preferred"]], "definition": {}, "source": ""}
    return Item.objects.create(
        peer=peer, kind="glossary", name="glossary", version=1, digest="0" * 64, data={"entries": [entry]},
        parcel=parcel, at=NOW,
    )  # fmt: skip  # one row


def _made(cast: Cast, peer: Peer | None) -> str:
    kind, _blank, name = HEARD["thing"].partition(" ")
    return commands.make_bundle(actor=cast.secretariat, peer=peer, picks=[(kind, name)], at=_at()).key


def _file(name: str, content: bytes) -> BytesIO:
    """A file that can be sent again and again."""
    file = BytesIO(content)
    file.name = name
    return file


def _own_node(world: World, canary: str, name: str) -> Peer:
    """Aldea's own node, trusted, with a bundle that waits for it; an invitation; an alarm."""
    cast = world.network.cast
    node = Peer.objects.create(
        kind="member", name=name, code="XA", fingerprint=party(OWN).fingerprint,
        state="verified", at=NOW, office="x", verified_at=NOW,
    )  # fmt: skip  # one row
    PeerKey.objects.create(peer=node, public=to_text(public_key(OWN)), fingerprint=node.fingerprint, since=NOW)
    content = Content("counts", "2026-network", 1, {"said": canary})
    parcel = commands.make_parcel(actor=CLOCK, peer=node, contents=[content], at=NOW)
    alarm = Alarm.objects.create(peer=None, code="split", tree="network", told={"evidence": "{}"}, at=NOW)
    KEPT.update(node=node.key, parcel=parcel.key, alarm=alarm.key)
    INVITED["XB"] = commands.invite_node(actor=cast.actor("XB/focal_point"), member=cast.members["XB"], at=NOW)
    return node


def _brought() -> bytes:
    """A bundle of the node, of a kind that changes nothing."""
    content = Content("counts", "2026-network", 1, {})
    bundle = Bundle(
        "0000000000b1", party(OWN, kind=SenderKind.MEMBER, code="XA", name=Peer.objects.get(key=KEPT["node"]).name),
        (queries.own_fingerprint(),), 1, "", rfc3339(NOW), rfc3339(NOW + timedelta(days=30)), (content,),
    )  # fmt: skip  # one row
    return write_bundle(bundle, OWN)


def _acceptance() -> bytes:
    invitation = read_invitation(INVITED["XB"])
    new = party(NEW, kind=SenderKind.MEMBER, code="XB", name="Brisa")
    return write_acceptance(Acceptance(invitation.id, new, "", rfc3339(NOW)), NEW)


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
        "tellings": ask({}, {}),
        "topics": ask(key["network"], {"kinds": ["edition"]}),
        "topics#member": ask(key["node"], {"kinds": ["edition"]}),
        "catalogue": ask(),
        "public": ask({"sequence": 1}),
        "endings": ask(key["network"], reason),
        "revocations": ask(key["network"], reason),
        "nodes": ask(),
        "node_parcels": ask({}, {}),
        "node_waiting": ask({}, {}),
        "node_acceptances": ask({}, {}),
        "node_invitations": ask({}, {}),
        "node_answers": ask({}, {"file": _file("a.json", _acceptance())}),
        "node_files": ask(key["node"], {"file": _file("b.json", _brought())}),
        "node_file": ask({**key["node"], "parcel": KEPT["parcel"]}),
        "node_contacts": ask(key["node"], {}),
        "elsewhere": ask({"kind": "glossary"}),
        "taken": ask(key["list"]),
        "alarm": ask(key["alarm"]),
        "evidence": ask(key["alarm"]),
        "looks": ask(key["alarm"], {"said": "Llamé y pregunté."}),
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
POST exchange:tellings                    422 422 422 422 422 422 422 422 422 422 422
POST exchange:topics                      404 403 403 403 403 403 302 403 403 403 404
POST exchange:topics#member               404 302 302 403 403 404 403 403 403 403 404
GET  exchange:catalogue                   200 200 200 200 200 200 200 200 200 200 200
GET  exchange:public                      200 200 200 200 200 200 200 200 200 200 200
POST exchange:verifications               404 403 403 403 403 403 302 403 403 403 404
POST exchange:addresses                   404 403 403 403 403 403 302 403 403 403 404
POST exchange:endings                     404 403 403 403 403 403 302 403 403 403 404
POST exchange:revocations                 404 403 403 403 403 403 302 403 403 403 404
GET  exchange:nodes                       404 200 200 200 200 200 200 200 200 200 404
POST exchange:node_parcels                404 404 404 404 404 404 404 404 404 404 404
POST exchange:node_waiting                404 404 404 404 404 404 404 404 404 404 404
POST exchange:node_acceptances            404 404 404 404 404 404 404 404 404 404 404
POST exchange:node_invitations            404 200 200 403 403 200 404 404 404 404 404
POST exchange:node_answers                404 302 302 403 403 302 302 403 403 403 404
POST exchange:node_files                  404 302 302 403 403 404 403 403 403 403 404
GET  exchange:node_file                   404 200 200 403 403 404 403 403 403 403 404
POST exchange:node_contacts               404 302 302 403 403 404 403 403 403 403 404
GET  exchange:elsewhere                   404 200 200 200 200 200 200 200 200 200 404
GET  exchange:taken                       404 200 200 200 200 200 200 200 200 200 404
GET  exchange:alarm                       404 200 200 200 200 200 200 200 200 200 404
GET  exchange:evidence                    404 200 200 200 200 200 200 200 200 200 404
POST exchange:looks                       404 302 302 403 403 302 302 403 403 403 404
"""
