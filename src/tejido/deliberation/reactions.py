"""After an act has been committed, the people concerned are written to. A letter names the text and the deadline,
never what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded

from .letters import announce
from .names import Act

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line

ANNOUNCED = {
    Act.ROUND_OPENED,
    Act.ROUND_EXTENDED,
    Act.PROCEDURE_OPENED,
    Act.TEXT_CHANGED,
    Act.SILENCE_EXTENDED,
    Act.OBJECTION_RAISED,
    Act.TEXT_ADOPTED,
    Act.PROCEDURE_LAPSED,
    Act.PROPOSAL_WITHDRAWN,
}


@receiver(act_recorded, dispatch_uid="deliberation.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in ANNOUNCED:
        announce(line)
