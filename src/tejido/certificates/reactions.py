"""After somebody was erased from the records of a school, their certificates forget whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded
from tejido.records.names import Act

from .commands import forget_erased
from .queries import spaces_in

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="certificates.erasing")
def forget(line: Line, **_signal: Any) -> None:
    if line.act == Act.PERSON_ERASED:
        for space in spaces_in(line.tree.name):
            forget_erased(space=space)
