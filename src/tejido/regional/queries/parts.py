"""What members tell of their parts: to its own seats what stands, to others what was released to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tejido.ledger.actors import Actor
from tejido.programmes.models import Initiative
from tejido.programmes.queries import readable
from tejido.registry.models import Institution, Member, Party

from .. import rules
from ..models import RegionalPart, RegionalRelease
from ..names import SAID, Field, State
from .initiatives import Context


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field in words. `texts` are words by language; `words` what is no language's; `link` the key of an own
    initiative that the reader may open, then `texts` is its title."""

    field: Field
    texts: Mapping[str, str]
    words: str = ""
    since: str = ""
    until: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field for the member's own seats: what stands, and what others are shown of it. `is_behind`: others read what
    was written before."""

    field: Field
    line: FieldLine | None
    part: RegionalPart | None
    release: RegionalRelease | None

    @property
    def is_behind(self) -> bool:
        return self.release is not None and self.part is not None and self.release.part_id != self.part.key


@dataclass(frozen=True, slots=True)
class MemberPart:
    """A member with the fields that the reader may read. `is_present`: it takes part today."""

    member: Member
    since: str
    fields: tuple[FieldLine, ...]
    is_present: bool


def has_part(context: Context) -> bool:
    """Whether the actor's member wrote anything here."""
    code = context.actor.member
    return bool(code) and RegionalPart.objects.filter(initiative=context.initiative, member__code=code).exists()


def value_of(context: Context, field: Field) -> dict[str, Any]:
    """What stands in a field of the actor's own part; empty where nothing does."""
    own = RegionalPart.objects.filter(initiative=context.initiative, member__code=context.actor.member, field=field)
    row = own.filter(replaced_at=None).first()
    return dict(row.value) if row else {}


def institutions_of(actor: Actor) -> list[Institution]:
    """The institutions of the actor's member that are there today."""
    return list(Institution.objects.filter(member__code=actor.member or "-", until=None))


def own_fields(context: Context) -> list[OwnField]:
    """Every field of the actor's own part. Five queries at most."""
    mine: dict[str, Any] = {"initiative": context.initiative, "member__code": context.actor.member}
    parts = {row.field: row for row in RegionalPart.objects.filter(replaced_at=None, **mine)}
    shown = {row.field: row for row in RegionalRelease.objects.filter(withdrawn_at=None, **mine)}
    titles = _titles(context.actor, list(parts.values()))
    return [
        OwnField(
            field,
            _line(parts[field], titles) if field in parts else None,
            parts.get(field),
            shown.get(field),
        )
        for field in Field
    ]


def parts_for(context: Context) -> list[MemberPart]:
    """Each member that takes part, and each that left and still shows something, with what it released to the actor.
    Five queries at most."""
    releases = RegionalRelease.objects.filter(initiative=context.initiative, withdrawn_at=None)
    shown = [row for row in releases.select_related("part", "member") if _may_read(context, row)]
    titles = _titles(context.actor, [row.part for row in shown])
    lines: dict[str, list[FieldLine]] = {}
    for row in sorted(shown, key=lambda row: list(Field).index(Field(row.field))):
        lines.setdefault(row.member_id, []).append(_line(row.part, titles))
    present = {party.member_id: party for party in context.parties if party.member_id}
    members = {row.member_id: row.member for row in shown} | _members(context.parties)
    found = [
        MemberPart(
            member, present[key].since.isoformat() if key in present else "", tuple(lines.get(key, ())), key in present
        )
        for key, member in members.items()
    ]
    return sorted(found, key=lambda part: (not part.is_present, part.member.code))


def _members(parties: tuple[Party, ...]) -> dict[str, Member]:
    return {party.member_id: party.member for party in parties if party.member_id and party.member}


def _may_read(context: Context, row: RegionalRelease) -> bool:
    """By its audience. A member's own seats see here what others see, so that nobody mistakes one for the other."""
    return row.audience in rules.reads(context.actor, row.member.code, context.company.members)


def _titles(actor: Actor, parts: list[RegionalPart]) -> Mapping[str, Mapping[str, str]]:
    """The titles of linked initiatives, as far as the reader may read them. Three queries at most."""
    keys = [part.value.get("key", "") for part in parts if part.field == Field.INITIATIVE]
    if not keys:
        return {}
    rows = list(Initiative.objects.filter(key__in=keys, struck_at=None).select_related("member"))
    return {key: values["title"] for key, values in readable(actor, rows).items() if "title" in values}


def _line(part: RegionalPart, titles: Mapping[str, Mapping[str, str]]) -> FieldLine:
    """The value of a field in words."""
    field, value = Field(part.field), part.value
    if field in SAID:
        return FieldLine(field, value)
    match field:
        case Field.INSTITUTION:
            return FieldLine(field, value["name"])
        case Field.INITIATIVE:
            title = titles.get(value["key"], {})
            return FieldLine(field, title, link=value["key"] if title else "")
        case Field.STATE:
            return FieldLine(field, {}, words=str(State(value["state"]).label))
        case _:
            return FieldLine(field, {}, since=value["since"], until=value["until"])
