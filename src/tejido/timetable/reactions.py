"""After a programme was told, those concerned are written to. After a seminar changed, calendars take its sessions
anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded
from tejido.seminars.names import Act as SeminarAct
from tejido.seminars.words import seminar_title

from .commands import renew_sessions
from .letters import announce
from .names import TOLD
from .words import changes_told

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


_MOVING = frozenset({SeminarAct.SEMINAR_CHANGED, SeminarAct.SEMINAR_CANCELLED})


@receiver(act_recorded, dispatch_uid="timetable.letters")
def write_letters(line: Line, **_signal: Any) -> None:
    if line.act in TOLD:
        announce(line, seminar_title, changes_told)


@receiver(act_recorded, dispatch_uid="timetable.calendars")
def renew_calendars(line: Line, **_signal: Any) -> None:
    if line.act in _MOVING:
        renew_sessions(seminar=line.object, at=line.at)
