"""Of what a peer is told, what it was not told, and what it said itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from ..models import Contact, Heard, Parcel, Peer, Telling, Topic
from ..names import Direction, End, Standing, State

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class NewsPage:
    """`topics` are the kinds that are switched on; `given_up` and `heard` the last of them, the latest first."""

    topics: Sequence[str]
    waiting: int
    given_up: Sequence[Telling]
    heard: Sequence[Heard]


def news_of(peer: Peer) -> NewsPage:
    """For who reads the peer's page. Four queries."""
    rows = Telling.objects.filter(peer=peer)
    return NewsPage(
        list(Topic.objects.filter(peer=peer, until=None).values_list("kind", flat=True)),
        rows.filter(ended_at=None).count(),
        list(rows.filter(end=End.GIVEN_UP).order_by("-sequence")[:MOST_SHOWN]),
        list(Heard.objects.filter(peer=peer)[:MOST_SHOWN]),
    )


def _trusted(at: datetime | None = None) -> QuerySet[Peer]:
    rows = Peer.objects.filter(state=State.VERIFIED, is_demonstration=False).exclude(address="").order_by("name", "key")
    return rows if at is None else rows.exclude(key__in=Contact.objects.filter(next_at__gt=at).values("peer"))


def peers_with_topics() -> list[Peer]:
    """Those that are told of something, and have an address."""
    return list(_trusted().filter(key__in=Topic.objects.filter(until=None).values("peer")))


def peers_to_tell(at: datetime) -> list[Peer]:
    """Those for whom something waits, as far as it is time to try them."""
    return list(_trusted(at).filter(key__in=Telling.objects.filter(ended_at=None).values("peer")))


def next_telling(peer: Peer) -> Telling | None:
    return Telling.objects.filter(peer=peer, ended_at=None).order_by("sequence").first()


def peers_to_look_at(at: datetime) -> list[tuple[Peer, int]]:
    """Those that told of something that was not looked for yet, with the number of the last telling."""
    open_ones = Heard.objects.filter(looked_at=None).values("peer").annotate(last=Max("sequence"))
    last = dict(open_ones.order_by().values_list("peer", "last"))
    return [(peer, last[peer.key]) for peer in _trusted(at).filter(key__in=list(last))]


def is_well(peer: Peer) -> bool:
    """Whether the last try of the line, if there was one, went well."""
    return not Contact.objects.filter(peer=peer).exclude(problem="").exists()


def last_public(peer: Peer) -> int:
    """The number of the last bundle for everybody of the peer that is here."""
    kept = (Standing.WAITING, Standing.TAKEN, Standing.DECLINED)
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, channel="public", state__in=kept)
    return rows.aggregate(last=Max("sequence"))["last"] or 0
