"""Whoever has their data deleted is not reachable any more either. What the clock deletes on schedule was given for the
seminar; the consent to stay reachable is another one and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.actors import CLOCK
from tejido.ledger.signals import act_recorded
from tejido.nominations.names import Act

from .commands import leave
from .queries import alumnus_with

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="alumni.erasures")
def leave_as_well(line: Line, **_signal: Any) -> None:
    if line.act == Act.PERSON_ERASED and line.office != CLOCK.office:
        found = alumnus_with(line.object)
        if found is not None:
            leave(alumnus=found, at=line.at)
