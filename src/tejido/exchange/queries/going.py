"""What goes to sister networks by itself: bundles that the clock made, and who can be reached."""

from collections.abc import Iterable
from datetime import datetime

from tejido.ledger.actors import CLOCK

from ..models import Contact, Parcel, Peer
from ..names import Direction, Kind, Standing, State


def peers_to_reach(at: datetime) -> list[Peer]:
    """The sister networks that are trusted and have an address, as far as it is time to try them."""
    rows = Peer.objects.filter(kind=Kind.NETWORK, state=State.VERIFIED, is_home=False, is_demonstration=False)
    later = Contact.objects.filter(next_at__gt=at).values("peer")
    return list(rows.exclude(address="").exclude(key__in=later).order_by("name", "key"))


def next_made(peer: Peer, at: datetime) -> Parcel | None:
    """The first bundle that the clock made for the key that the peer has now, with its file; none that is over."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, channel=peer.fingerprint, state=Standing.MADE)
    return rows.filter(office=CLOCK.office, expires__gt=at).order_by("sequence").first()


def carried(peers: Iterable[Peer], kind: str) -> dict[tuple[str, str], Parcel]:
    """The last bundle with each content of a kind, by the peer that it was made for alone and the content's name. What
    did not arrive under a key that was replaced is not carried any more. One query."""
    fingerprints = {peer.key: peer.fingerprint for peer in peers}
    rows = Parcel.objects.filter(peer__in=list(fingerprints), direction=Direction.SENT).defer("raw")
    found: dict[tuple[str, str], Parcel] = {}
    for row in rows.order_by("at", "sequence"):
        peer = str(row.peer_id)
        if row.state == Standing.MADE and row.channel != fingerprints[peer]:
            continue
        found |= {(peer, one["name"]): row for one in row.contents if one["kind"] == kind}
    return found
