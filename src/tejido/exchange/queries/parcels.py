"""Bundles that went out and came in, and what is known of a sender when one comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from tejido.curriculum.models import Text
from tejido.engine.exchange import Known, KnownHead, KnownKey, Party, SenderKind, Taken
from tejido.engine.proof import fingerprint, from_text, rfc3339
from tejido.ledger.actors import Actor
from tejido.ledger.models import SignedTreeHead

from ..models import Alarm, Item, Parcel, Peer, PeerKey, SeenHead
from ..names import COUNTED, Direction, Kind, Standing, State
from .peers import may_read


@dataclass(frozen=True, slots=True)
class History:
    """The bundles of a page: those that wait, and the latest of the others."""

    waiting: tuple[Parcel, ...]
    done: tuple[Parcel, ...]


def _readable(actor: Actor) -> Q:
    """What goes to a member's own node and comes from it is known to that member and to the network's own seats."""
    if not may_read(actor):
        return Q(pk__in=[])
    return Q(peer=None) | Q(peer__kind=Kind.NETWORK) | Q(peer__code=actor.member) if actor.member else Q()


def history(actor: Actor, peer: Peer | None = None, most: int = 50) -> History:
    """Two queries, without the files."""
    rows = Parcel.objects.filter(_readable(actor)).select_related("peer").defer("raw")
    rows = rows.filter(peer=peer) if peer else rows
    waiting = rows.filter(state=Standing.WAITING)
    done = rows.exclude(state=Standing.WAITING).order_by("-at", "-key")[:most]
    return History(tuple(waiting), tuple(done))


def parcel_for(actor: Actor, key: str) -> Parcel:
    """Parcel.DoesNotExist for whom it is not, exactly as for an unknown key."""
    return Parcel.objects.filter(_readable(actor)).select_related("peer__body").get(key=key)


def alarms(actor: Actor) -> Sequence[Alarm]:
    return list(Alarm.objects.select_related("peer")) if may_read(actor) else []


def items_of(actor: Actor, peer: Peer) -> Sequence[Item]:
    """What was taken in of a peer, each in its latest state, without the data."""
    rows = Item.objects.filter(peer=peer).defer("data")
    return list(rows) if may_read(actor) else []


def public_bundle(sequence: int) -> Parcel:
    """A bundle that is for everybody. Parcel.DoesNotExist otherwise."""
    return Parcel.objects.get(direction=Direction.SENT, channel="public", sequence=sequence)


def public_bundles() -> Sequence[Parcel]:
    rows = Parcel.objects.filter(direction=Direction.SENT, channel="public")
    return list(rows.order_by("-sequence").defer("raw"))


def peer_of(key: bytes) -> Peer | None:
    """Whose key it is, whatever became of it."""
    found = PeerKey.objects.select_related("peer__body").filter(fingerprint=fingerprint(key)).first()
    return found.peer if found else None


def known_of(peer: Peer, kinds: frozenset[str]) -> Known:
    """What this node knows of a sender when a bundle of it comes. Three queries."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, state__in=COUNTED).defer("raw")
    kept = list(rows.order_by("sequence"))
    taken = sorted((row for row in kept if row.state == Standing.TAKEN), key=lambda row: (row.done_at, row.sequence))
    return Known(
        party=Party(SenderKind(peer.kind), peer.name, peer.code, b""),
        keys=tuple(_key(row) for row in PeerKey.objects.filter(peer=peer)),
        is_verified=peer.state == State.VERIFIED,
        is_ended=peer.state == State.ENDED,
        last={row.channel: Taken(row.sequence, row.digest) for row in kept},
        ids={row.bundle: row.digest for row in kept},
        newest=_newest_in(taken),
        heads=_heads(peer),
        kinds=kinds,
    )


def _key(row: PeerKey) -> KnownKey:
    until = rfc3339(row.until.replace(microsecond=0)) if row.until else ""
    return KnownKey(from_text(row.public, 32), until, row.revoked_at is not None)


def _newest_in(parcels: Sequence[Parcel]) -> dict[tuple[str, str], tuple[int, str]]:
    """The latest state of each content, by its kind and name: version and digest."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for parcel in parcels:
        for one in parcel.contents:
            found[one["kind"], one["name"]] = (one["version"], one["digest"])
    return found


def _heads(peer: Peer) -> dict[str, tuple[KnownHead, ...]]:
    """Those that came from the peer itself: what others tell of it is compared, and proves nothing by itself."""
    found: dict[str, tuple[KnownHead, ...]] = {}
    for row in SeenHead.objects.filter(peer=peer, told_by=None):
        found[row.tree] = (*found.get(row.tree, ()), KnownHead(row.size, row.root, row.data["at"]))
    return found


def newest_heads() -> Sequence[SeenHead]:
    """The largest head that is known of each ledger of each other node, by whoever told it."""
    newest: dict[tuple[str, str], SeenHead] = {}
    for row in SeenHead.objects.order_by("size", "at"):
        newest[row.peer_id, row.tree] = row
    return list(newest.values())


def handed_size(peer: Peer, tree: str) -> int:
    """How large a ledger of this node was in the last head that the peer was given, under whichever of its keys."""
    names = PeerKey.objects.filter(peer=peer).values_list("fingerprint", flat=True)
    rows = SignedTreeHead.objects.filter(tree=tree, handed_to__in=[peer.fingerprint, *names])
    return rows.order_by("-size").values_list("size", flat=True).first() or 0


def last_sent(channel: str) -> Parcel | None:
    return Parcel.objects.filter(direction=Direction.SENT, channel=channel).order_by("-sequence").first()


def slugs_of(items: Sequence[Item]) -> dict[str, str]:
    """Where the texts stand that editions became, by their keys. One query."""
    keys = [item.object for item in items if item.object]
    return dict(Text.objects.filter(key__in=keys).values_list("key", "slug"))
