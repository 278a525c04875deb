"""What other networks handed over as lists, and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.exchange import queries
from tejido.exchange.models import Item
from tejido.exchange.words import Entry, entries_of
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import texts


@dataclass(frozen=True, slots=True)
class CalledElsewhere:
    """What a concept is called in a language, the preferred first, and what it is not to be called."""

    language: str
    words: list[str]
    forbidden: list[str]


@dataclass(frozen=True, slots=True)
class EntryElsewhere:
    """One entry of a list of another network. `id` and `member` are as they are there."""

    id: str
    title: Texts
    called: list[CalledElsewhere]
    says: list[Texts]
    source: str
    member: str
    version: int


@dataclass(frozen=True, slots=True)
class ListElsewhere:
    """A list that was taken in from another network, in its latest state: its glossary, its vocabulary of sectors, the
    steps to a mechanism with what helps there, or practices that are public there. `bundle` is the number of the bundle
    that it came in."""

    key: str
    address: str
    page: str
    kind: str
    network: str
    code: str
    bundle: int
    digest: str
    taken_at: datetime
    entries: list[EntryElsewhere]
    is_demonstration: bool


def _lists(actor: Actor, _at: datetime, within: Within) -> Sequence[Item]:
    found: Any = queries.lists_for(actor, within.get("kind"))  # a query set is cut before it is asked
    return found  # type: ignore[no-any-return]


def _list(actor: Actor, _at: datetime, key: str) -> Item:
    return queries.list_for(actor, key)


def _show(item: Item, _actor: Actor, _at: datetime) -> ListElsewhere:
    return ListElsewhere(
        key=item.key,
        address=address("lists-elsewhere", item.key),
        page=page("exchange:taken", item.key),
        kind=item.kind,
        network=item.peer.name,
        code=item.peer.code,
        bundle=item.parcel.sequence,
        digest=item.digest,
        taken_at=item.at,
        entries=[_entry(entry) for entry in entries_of(item)],
        is_demonstration=item.peer.is_demonstration,
    )


def _entry(entry: Entry) -> EntryElsewhere:
    called = [CalledElsewhere(each.language, list(each.words), list(each.forbidden)) for each in entry.called]
    said = [texts(words) for _label, words in entry.says]
    return EntryElsewhere(entry.id, texts(entry.title), called, said, entry.source, entry.member, entry.number)


RESOURCES = (
    Resource(
        "lists-elsewhere", "exchange:taken", ListElsewhere, _lists, _list, _show, index="exchange:home",
        filters=("kind",),
    ),
)  # fmt: skip  # one row, read as one
