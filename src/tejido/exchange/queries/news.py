"""Of what a peer is told, what it was not told, and what it said itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min, Q, QuerySet

from ..models import Contact, Heard, Holdup, Parcel, Peer, Telling, Topic
from ..names import ARRIVED, Direction, End, Errand, Standing, State
from .going import held_up

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


def holdups_of(peer: Peer) -> list[Holdup]:
    """What the peer refused, one for each errand. One query."""
    return list(Holdup.objects.filter(peer=peer).exclude(problem="").order_by("errand"))


def _trusted(at: datetime | None = None) -> QuerySet[Peer]:
    rows = Peer.objects.filter(state=State.VERIFIED, is_demonstration=False).exclude(address="").order_by("name", "key")
    return rows if at is None else rows.exclude(key__in=Contact.objects.filter(next_at__gt=at).values("peer"))


def peers_with_topics() -> list[Peer]:
    """Those that are told of something, and have an address."""
    return list(_trusted().filter(key__in=Topic.objects.filter(until=None).values("peer")))


def peers_to_tell(at: datetime) -> list[Peer]:
    """Those for whom something waits, as far as it is time to try them."""
    rows = _trusted(at).exclude(key__in=held_up(Errand.TELLINGS, at))
    return list(rows.filter(key__in=Telling.objects.filter(ended_at=None).values("peer")))


def next_telling(peer: Peer) -> Telling | None:
    return Telling.objects.filter(peer=peer, ended_at=None).order_by("sequence").first()


def peers_to_look_at(at: datetime) -> list[Peer]:
    """Those that told of something that was not looked for yet, as far as it is time to try them."""
    rows = _trusted(at).exclude(key__in=held_up(Errand.LOOKS, at))
    return list(rows.filter(key__in=Heard.objects.filter(looked_at=None).values("peer")))


def last_heard_at(peer: Peer) -> datetime:
    """When the peer told of something last; what it tells meanwhile is looked for at the next look."""
    return Heard.objects.filter(peer=peer).latest("at").at


def is_well(peer: Peer) -> bool:
    """Whether the last try of the line, if there was one, went well."""
    return not Contact.objects.filter(peer=peer).exclude(problem="").exists()


def last_public(peer: Peer) -> int:
    """The number of the last bundle for everybody of the peer that came: those that are here or were over, and those
    that were refused since the peer told of what was not looked for yet. Two queries."""
    since = Heard.objects.filter(peer=peer, looked_at=None).aggregate(first=Min("at"))["first"]
    counts = Q(state__in=ARRIVED)
    if since is not None:
        counts |= Q(state=Standing.REFUSED, at__gte=since)
    rows = Parcel.objects.filter(counts, peer=peer, direction=Direction.RECEIVED, channel="public")
    return rows.aggregate(last=Max("sequence"))["last"] or 0
