"""After an act, what can be found of it changes too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.curriculum.names import Act
from tejido.ledger.signals import act_recorded

from .commands import index_record, index_text
from .queries.changed import records_of, text_of

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.models import Line

OF_TEXTS = frozenset(Act)


@receiver(act_recorded, dispatch_uid="search.index")
def keep_index(line: Line, **_signal: Any) -> None:
    if line.act in OF_TEXTS:
        if (text := text_of(line)) is not None:
            index_text(text)
        return
    for kind, key in records_of(line):
        index_record(kind, key)
