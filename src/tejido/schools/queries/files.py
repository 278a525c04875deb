"""What a file of populations is read against: the numbers of the space, and the words that its cells may use."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import from_bytes
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.rules import tasks

from ..models import Delivery, Target
from .targets import Population, population_of


@dataclass(frozen=True, slots=True)
class Known:
    """The space, its member's code, and its standing numbers with their rows."""

    body: Body
    member: str
    targets: Mapping[Population, Target]


def known_for(actor: Actor, key: str) -> Known:
    """What a file for this space is read against. Body.DoesNotExist for who has no part in it. Two queries."""
    body = Body.objects.select_related("member", "institution").get(key=key, member__isnull=False)
    if not tasks(actor, body):
        raise Body.DoesNotExist
    rows = Target.objects.filter(body=body, replaced_at=None)
    return Known(body, body.member.code if body.member else "", {population_of(row): row for row in rows})


def delivery_for(actor: Actor, key: str) -> tuple[Delivery, tuple[Sheet, ...]]:
    """A file that this seat has handed in, with its tables. Delivery.DoesNotExist for everybody else's."""
    row = Delivery.objects.select_related("body").get(key=key, seat=actor.seat or "-")
    return row, from_bytes(json.dumps({"sheets": row.sheets}).encode())
