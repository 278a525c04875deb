"""What every act on a version begins and ends with: its row locked, read again, and its line."""

from dataclasses import dataclass

from tejido.curriculum.commands import locked_latest
from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor
from tejido.registry.queries import capacity
from tejido.registry.rules import Capacity

from ..models import Derivation, Uptake
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
