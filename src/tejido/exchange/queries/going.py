"""What goes to sister networks by itself: bundles that the clock made, and who can be reached."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tejido.ledger.actors import CLOCK

from ..models import Contact, Holdup, Parcel, Peer
from ..names import Direction, Errand, Kind, Standing, State


def peers_to_reach(at: datetime) -> list[Peer]:
    """The sister networks that are trusted and have an address, as far as it is time to try them."""
    rows = Peer.objects.filter(kind=Kind.NETWORK, state=State.VERIFIED, is_home=False, is_demonstration=False)
    later = Contact.objects.filter(next_at__gt=at).values("peer")
    rows = rows.exclude(address="").exclude(key__in=later).exclude(key__in=held_up(Errand.BUNDLES, at))
    return list(rows.order_by("name", "key"))


def held_up(errand: Errand, at: datetime) -> Any:
    """The keys of the peers for which it is not time yet to go on with an errand."""
    return Holdup.objects.filter(errand=errand, next_at__gt=at).values("peer")


def holdup_of(peer: Peer, errand: Errand) -> Holdup | None:
    """What of an errand the peer refused, where it was not taken since."""
    return Holdup.objects.filter(peer=peer, errand=errand).exclude(problem="").first()


def next_made(peer: Peer) -> Parcel | None:
    """The first bundle that the clock made for the key that the peer has now, with its file. One that is over is handed
    over as well: nothing of it is taken in there, and its number counts."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, channel=peer.fingerprint, state=Standing.MADE)
    return rows.filter(office=CLOCK.office).order_by("sequence").first()


def misses_one(parcel: Parcel) -> bool:
    """Whether a bundle of this node before this one has not arrived."""
    made = Parcel.objects.filter(direction=Direction.SENT, channel=parcel.channel, state=Standing.MADE)
    return made.filter(sequence__lt=parcel.sequence).exists()


def carried(peers: Iterable[Peer], kind: str) -> dict[tuple[str, str], Parcel]:
    """The last bundle with each content of a kind, by the peer that it was made for alone and the content's name. What
    did not arrive under a key that was replaced is not carried any more, nor what was over before it came. One query.
    """
    fingerprints = {peer.key: peer.fingerprint for peer in peers}
    rows = Parcel.objects.filter(peer__in=list(fingerprints), direction=Direction.SENT).defer("raw")
    rows = rows.exclude(state=Standing.LAPSED)
    found: dict[tuple[str, str], Parcel] = {}
    for row in rows.order_by("at", "sequence"):
        peer = str(row.peer_id)
        if row.state == Standing.MADE and row.channel != fingerprints[peer]:
            continue
        found |= {(peer, one["name"]): row for one in row.contents if one["kind"] == kind}
    return found
