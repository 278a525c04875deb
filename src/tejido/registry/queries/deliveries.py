"""A file that a seat has handed in, and what it would change now."""

import json
from datetime import datetime

from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import from_bytes
from tejido.ledger.actors import Actor

from ..models import Delivery
from .files import Plan, compare


def delivery_for(actor: Actor, key: str) -> Delivery:
    """A file that this seat handed in. Delivery.DoesNotExist for everybody else's."""
    return Delivery.objects.get(key=key, seat=actor.seat or "-")


def sheets_in(delivery: Delivery) -> tuple[Sheet, ...]:
    return from_bytes(json.dumps({"sheets": delivery.sheets}).encode())


def plan_of(actor: Actor, delivery: Delivery, now: datetime) -> Plan:
    """What the file would change now."""
    return compare(actor, sheets_in(delivery), now)
