"""Other nodes as tests need them: keys that only the tests have."""

from typing import Any

from cast import NOW, Cast
from tejido.engine.exchange import Introduction, Party, SenderKind, read_introduction, write_introduction
from tejido.engine.proof import public_key, rfc3339
from tejido.exchange import commands
from tejido.exchange.models import Peer

SECRET, NEXT_SECRET, STRANGER = bytes([1] * 32), bytes([2] * 32), bytes([3] * 32)


def party(secret: bytes = SECRET, **changes: Any) -> Party:
    said = {"kind": SenderKind.NETWORK, "name": "Red del Sur", "code": "sur", "key": public_key(secret)} | changes
    return Party(**said)


def introduced(secret: bytes = SECRET, address: str = "", replaced: bytes = b"", **changes: Any) -> bytes:
    """The file by which another node introduces itself."""
    old = public_key(replaced) if replaced else b""
    return write_introduction(Introduction(party(secret, **changes), address, rfc3339(NOW), old), secret, replaced)


def introduce(cast: Cast, secret: bytes = SECRET, **changes: Any) -> Peer:
    found = read_introduction(introduced(secret, **changes))
    return commands.introduce_peer(actor=cast.secretariat, introduction=found, at=NOW)


def heard(peer: Peer) -> str:
    """What the other side reads out."""
    return " ".join(peer.fingerprint.split("-")[-2:])


def verified(cast: Cast, secret: bytes = SECRET, **changes: Any) -> Peer:
    """A peer that somebody has compared the fingerprint of."""
    peer = introduce(cast, secret, **changes)
    commands.verify_peer(actor=cast.secretariat, peer=peer, said=heard(peer), at=NOW)
    return Peer.objects.get(key=peer.key)
