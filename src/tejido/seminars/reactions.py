"""After an act has been committed, those concerned are written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded

from .letters import announce
from .names import TOLD
from .words import seminar_title

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="seminars.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in TOLD:
        announce(line, seminar_title)
