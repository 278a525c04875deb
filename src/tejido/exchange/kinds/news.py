"""What is new and may be told of: public names and keys alone, since an instant. An app above adds its own."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

from tejido.curriculum.models import Edition
from tejido.ledger.actors import PUBLIC
from tejido.practices.queries import published_since
from tejido.registry.names import BodyKind

from ..models import Parcel, Peer
from ..names import Direction, News

Names = QuerySet[Any, Any]
Source = Callable[[Peer, datetime, Names], Iterable[str]]
"""source(peer, since, told): the names of what is new since an instant, the first one first, without those of `told`.
The database leaves them out: at each look nothing is read that was told before."""
_SLASH = Value("/")


def numbered(name: str, number: str) -> Combinable:
    """How a thing that has numbers is called, as in "slug/2": made by the database."""
    return Concat(name, _SLASH, Cast(number, TextField()), output_field=TextField())


def _editions(_peer: Peer, since: datetime, told: Names) -> list[str]:
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK, sealed_at__gte=since).exclude(record=b"")
    new = rows.annotate(name=numbered("text__slug", "number")).exclude(name__in=told)
    return list(new.order_by("sealed_at", "key").values_list("name", flat=True))


def _practices(_peer: Peer, since: datetime, told: Names) -> list[str]:
    new = published_since(PUBLIC, since).annotate(name=numbered("practice__key", "number")).exclude(name__in=told)
    return list(new.values_list("name", flat=True))


def _bundles(_peer: Peer, since: datetime, told: Names) -> list[str]:
    rows = Parcel.objects.filter(direction=Direction.SENT, channel="public", at__gte=since, is_demonstration=False)
    new = rows.annotate(name=Cast("sequence", TextField())).exclude(name__in=told)
    return list(new.order_by("sequence").values_list("name", flat=True))


SOURCES: dict[str, Source] = {News.EDITION: _editions, News.PRACTICE: _practices, News.BUNDLE: _bundles}


def tell_of(kind: str, source: Source) -> None:
    """A kind of an app above this one."""
    SOURCES[kind] = source
