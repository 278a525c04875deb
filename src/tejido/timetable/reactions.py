"""After a programme was told, those concerned are written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded
from tejido.seminars.words import seminar_title

from .letters import announce
from .names import TOLD
from .words import changes_told

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="timetable.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in TOLD:
        announce(line, seminar_title, changes_told)
