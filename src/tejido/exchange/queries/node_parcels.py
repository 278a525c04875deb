"""What went to a peer and came from it: numbers, contents, heads."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Q

from tejido.engine.exchange import CLOCKS_DIFFER, Asking, Known, KnownHead, KnownKey, Party, SenderKind, Taken
from tejido.engine.proof import fingerprint, from_text, rfc3339
from tejido.ledger.models import SignedTreeHead

from ..models import Parcel, Peer, PeerKey, SeenHead
from ..names import Direction, Kind, Standing, State

KEY_LENGTH = 32


def known_of(peer: Peer, kinds: frozenset[str]) -> Known:
    """What this node knows of the peer when a bundle of it comes. Four queries."""
    keys = list(PeerKey.objects.filter(peer=peer))
    own = next(key for key in keys if key.fingerprint == peer.fingerprint)
    party = Party(SenderKind(peer.kind), peer.name, peer.code, from_text(own.public, KEY_LENGTH))
    taken = list(_taken(peer).defer("raw"))
    return Known(
        party,
        tuple(_key(key) for key in keys),
        is_verified=peer.state == State.VERIFIED,
        is_ended=peer.state == State.ENDED,
        last={row.channel: Taken(row.sequence, row.digest) for row in taken},
        ids={row.bundle: row.digest for row in taken},
        newest=newest_in(taken),
        heads=_heads(peer),
        kinds=kinds,
    )


def _key(key: PeerKey) -> KnownKey:
    until = rfc3339(key.until.replace(microsecond=0)) if key.until else ""
    return KnownKey(from_text(key.public, KEY_LENGTH), until, is_revoked=key.revoked_at is not None)


def _taken(peer: Peer):  # type: ignore[no-untyped-def]  # a query set of parcels
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, state=Standing.TAKEN)
    return rows.order_by("channel", "sequence")


def newest_in(parcels: Sequence[Parcel]) -> dict[tuple[str, str], tuple[int, str]]:
    """The latest state of each content, by its kind and name: version and digest."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for parcel in parcels:
        for one in parcel.contents:
            found[one["kind"], one["name"]] = (one["version"], one["digest"])
    return found


def _heads(peer: Peer) -> Mapping[str, tuple[KnownHead, ...]]:
    found: dict[str, tuple[KnownHead, ...]] = {}
    for row in SeenHead.objects.filter(peer=peer):
        found[row.tree] = (*found.get(row.tree, ()), KnownHead(row.size, row.root, row.data["at"]))
    return found


def sent_to(peer: Peer) -> list[Parcel]:
    """Every bundle that was made for the peer alone, the first one first, without the files."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, channel=peer.fingerprint)
    return list(rows.defer("raw").order_by("sequence"))


def parcel_for(peer: Peer, key: str) -> Parcel:
    """A bundle that was made for the peer, with its file."""
    return Parcel.objects.get(peer=peer, key=key, direction=Direction.SENT)


def waiting_for(peer: Peer, after: int = 0) -> Parcel | None:
    """The first bundle for the peer that it has not confirmed, with its file."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, state=Standing.MADE, sequence__gt=after)
    return rows.order_by("sequence").first()


def last_taken(peer: Peer) -> int:
    """The number of the last bundle of the peer that is here."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, state=Standing.TAKEN)
    return rows.order_by("-sequence").values_list("sequence", flat=True).first() or 0


def asks(asking: Asking, me: str, at: datetime) -> Peer:
    """The node that asks what waits for it. Peer.DoesNotExist for a stranger, for one that is not trusted, for a
    question to another node and for an old one: all alike."""
    peer = Peer.objects.get(fingerprint=fingerprint(asking.key), state=State.VERIFIED)
    age = abs(at - datetime.fromisoformat(asking.at))
    if asking.of != me or age > CLOCKS_DIFFER or revoked(peer):
        raise Peer.DoesNotExist
    return peer


def revoked(peer: Peer) -> bool:
    return PeerKey.objects.filter(peer=peer, fingerprint=peer.fingerprint, revoked_at__isnull=False).exists()


def node_peers() -> list[Peer]:
    """The members' own nodes and, on one, the node of its network; those that are trusted."""
    rows = Peer.objects.filter(Q(kind=Kind.MEMBER) | Q(is_home=True), state=State.VERIFIED)
    return list(rows.order_by("name", "key"))


def handed_size(peer: Peer, tree: str) -> int:
    """How large a ledger of this node was in the last head that the peer was given."""
    rows = SignedTreeHead.objects.filter(tree=tree, handed_to=peer.fingerprint)
    return rows.order_by("-size").values_list("size", flat=True).first() or 0


def newest_heads(*, but: Peer | None = None) -> list[SeenHead]:
    """The largest head that is known of each ledger of each other node."""
    found: dict[tuple[str, str], SeenHead] = {}
    for row in SeenHead.objects.select_related("peer").order_by("size", "at"):
        if but is None or row.peer_id != but.key:
            found[row.peer_id, row.tree] = row
    return list(found.values())
