"""What goes to sister networks by itself: bundles that the clock made, and who can be reached."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from tejido.ledger.actors import CLOCK

from ..models import Carried, Contact, Holdup, Parcel, Peer
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


def carried(kind: str) -> QuerySet[Carried]:
    """What of a kind is in a bundle for one peer, by `peer` and `name`. What did not arrive under a key that was
    replaced is not carried any more, nor what was over before it came."""
    under_another_key = Q(parcel__state=Standing.MADE) & ~Q(parcel__channel=F("peer__fingerprint"))
    rows = Carried.objects.filter(kind=kind, peer__isnull=False)
    return rows.exclude(Q(parcel__state=Standing.LAPSED) | under_another_key)


def parcel_with(peer: Peer, kind: str, name: str) -> Parcel | None:
    """The last bundle with this content for the peer alone, without its file. One query."""
    rows = Parcel.objects.filter(key__in=carried(kind).filter(peer=peer, name=name).values("parcel")).defer("raw")
    return rows.order_by("at", "sequence").last()
