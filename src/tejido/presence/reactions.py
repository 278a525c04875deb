"""After a participant's data have been erased, their certificates forget whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.ledger.signals import act_recorded

from .commands import forget_holder

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line

ERASED = "person-erased"  # the act of nominations


@receiver(act_recorded, dispatch_uid="presence.erasing")
def forget(line: Line, **_signal: Any) -> None:
    if line.act == ERASED:
        forget_holder(nominee=line.object, at=line.at)
