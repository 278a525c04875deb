"""What members do for prevention: initiatives field by field, areas of government, and the milestones of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from tejido.indicators import queries as indicators
from tejido.ledger.actors import Actor
from tejido.programmes import queries
from tejido.programmes.names import Field
from tejido.programmes.queries import AreaLine, Names, Seen, Wanted

from ..resource import Resource, Texts, Within, address, listed, page
from .parts import BETWEEN, Lazily, found, halves, texts

## Initiatives


@dataclass(frozen=True, slots=True)
class InitiativeStatus:
    """How an initiative stood from a day on, as exact as its source."""

    state: str
    since: str
    reason: Texts
    source: str


@dataclass(frozen=True, slots=True)
class LegalBase:
    """The norm that an initiative rests on."""

    rank: str
    title: str
    number: str
    address: str


@dataclass(frozen=True, slots=True)
class SectionNamed:
    """A section of a text that an initiative answers to, where the reader may open it. `edition` is 0 where it is the
    text in work."""

    text: str
    edition: int
    passage: str
    title: Texts


@dataclass(frozen=True, slots=True)
class Initiative:
    """Something that a member does for prevention. A field that the reader may not read is empty, as one of which
    nothing is said. `state` is how it stands now, `type` and `groups` are told in the network's words."""

    key: str
    address: str
    page: str
    member: str
    is_own: bool
    is_from_source: bool
    source: str
    title: Texts
    summary: Texts
    type: Texts
    area: Texts
    area_kind: str
    institution: str
    level: str
    place: str
    groups: list[Texts]
    since: str
    until: str
    state: str
    statuses: list[InitiativeStatus]
    legal: LegalBase | None
    partners: list[str]
    budget: Texts
    tasks: list[str]
    factors: list[str]
    sections: list[SectionNamed]
    goals: list[str]
    recommendations: list[str]
    is_demonstration: bool
    links: dict[str, str]


Read = tuple[Seen, Names]
WANTED = tuple(each.name for each in fields(Wanted))


def _initiatives(actor: Actor, _at: datetime, within: Within) -> Any:
    """Of a region there may be thousands."""
    wanted = Wanted(**{name: within.get(name) for name in WANTED})
    return Lazily(queries.visible(actor, wanted), lambda rows: _named(actor, queries.seen(actor, rows)))


def _named(actor: Actor, several: Sequence[Seen]) -> list[Read]:
    names = queries.names_for(actor, [one.values for one in several])
    return [(one, names) for one in several]


def _initiative(actor: Actor, _at: datetime, key: str) -> Read:
    return _named(actor, [queries.initiative_for(actor, key)])[0]


def _show_initiative(item: Read, _actor: Actor, _at: datetime) -> Initiative:
    (one, names), values = item, item[0].values
    area, level, dates = (values.get(field, {}) for field in (Field.AREA, Field.LEVEL, Field.DATES))
    return Initiative(
        key=one.key,
        address=address("initiatives", one.key),
        page=page("programmes:initiative", one.key),
        member=one.member.code,
        is_own=one.is_own,
        is_from_source=one.initiative.is_from_source,
        source=one.initiative.source,
        title=texts(one.title),
        summary=texts(values.get(Field.SUMMARY)),
        type=texts(names.terms.get(values.get(Field.TYPE, ""))),
        area=texts(area.get("name")),
        area_kind=area.get("kind", ""),
        institution=values.get(Field.INSTITUTION, {}).get("code", ""),
        level=level.get("level", ""),
        place=level.get("place", ""),
        groups=[texts(names.terms.get(term)) for term in values.get(Field.GROUPS, ())],
        since=dates.get("since", ""),
        until=dates.get("until", ""),
        state=one.state,
        statuses=[_status(told) for told in values.get(Field.STATUS, ())],
        legal=_legal(values.get(Field.LEGAL)),
        budget=texts(values.get(Field.BUDGET)),
        sections=_sections(values, names),
        **{name: list(values.get(name, ())) for name in _LISTS},
        is_demonstration=one.initiative.is_demonstration,
        links=_links(one),
    )


_LISTS = ("partners", "tasks", "factors", "goals", "recommendations")


def _status(told: Mapping[str, Any]) -> InitiativeStatus:
    return InitiativeStatus(told["state"], told["since"], texts(told.get("reason")), told.get("source", ""))


