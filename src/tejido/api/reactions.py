"""When somebody is erased, their tokens go too. They let nobody in from the moment the account is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.dispatch import receiver

from tejido.custody.names import Act, Kind
from tejido.ledger.signals import act_recorded

from .commands import drop_tokens

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line


@receiver(act_recorded, dispatch_uid="api.tokens")
def drop(line: Line, **_signal: Any) -> None:
    if line.act == Act.ACCOUNT_ERASED:
        drop_tokens(account=UUID(line.facts["account"]))
    elif line.act == Act.ERASURE_REAPPLIED and line.kind == Kind.ACCOUNT:
        drop_tokens(account=UUID(line.object))
