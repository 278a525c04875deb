"""What every act on a system of a school begins and ends with: its row locked, read again, and its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity

from ..models import Platform
from ..names import Act


@dataclass(frozen=True, slots=True)
class Locked:
    """A platform of which nobody else changes anything until the act is done."""

    platform: Platform
    capacity: Capacity


def lock(actor: Actor, platform: Platform) -> Locked:
    Platform.objects.select_for_update().get(key=platform.key)
    row = Platform.objects.select_related("body__member", "body__institution").get(key=platform.key)
    return Locked(row, capacity(actor, row.body))


def tell(
    actor: Actor,
    act: Act,
    row: Platform,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line in the ledger of the school's own space."""
    write_down(actor, act, row, at, facts, tree=row.body.tree, details=details)