def _legal(told: Mapping[str, Any] | None) -> LegalBase | None:
    return LegalBase(*(told.get(name, "") for name in ("rank", "title", "number", "address"))) if told else None


def _sections(values: Mapping[str, Any], names: Names) -> list[SectionNamed]:
    """Those that the reader may open; of the others nothing is told."""
    links = [f"{one['text']}/{one['passage']}" for one in values.get(Field.PASSAGES, ())]
    opened = [names.sections[link] for link in links if link in names.sections]
    return [SectionNamed(each.slug, each.edition, each.passage, texts(each.title)) for each in opened]


def _links(one: Seen) -> dict[str, str]:
    links = {"member": address("members", one.member.code)}
    return links | {"milestones": listed("milestones", initiative=one.key)} if one.is_own else links


def _key_of_initiative(item: Read) -> str:
    return item[0].key


INITIATIVES = Resource(
    "initiatives", "programmes:initiative", Initiative, _initiatives, _initiative, _show_initiative,
    key=_key_of_initiative, index="programmes:home", filters=WANTED, is_public=True,
)  # fmt: skip  # one row, read as one


## Areas


@dataclass(frozen=True, slots=True)
class Area:
    """An area of government in which a member builds prevention in. To its own seats it tells who else reads it
    (`audience`), and with `is_older` that they read something else than this."""

    key: str
    address: str
    page: str
    member: str
    kind: str
    name: Texts
    institution: Texts
    audience: str
    is_older: bool


Told = tuple[str, AreaLine]


def _areas(actor: Actor, _at: datetime, within: Within) -> Sequence[Told]:
    code = within.get("member")
    return [(code, line) for line in queries.areas_for(actor, code)]


def _area(actor: Actor, _at: datetime, key: str) -> Told:
    code, area = halves(key)
    return code, found(queries.areas_for(actor, code), area, _key_of_line)


def _key_of_line(line: AreaLine) -> str:
    return str(line.area.key)


def _show_area(item: Told, _actor: Actor, _at: datetime) -> Area:
    code, line = item
    value = line.value
    return Area(
        key=_key_of_area(item),
        address=address("areas", _key_of_area(item)),
        page=page("programmes:member", code),
        member=code,
        kind=value.get("kind", ""),
        name=texts(value.get("name")),
        institution=texts(value.get("institution")),
        audience=str(line.release.audience) if line.release else "",
        is_older=line.is_older,
    )


def _key_of_area(item: Told) -> str:
    return f"{item[0]}{BETWEEN}{item[1].area.key}"


def _place_of_member(key: str) -> tuple[str, ...]:
    return (halves(key)[0],)


AREAS = Resource(
    "areas", "programmes:member", Area, _areas, _area, _show_area, key=_key_of_area, place=_place_of_member,
    filters=("member",), needs=("member",), is_public=True,
)  # fmt: skip  # one row, read as one


## Milestones


@dataclass(frozen=True, slots=True)
class Milestone:
    """What an initiative of one's own member is to reach by a day, and what shows that it was reached."""

    key: str
    address: str
    page: str
    initiative: str
    what: Texts
    by: date
    reached_on: date | None
    evidence: str
    dropped_because: str
    is_dropped: bool
    links: dict[str, str]


def _milestones(actor: Actor, _at: datetime, within: Within) -> Sequence[Any]:
    return indicators.milestones_of(actor, within.get("initiative"))


def _milestone(actor: Actor, _at: datetime, key: str) -> Any:
    return indicators.milestone_for(actor, key)


def _show_milestone(row: Any, _actor: Actor, _at: datetime) -> Milestone:
    return Milestone(
        key=row.key,
        address=address("milestones", row.key),
        page=page("indicators:initiative", row.initiative_id),
        initiative=row.initiative_id,
        what=texts(row.what),
        by=row.by,
        reached_on=row.reached_on,
        evidence=row.evidence,
        dropped_because=row.dropped_because,
        is_dropped=row.dropped_at is not None,
        links={"initiative": address("initiatives", row.initiative_id)},
    )


MILESTONES = Resource(
    "milestones", "", Milestone, _milestones, _milestone, _show_milestone, index="indicators:home",
    filters=("initiative",),
)  # fmt: skip  # one row, read as one

RESOURCES = (INITIATIVES, AREAS, MILESTONES)
