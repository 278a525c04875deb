"""Heads of ledgers that a bundle tells: those of its sender, and those that it has from others. Compared, they show a
ledger that was told in two versions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.engine.exchange import Bundle, UnfitCode
from tejido.engine.proof import SignedHead, fingerprint, from_text, rfc3339, signed_head_to_data, verify_head
from tejido.ledger.actors import CLOCK
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.queries import node_key, root_of, size_of

from ..models import Alarm, Parcel, Peer, PeerKey, SeenHead
from ..names import Act


def keep_heads(peer: Peer, bundle: Bundle, parcel: Parcel, at: datetime) -> None:
    """Keeps what was told, and raises an alarm where two tellings of one ledger differ."""
    for sent in bundle.heads:
        _keep(peer, None, sent.signed, parcel, at)
    for seen in bundle.seen:
        _compare(peer, seen.signed, parcel, at)


def _keep(peer: Peer, told_by: Peer | None, signed: SignedHead, parcel: Parcel, at: datetime) -> None:
    head = signed.head
    values = {"told_by": told_by, "parcel": parcel, "data": signed_head_to_data(signed), "at": at}
    SeenHead.objects.get_or_create(peer=peer, tree=head.tree, size=head.size, root=head.root, defaults=values)


def _compare(peer: Peer, signed: SignedHead, parcel: Parcel, at: datetime) -> None:
    """A head of this node has to be one of its own ledger; one of a third node, the one that it told here. A head that
    its key did not sign, or of a node that nobody here knows, says nothing."""
    head = signed.head
    if head.key == fingerprint(node_key()):
        if verify_head(signed, node_key()) and not _is_ours(head.tree, head.size, head.root):
            _alarm(None, parcel, signed, at)
        return
    key = PeerKey.objects.select_related("peer").filter(fingerprint=head.key).first()
    if key is None or key.peer_id == peer.key or not verify_head(signed, from_text(key.public, 32)):
        return
    others = SeenHead.objects.filter(peer=key.peer, tree=head.tree, size=head.size).exclude(root=head.root)
    _keep(key.peer, peer, signed, parcel, at)
    if others.exists():
        _alarm(key.peer, parcel, signed, at)


def _is_ours(tree: str, size: int, root: str) -> bool:
    return size <= size_of(tree) and root_of(tree, size).hex() == root


def _alarm(whose: Peer | None, parcel: Parcel, signed: SignedHead, at: datetime) -> None:
    head = signed.head
    told = {"said": head.root, "known": "", "where": f"{head.tree}, {head.size}"}
    raise_alarm(whose, parcel, UnfitCode.HEAD_SPLIT.value, head.tree, told, at)


def raise_alarm(
    whose: Peer | None, parcel: Parcel, code: str, tree: str, told: Mapping[str, Any], at: datetime
) -> None:
    """It stays: nobody can take it back. It is a line of the ledger as well."""
    row = Alarm.objects.create(peer=whose, parcel=parcel, code=code, tree=tree, told=dict(told), at=at)
    facts = {"code": code, "tree": tree, "parcel": parcel.key, "at": rfc3339(at)}
    write_down(CLOCK, Act.EXCHANGE_ALARM, row, at, facts, tree=NETWORK)
