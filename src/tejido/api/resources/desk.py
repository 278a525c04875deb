"""What waits for the seat, and what was done: lately in its bodies, and from the seat itself."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.desk import queries
from tejido.desk.acts import words
from tejido.desk.queries import Waiting as Line
from tejido.ledger.actors import Actor
from tejido.registry.queries import seat_names
from tejido.registry.words import seat_words

from ..resource import Resource, Within, address
from .parts import found, must_be_seated

## What waits


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the seat, in the reader's language: what, where, and until when, announced in the time
    of `zone`; null where no day is set."""

    key: str
    address: str
    page: str
    what: str
    title: str
    until: datetime | None
    zone: str


Waits = tuple[str, Line]


def _waiting(actor: Actor, at: datetime, _within: Within) -> Sequence[Waits]:
    must_be_seated(actor)
    lines = queries.waiting_in(queries.work_of(actor, at))
    before: Counter[str] = Counter()
    several = []
    for line in lines:
        several.append((_named(line.url, before[line.url]), line))
        before[line.url] += 1
    return several


def _named(url: str, place: int) -> str:
    """A key of what waits: of its page, and of its place among what waits there, whatever the language of the words."""
    return hashlib.sha256(f"{url} {place}".encode()).hexdigest()[:12]


def _one_waiting(actor: Actor, at: datetime, key: str) -> Waits:
    return found(_waiting(actor, at, Within()), key, _key_of_waiting)


def _show_waiting(item: Waits, _actor: Actor, _at: datetime) -> Waiting:
    key, line = item
    until = line.until
    return Waiting(key, address("waiting", key), line.url, line.what, line.text, until, line.zone)


def _key_of_waiting(item: Waits) -> str:
    return item[0]


WAITING = Resource(
    "waiting", "", Waiting, _waiting, _one_waiting, _show_waiting, key=_key_of_waiting, index="desk:home",
)  # fmt: skip  # one row, read as one


## What was done


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the ledger, as the desk tells it: what was done (`act` is its code, `what` the same in the reader's
    language), from which seat and when. `page` leads to what it was about, where the desk leads there."""

    key: str
    address: str
    page: str
    act: str
    what: str
    office: str
    seat: str
    at: datetime
    links: dict[str, str]


# What of the ledger the desk leads to: the collection, by the kind of the object.
COLLECTIONS: Mapping[str, str] = {
    "round": "rounds",
    "procedure": "procedures",
    "comment": "comments",
    "meeting": "meetings",
    "seminar": "seminars",
}

Done = tuple[Any, str]  # the line, and its seat in words


def _acts(actor: Actor, at: datetime, within: Within) -> Sequence[Done]:
    """What happened lately in the bodies of the seat, or with `of=seat` what was done from the seat, whoever held it;
    the latest first."""
    must_be_seated(actor)
    if within.get("of") == "seat":
        return _told(queries.memory_of(actor).acts)
    return _told(queries.recent(actor, at))


def _told(lines: Sequence[Any]) -> list[Done]:
    seats = seat_names({line.seat for line in lines if line.seat})
    return [(line, seat_words(seats.get(line.seat))) for line in lines]


def _act(actor: Actor, at: datetime, key: str) -> Done:
    must_be_seated(actor)
    return found(_told([*queries.recent(actor, at), *queries.memory_of(actor).acts]), key, _key_of_act)


def _show_act(item: Done, _actor: Actor, _at: datetime) -> Act:
    line, seat = item
    collection = COLLECTIONS.get(line.kind, "")
    return Act(
        key=line.key,
        address=address("ledger", line.key),
        page=f"/{collection}/{line.object}/" if collection else "",
        act=line.act,
        what=str(words(line.act)),
        office=line.office,
        seat=seat,
        at=line.at,
        links={"about": address(collection, line.object)} if collection else {},
    )


def _key_of_act(item: Done) -> str:
    return str(item[0].key)


ACTS = Resource(
    "ledger", "", Act, _acts, _act, _show_act, key=_key_of_act, index="desk:memory", filters=("of",),
)  # fmt: skip  # one row, read as one

RESOURCES = (WAITING, ACTS)
