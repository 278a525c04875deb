"""What goes to a member's own node and comes from it, one bundle after the other."""

from datetime import datetime

from django.db.models import Max, Q

from tejido.engine.exchange import CLOCKS_DIFFER, Asking
from tejido.engine.proof import fingerprint

from ..models import Carried, Parcel, Peer, PeerKey
from ..names import Direction, Kind, Standing, State


def sent_to(peer: Peer) -> dict[tuple[str, str], int]:
    """The latest version of each content, by its kind and name, in the bundles that were made for the key that the peer
    has. Those that were over before they came do not count: what they held is new for it still. One query."""
    rows = Carried.objects.filter(peer=peer, parcel__channel=peer.fingerprint).exclude(parcel__state=Standing.LAPSED)
    latest = rows.order_by().values_list("kind", "name").annotate(latest=Max("version"))
    return {(kind, name): version for kind, name, version in latest}


def parcel_for(peer: Peer, key: str) -> Parcel:
    """A bundle that was made for the peer, with its file."""
    return Parcel.objects.get(peer=peer, key=key, direction=Direction.SENT)


def waiting_for(peer: Peer) -> Parcel | None:
    """The first bundle for the peer that it has not confirmed, with its file."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, state=Standing.MADE)
    return rows.order_by("sequence").first()


def next_after(peer: Peer, number: int) -> Parcel | None:
    """The first bundle for the peer after this number, with its file. One that is over is among them: it counts."""
    given = (Standing.MADE, Standing.LAPSED)
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, state__in=given, sequence__gt=number)
    return rows.order_by("sequence").first()


def last_taken(peer: Peer) -> int:
    """The number of the last bundle of the peer that came."""
    came = (Standing.TAKEN, Standing.LAPSED)
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, state__in=came)
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
