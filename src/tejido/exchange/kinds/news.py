"""What is new and may be told of: public names and keys alone, since an instant. An app above adds its own."""

from collections.abc import Callable, Iterable
from datetime import datetime

from tejido.curriculum.models import Edition
from tejido.ledger.actors import PUBLIC
from tejido.practices.queries import shown_practices
from tejido.registry.names import BodyKind

from ..models import Parcel, Peer
from ..names import Direction, News

Source = Callable[[Peer, datetime], Iterable[str]]


def _editions(_peer: Peer, since: datetime) -> list[str]:
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK, sealed_at__gte=since).exclude(record=b"")
    found = rows.order_by("sealed_at", "key").values_list("text__slug", "number")
    return [f"{slug}/{number}" for slug, number in found]


def _practices(_peer: Peer, since: datetime) -> list[str]:
    shown = [one for one in shown_practices(PUBLIC) if one.version.at >= since]
    return [f"{one.practice.key}/{one.version.number}" for one in reversed(shown)]


def _bundles(_peer: Peer, since: datetime) -> list[str]:
    rows = Parcel.objects.filter(direction=Direction.SENT, channel="public", at__gte=since, is_demonstration=False)
    return [str(number) for number in rows.order_by("sequence").values_list("sequence", flat=True)]


SOURCES: dict[str, Source] = {News.EDITION: _editions, News.PRACTICE: _practices, News.BUNDLE: _bundles}


def tell_of(kind: str, source: Source) -> None:
    """A kind of an app above this one."""
    SOURCES[kind] = source
