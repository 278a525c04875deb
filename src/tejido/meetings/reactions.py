"""After an act has been committed, everybody who holds an invited seat is written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded

from .letters import announce
from .names import Act
from .words import title_of

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line

ANNOUNCED = {
    Act.MEETING_CONVENED,
    Act.MEETING_POSTPONED,
    Act.MEETING_CANCELLED,
    Act.AGENDA_ANNOUNCED,
    Act.MINUTES_CIRCULATED,
    Act.MINUTES_APPROVED,
}


@receiver(act_recorded, dispatch_uid="meetings.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in ANNOUNCED:
        announce(line, title_of)
