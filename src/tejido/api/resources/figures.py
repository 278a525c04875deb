"""Who is trained in which edition: counts as members published them to the reader, never fewer persons than a group
may have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.figures import queries
from tejido.figures.lines import Sum
from tejido.figures.queries.boards import Editions
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import BETWEEN, numbered, texts


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number: how many persons, by what is counted (`counts`). `edition` tells the editions of all texts
    apart, `text` and `number` say which one it is; they are empty where what is taught comes from none. `by` is the
    dimension that the persons are told by, empty for a total; `values` which values of it, empty where they are not
    divided."""

    edition: str
    text: Texts
    number: int | None
    counts: str
    by: str
    values: list[str]
    persons: int


@dataclass(frozen=True, slots=True)
class Trained:
    """What a member published of a year: in a list the totals and the margins of sex, where one is asked for every
    margin. `months` are those of which its schools released something."""

    key: str
    address: str
    page: str
    member: str
    year: int
    digest: str
    at: datetime
    months: list[str]
    figures: list[Figure]
    is_demonstration: bool
    links: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A publication with its numbers."""

    row: Any
    sums: Sequence[Sum]
    editions: Editions


def _many(actor: Actor, _at: datetime, within: Within) -> Sequence[Told]:
    region = queries.region(actor)
    if region is None:
        return []
    shown = queries.shown_to(actor, region.years, within.get("member"))
    found: dict[tuple[str, int], list[Sum]] = {}
    for one in shown.sums:
        found.setdefault((one.member, one.year), []).append(one)
    ordered = sorted(shown.publications.items(), key=lambda each: (-each[0][1], each[0][0]))
    return [Told(row, found.get(place, ()), shown.editions) for place, row in ordered]


def _one(actor: Actor, _at: datetime, key: str) -> Told:
    board = queries.board_for(actor, *numbered(key))
    return Told(queries.publication_for(actor, board.member.code, board.year), board.sums, board.editions)


def _show(item: Told, _actor: Actor, _at: datetime) -> Trained:
    row, key = item.row, _key(item)
    code = row.member.code
    return Trained(
        key=key,
        address=address("trained", key),
        page=f"{page('figures:member', code)}?year={row.year}",
        member=code,
        year=row.year,
        digest=row.digest,
        at=row.at,
        months=list(row.covers.get("months", ())),
        figures=[_figure(one, item.editions) for one in item.sums],
        is_demonstration=row.is_demonstration,
        links={"member": address("members", code)},
    )


def _figure(one: Sum, editions: Editions) -> Figure:
    title, number = editions.get(one.edition, ({}, None))
    return Figure(one.edition, texts(title), number, str(one.counts), str(one.by), list(one.values), one.persons)


def _key(item: Told) -> str:
    return f"{item.row.member.code}{BETWEEN}{item.row.year}"


def _place(key: str) -> tuple[str, ...]:
    return (numbered(key)[0],)


TRAINED = Resource(
    "trained", "figures:member", Trained, _many, _one, _show, key=_key, place=_place, index="figures:home",
    filters=("member",), is_public=True,
)  # fmt: skip  # one row, read as one

RESOURCES = (TRAINED,)
