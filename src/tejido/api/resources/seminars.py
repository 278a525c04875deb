"""Cycles of seminars, their parts, and the programme of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.seminars import queries
from tejido.seminars.queries import CycleLine
from tejido.timetable import queries as timetable
from tejido.timetable.queries import Line, Programme

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import BETWEEN, found, halves, texts

## Cycles


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle of seminars with the keys of those of its parts that the reader may know of, in their order. The texts
    that are taught are told to seats of the network."""

    key: str
    address: str
    page: str
    number: int | None
    title: Texts
    text: str
    structure: str
    parts: list[str]
    is_demonstration: bool
    links: dict[str, str]


def _cycles(actor: Actor, _at: datetime, _within: Within) -> Sequence[CycleLine]:
    return queries.cycles_for(actor)


def _cycle(actor: Actor, _at: datetime, key: str) -> CycleLine:
    return queries.cycle_for(actor, key)


def _show_cycle(line: CycleLine, actor: Actor, _at: datetime) -> Cycle:
    row = line.cycle
    return Cycle(
        key=row.key,
        address=address("cycles", row.key),
        page=page("seminars:cycle", row.key),
        number=row.number,
        title=texts(row.title),
        text=row.text.slug if row.text and not actor.is_public else "",
        structure=row.structure.slug if row.structure and not actor.is_public else "",
        parts=[part.key for part in line.parts],
        is_demonstration=row.is_demonstration,
        links={"seminars": listed("seminars", cycle=row.key)},
    )


def _key_of_cycle(line: CycleLine) -> str:
    return str(line.cycle.key)


CYCLES = Resource(
    "cycles", "seminars:cycle", Cycle, _cycles, _cycle, _show_cycle, key=_key_of_cycle, index="seminars:home",
    is_public=True,
)  # fmt: skip  # one row, read as one


## Seminars


@dataclass(frozen=True, slots=True)
class Seminar:
    """A seminar: a part of a cycle. Its days, in the time of `zone`, are as exact as what is known of them."""

    key: str
    address: str
    page: str
    cycle: str
    part: int
    title: Texts
    host: str
    institution: str
    place: Texts
    since: str
    until: str
    zone: str
    languages: list[str]
    state: str
    is_demonstration: bool
    links: dict[str, str]


def _seminars(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    cycle = within.get("cycle")
    return [row for row in queries.seminars_for(actor) if cycle in {"", row.cycle_id}]


def _seminar(actor: Actor, _at: datetime, key: str) -> Any:
    return queries.public_seminar(key) if actor.is_public else queries.seminar_for(actor, key)


def _show_seminar(row: Any, actor: Actor, _at: datetime) -> Seminar:
    links = {"cycle": address("cycles", row.cycle_id)}
    if not actor.is_public:
        links |= {"sessions": listed("sessions", seminar=row.key), "calls": listed("calls", seminar=row.key)}
    return Seminar(
        key=row.key,
        address=address("seminars", row.key),
        page=page("seminars:seminar", row.key),
        cycle=row.cycle_id,
        part=row.part,
        title=texts(row.title),
        host=row.host.code if row.host else "",
        institution=row.institution.code if row.institution else "",
        place=texts(row.place),
        since=row.since,
        until=row.until,
        zone=row.zone,
        languages=list(row.languages),
        state=str(row.state),
        is_demonstration=row.is_demonstration,
        links=links,
    )


SEMINARS = Resource(
    "seminars", "seminars:seminar", Seminar, _seminars, _seminar, _show_seminar, index="seminars:home",
    filters=("cycle",), is_public=True,
)  # fmt: skip  # one row, read as one


## The programme


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a seminar. `parallel` is the letter of its group, empty for everybody;
    `floor` are the languages spoken, `into` those interpreted into; `treats` the ids of passages. Speakers are told by
    their function."""

    key: str
    address: str
    page: str
    seminar: str
    number: int
    title: Texts
    about: Texts
    kind: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    parallel: str
    room: str
    floor: list[str]
    into: list[str]
    treats: list[str]
    speakers: list[Texts]
    links: dict[str, str]


Placed = tuple[Programme, Line]


def _sessions(actor: Actor, _at: datetime, within: Within) -> Sequence[Placed]:
    whole = timetable.programme_for(actor, within.get("seminar"))
    return [(whole, line) for line in whole.lines]


def _session(actor: Actor, _at: datetime, key: str) -> Placed:
    seminar, session = halves(key)
    whole = timetable.programme_for(actor, seminar)
    return whole, found(whole.lines, session, _key_of_line)


def _key_of_line(line: Line) -> str:
    return str(line.session.key)


def _show_session(item: Placed, _actor: Actor, _at: datetime) -> Session:
    whole, line = item
    row, seminar = line.session, whole.seminar
    key = _key_of_session(item)
    return Session(
        key=key,
        address=address("sessions", key),
        page=page("timetable:programme", seminar.key),
        seminar=seminar.key,
        number=row.number,
        title=texts(row.title),
        about=texts(row.about),
        kind=str(row.kind),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=seminar.zone,
        parallel=row.parallel,
        room=row.room.name if row.room else "",
        floor=list(row.floor),
        into=list(row.into),
        treats=list(row.treats),
        speakers=[texts(each.speaker.function) for each in line.speakers],
        links={"seminar": address("seminars", seminar.key)},
    )


def _key_of_session(item: Placed) -> str:
    return f"{item[0].seminar.key}{BETWEEN}{item[1].session.key}"


def _place_of_programme(key: str) -> tuple[str, ...]:
    return (halves(key)[0],)


SESSIONS = Resource(
    "sessions", "timetable:programme", Session, _sessions, _session, _show_session, key=_key_of_session,
    place=_place_of_programme, filters=("seminar",), needs=("seminar",),
)  # fmt: skip  # one row, read as one

RESOURCES = (CYCLES, SEMINARS, SESSIONS)
