"""What every act on a version begins and ends with: its row locked, read again, and its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.curriculum.commands import locked_latest
from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.keys import Keyed
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity

from ..models import Derivation, Uptake
from ..names import Act
from ..queries import standing_uptake


@dataclass(frozen=True, slots=True)
class Locked:
    """A version of which nobody else changes anything until the act is done."""

    derivation: Derivation
    latest: Revision
    uptake: Uptake
    capacity: Capacity


def lock(actor: Actor, derivation: Derivation) -> Locked:
    Derivation.objects.select_for_update().get(key=derivation.key)
    row = Derivation.objects.select_related("text__body__member", "text__body__institution", "source__body").get(
        key=derivation.key
    )
    latest = locked_latest(row.text)
    return Locked(row, latest, standing_uptake(row), capacity(actor, row.text.body))


def write_down(
    actor: Actor,
    act: Act,
    row: Keyed,
    at: datetime,
    facts: Mapping[str, Any],
    *,
    tree: str,
    details: Mapping[str, Any] | None = None,
) -> None:
    kind = type(row).__name__.lower()
    record(actor=actor, act=act, tree=tree, kind=kind, object=row.key, at=at, facts=facts, details=details)
