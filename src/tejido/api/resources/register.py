"""The register: members, institutions with their seats, and the bodies in which they meet. Who holds a seat is in no
answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.meetings.queries import meetings
from tejido.meetings.queries.meetings import BodyContext
from tejido.registry import queries
from tejido.registry.queries import InstitutionLine, MemberLine, SeatLine

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import Party, found, party_of, texts, today

## Members


@dataclass(frozen=True, slots=True)
class Standing:
    """What one source says of a member from one day to another. Two sources may say different things."""

    status: str
    since: date
    until: date | None
    is_disputed: bool
    says: Texts
    source: str


@dataclass(frozen=True, slots=True)
class Member:
    """A State of the network, or an organisation that observes or is a partner. `stand` is how it stands today, all
    sources together; `standings` is what each of them says, of every day."""

    key: str
    address: str
    page: str
    code: str
    kind: str
    name: Texts
    languages: list[str]
    stand: str
    standings: list[Standing]
    links: dict[str, str]


Dated = tuple[MemberLine, date]


def _members(_actor: Actor, at: datetime, _within: Within) -> Sequence[Dated]:
    day = today(at)
    return [(line, day) for line in queries.members()]


def _member(actor: Actor, at: datetime, key: str) -> Dated:
    return found(_members(actor, at, Within()), key, _code)


def _code(item: Dated) -> str:
    return str(item[0].member.code)


def _show_member(item: Dated, _actor: Actor, _at: datetime) -> Member:
    (line, day), row = item, item[0].member
    return Member(
        key=row.code,
        address=address("members", row.code),
        page=page("registry:member", row.code),
        code=row.code,
        kind=str(row.kind),
        name=texts(row.name),
        languages=list(row.languages),
        stand=str(line.stand_on(day)),
        standings=[
            Standing(str(s.status), s.since, s.until, s.is_disputed, texts(s.says), s.source) for s in line.standings
        ],
        links={
            "institutions": listed("institutions", member=row.code),
            "mechanism": address("mechanisms", row.code),
            "initiatives": listed("initiatives", member=row.code),
        },
    )


MEMBERS = Resource(
    "members", "registry:member", Member, _members, _member, _show_member, key=_code, index="registry:members",
    is_public=True,
)  # fmt: skip  # one row, read as one


## Institutions


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of an institution. `office` is what the ledger calls it; `since` is when its present mandate began.
    Who holds it is not told."""

    key: str
    office: str
    role: str
    title: Texts
    is_vacant: bool
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution of a member, or of the network itself where `member` is empty, as it is today. `seats` are told
    where one institution is asked for, to seats of the network."""

    key: str
    address: str
    page: str
    code: str
    member: str
    name: Texts
    branch: str
    sector: str
    level: str
    place: str
    place_name: str
    since: date | None
    until: date | None
    successor: str
    source: str
    seats: list[Seat] | None
    links: dict[str, str]


Seated = tuple[InstitutionLine, tuple[SeatLine, ...] | None]


def _institutions(_actor: Actor, at: datetime, within: Within) -> Sequence[Seated]:
    wanted = {name: within.get(name) for name in INSTITUTIONS.filters}
    lines = queries.institutions(queries.as_of(None, at))
    return [(line, None) for line in lines if all(_is_so(line, name, said) for name, said in wanted.items() if said)]


def _is_so(line: InstitutionLine, name: str, said: str) -> bool:
    row = line.institution
    match name:
        case "member":
            return said == (row.member.code if row.member else "network")
        case "sector":
            return row.sector is not None and said == row.sector.code
        case "level":
            return said == row.level
    return said == row.branch


def _institution(actor: Actor, at: datetime, key: str) -> Seated:
    row, on = queries.institution_for(key), queries.as_of(None, at)
    lines = queries.named([row], on.day, is_certain=True)
    ((line, seats),) = queries.with_seats(actor, lines, on, is_own=False)
    return line, seats


def _show_institution(item: Seated, _actor: Actor, _at: datetime) -> Institution:
    (line, seats), row = item, item[0].institution
    member = row.member.code if row.member else ""
    return Institution(
        key=row.key,
        address=address("institutions", row.key),
        page=page("registry:institution", row.key),
        code=row.code,
        member=member,
        name=texts(line.name),
        branch=str(row.branch),
        sector=row.sector.code if row.sector else "",
        level=str(row.level),
        place=row.place,
        place_name=row.place_name,
        since=row.since,
        until=row.until,
        successor=row.successor_id or "",
        source=row.source,
        seats=None if seats is None else [_seat(seat) for seat in seats],
        links={"member": address("members", member)} if member else {},
    )


def _seat(line: SeatLine) -> Seat:
    row = line.seat
    return Seat(row.key, row.office, str(row.role), texts(row.title), line.is_vacant, line.since)


def _key_of_institution(item: Seated) -> str:
    return str(item[0].institution.key)


INSTITUTIONS = Resource(
    "institutions", "registry:institution", Institution, _institutions, _institution, _show_institution,
    key=_key_of_institution, index="registry:directory", filters=("member", "branch", "sector", "level"),
    is_public=True,
)  # fmt: skip  # one row, read as one


## Bodies


@dataclass(frozen=True, slots=True)
class Body:
    """Whoever agrees together: the network, a committee, a regional initiative or community, a National Mechanism, a
    local committee. `tasks` is what the seat may do in it, `speaks_for` the code of the party that it speaks for.
    `parties`, of today, are told where one body is asked for."""

    key: str
    address: str
    page: str
    kind: str
    name: Texts
    member: str
    is_inside: bool
    tasks: list[str]
    speaks_for: str
    parties: list[Party] | None
    links: dict[str, str]


Joined = tuple[BodyContext, Sequence[Any] | None]


def _bodies(actor: Actor, _at: datetime, _within: Within) -> Sequence[Joined]:
    return [(context, None) for context in meetings.bodies_for(actor)]


def _body(actor: Actor, at: datetime, key: str) -> Joined:
    context = meetings.body_for(actor, key)
    return context, queries.parties_of_record(context.body, today(at))


def _show_body(item: Joined, _actor: Actor, _at: datetime) -> Body:
    context, parties = item
    row, capacity = context.body, context.capacity
    return Body(
        key=row.key,
        address=address("bodies", row.key),
        page=page("meetings:body", row.key),
        kind=str(row.kind),
        name=texts(row.name),
        member=row.member.code if row.member else "",
        is_inside=context.is_inside,
        tasks=sorted(str(task) for task in capacity.tasks),
        speaks_for=capacity.party.code if capacity.party else "",
        parties=None if parties is None else [party_of(party) for party in parties],
        links={"texts": listed("texts", body=row.key), "meetings": listed("meetings", body=row.key)},
    )


def _key_of_body(item: Joined) -> str:
    return str(item[0].body.key)


BODIES = Resource(
    "bodies", "meetings:body", Body, _bodies, _body, _show_body, key=_key_of_body, index="meetings:home",
)  # fmt: skip  # one row, read as one

RESOURCES = (MEMBERS, INSTITUTIONS, BODIES)
