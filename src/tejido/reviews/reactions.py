"""What follows from an act on a review: an invited peer gets a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded

from .letters import tell_peer
from .names import Act

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="reviews.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act == Act.PEER_INVITED:
        tell_peer(line.object, line.at)
