"""What a file of initiatives is read against: the member's own rows, and the words that its cells may use."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import from_bytes
from tejido.ledger.actors import Actor
from tejido.registry.models import Member

from ..lines import fold
from ..models import Delivery, Initiative, Value
from ..names import Use
from .pages import institutions_of, open_areas
from .telling import terms_to_choose


@dataclass(frozen=True, slots=True)
class Known:
    """`terms` by use, and `areas`, by their folded names in any language; `institutions` by code; what is there
    already by its code, with its values by field."""

    member: Member
    terms: Mapping[str, Mapping[str, str]]
    areas: Mapping[str, str]
    institutions: Mapping[str, str]
    initiatives: Mapping[str, tuple[Initiative, Mapping[str, Any]]]


def known_for(actor: Actor) -> Known:
    """What the files of the actor's own member may speak of. Member.DoesNotExist for who sits for none. Eight
    queries."""
    member = Member.objects.get(code=actor.member or "-")
    rows = {row.key: row for row in Initiative.objects.filter(member=member, grade="own").select_related("member")}
    return Known(
        member,
        {str(use): _by_name(terms_to_choose(use)) for use in Use},
        _by_name((area.key, area.name) for area in open_areas(member.code)),
        {row.code: row.key for row in institutions_of(member.code)},
        {row.code: (row, values) for row, values in _with_values(rows) if row.code},
    )


def _by_name(named: Iterable[tuple[str, Mapping[str, str]]]) -> dict[str, str]:
    return {fold(words): key for key, names in named for words in names.values()}


def _with_values(rows: Mapping[str, Initiative]) -> Iterable[tuple[Initiative, Mapping[str, Any]]]:
    told: dict[str, dict[str, Any]] = {key: {} for key in rows}
    standing = Value.objects.filter(initiative__in=rows, replaced_at=None)
    for initiative, field, value in standing.values_list("initiative_id", "field", "value"):
        if value is not None:
            told[initiative][field] = value
    return [(row, told[key]) for key, row in rows.items()]


def delivery_for(actor: Actor, key: str) -> tuple[Delivery, tuple[Sheet, ...]]:
    """A file that this seat has handed in, with its tables. Delivery.DoesNotExist for everybody else's."""
    row = Delivery.objects.select_related("member").get(key=key, seat=actor.seat or "-")
    return row, from_bytes(json.dumps({"sheets": row.sheets}).encode())
