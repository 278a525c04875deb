"""Good practices as they are published to the reader; and those that one's own member has begun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.practices import queries
from tejido.practices.names import Field
from tejido.practices.queries import OwnLine, Shown, Strength

from ..resource import Resource, Texts, Within, address, page
from .parts import found, texts

## What is published


@dataclass(frozen=True, slots=True)
class Practice:
    """A good practice, in the latest version that the reader may read. One that was withdrawn is told by its title, its
    dates and the reason alone, where it is asked for. `contact` is the office that answers for it, told to seats of the
    network; `proofs`, `peers` and `adaptations` count what stands behind it."""

    key: str
    address: str
    page: str
    member: str
    version: int
    digest: str
    at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: Texts
    title: Texts
    problem: Texts
    done: Texts
    context: Texts
    evidence: Texts
    cost: Texts
    conditions: Texts
    magnitude: str
    grounds: str
    groups: list[str]
    themes: list[str]
    factors: list[str]
    contact: str
    proofs: int
    peers: int
    adaptations: int
    is_demonstration: bool
    links: dict[str, str]


Published = tuple[Shown, Strength, str]


def _practices(actor: Actor, _at: datetime, within: Within) -> Sequence[Published]:
    member, theme = within.get("member"), within.get("theme")
    rows = [row for row in queries.shown_practices(actor) if member in {"", row.practice.member.code}]
    return _with_strengths(actor, [row for row in rows if not theme or theme in row.content["themes"]])


def _practice(actor: Actor, _at: datetime, key: str) -> Published:
    return _with_strengths(actor, [queries.shown_of(actor, key)])[0]


def _with_strengths(actor: Actor, rows: Sequence[Shown]) -> list[Published]:
    strengths, seats = queries.strengths(actor, rows), queries.contacts(actor, rows)
    offices = {key: seat.office for key, seat in seats.items()}
    return [(row, strengths[row.practice.key], offices.get(row.content["contact"], "")) for row in rows]


def _show_practice(item: Published, _actor: Actor, _at: datetime) -> Practice:
    (shown, strength, contact), row, version = item, item[0].practice, item[0].version
    content: Mapping[str, Any] = {"title": shown.content["title"]} if shown.is_withdrawn else shown.content
    said: dict[str, Any] = {str(field): texts(content.get(field)) for field in Field}
    said |= {name: list(content.get(name, ())) for name in ("groups", "themes", "factors")}
    return Practice(
        key=row.key,
        address=address("practices", row.key),
        page=page("practices:practice", row.key),
        member=row.member.code,
        version=version.number,
        digest=version.digest,
        at=version.at,
        withdrawn_at=version.withdrawn_at,
        withdrawn_because=texts(version.reason),
        magnitude=content.get("magnitude", ""),
        grounds=content.get("grounds", ""),
        contact="" if shown.is_withdrawn else contact,
        proofs=0 if shown.is_withdrawn else strength.proofs,
        peers=0 if shown.is_withdrawn else strength.reviews,
        adaptations=strength.adaptations,
        is_demonstration=row.is_demonstration,
        links={"member": address("members", row.member.code)},
        **said,
    )


def _key_of_practice(item: Published) -> str:
    return str(item[0].practice.key)


PRACTICES = Resource(
    "practices", "practices:practice", Practice, _practices, _practice, _show_practice, key=_key_of_practice,
    index="practices:home", filters=("member", "theme"), is_public=True,
)  # fmt: skip  # one row, read as one


## What the own member has begun


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """A practice in the space of one's own member: how far it has come. `published` is the number of its latest
    version."""

    key: str
    address: str
    page: str
    title: Texts
    changed_at: datetime
    is_with_peers: bool
    published: int | None
    links: dict[str, str]


def _own_practices(actor: Actor, _at: datetime, _within: Within) -> Sequence[OwnLine]:
    return queries.own_practices(actor)


def _own_practice(actor: Actor, _at: datetime, key: str) -> OwnLine:
    return found(queries.own_practices(actor), key, _key_of_own)


def _show_own(line: OwnLine, _actor: Actor, _at: datetime) -> OwnPractice:
    row = line.practice
    return OwnPractice(
        key=row.key,
        address=address("own-practices", row.key),
        page=page("practices:draft", row.key),
        title=texts(row.draft["title"]),
        changed_at=row.changed_at,
        is_with_peers=line.is_with_peers,
        published=line.version.number if line.version else None,
        links={"published": address("practices", row.key)} if line.version else {},
    )


def _key_of_own(line: OwnLine) -> str:
    return str(line.practice.key)


OWN_PRACTICES = Resource(
    "own-practices", "practices:draft", OwnPractice, _own_practices, _own_practice, _show_own, key=_key_of_own,
    index="practices:own",
)  # fmt: skip  # one row, read as one

RESOURCES = (PRACTICES, OWN_PRACTICES)
