"""What each member tells of its National Mechanism, as of today and as far as the reader may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.mechanisms import queries
from tejido.mechanisms.queries import MechanismLine, Profile

from ..resource import Resource, Texts, Within, address, page
from .parts import Party, party_of, texts, today


@dataclass(frozen=True, slots=True)
class MechanismFact:
    """Something that holds today. `value` is a code of the topic, where it has codes; days are as exact as what tells
    of them (a year, a month or a day)."""

    topic: str
    value: str
    place: str
    says: Texts
    since: str
    until: str
    source: str
    is_from_source: bool


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal act that the mechanism rests on."""

    title: str
    language: str
    rank: str
    number: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Mechanism:
    """The National Mechanism of a member: the step that it stands on and its type, empty where the reader knows of
    none. `facts`, `instruments` and `parties` are told where one member is asked for; parties to its own seats
    alone."""

    key: str
    address: str
    page: str
    member: str
    name: Texts
    stage: str
    type: str
    facts: list[MechanismFact] | None
    instruments: list[Instrument] | None
    parties: list[Party] | None
    links: dict[str, str]


Told = tuple[MechanismLine, Profile | None]


def _many(actor: Actor, at: datetime, _within: Within) -> Sequence[Told]:
    return [(line, None) for line in queries.all_members(actor, today(at))]


def _one(actor: Actor, at: datetime, key: str) -> Told:
    profile = queries.profile_for(actor, key, today(at))
    return MechanismLine(profile.member, profile.stage, profile.facts[0].stated), profile


def _show(item: Told, _actor: Actor, _at: datetime) -> Mechanism:
    line, profile = item
    code = line.member.code
    return Mechanism(
        key=code,
        address=address("mechanisms", code),
        page=page("mechanisms:mechanism", code),
        member=code,
        name=texts(line.member.name),
        stage=line.stage.value if line.stage else "",
        type=line.form.value if line.form else "",
        facts=_facts(profile) if profile else None,
        instruments=_instruments(profile) if profile else None,
        parties=[party_of(party) for party in profile.present] if profile and profile.is_own else None,
        links={"member": address("members", code)},
    )


def _facts(profile: Profile) -> list[MechanismFact]:
    return [
        MechanismFact(
            str(topic), entry.value, entry.place, texts(entry.says), entry.since, entry.until, entry.source,
            entry.is_from_source,
        )
        for topic, line in profile.topics.items()
        for entry in line.now
    ]  # fmt: skip  # one row, read as one


def _instruments(profile: Profile) -> list[Instrument]:
    return [
        Instrument(row.title, row.language, str(row.rank), row.number, row.since, row.until, row.source)
        for row in profile.instruments
    ]


def _key(item: Told) -> str:
    return str(item[0].member.code)


MECHANISMS = Resource(
    "mechanisms", "mechanisms:mechanism", Mechanism, _many, _one, _show, key=_key, index="mechanisms:mechanisms",
    is_public=True,
)  # fmt: skip  # one row, read as one

RESOURCES = (MECHANISMS,)
