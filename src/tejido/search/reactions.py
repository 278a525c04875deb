"""After an act, what can be found of it changes too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.curriculum.names import Act
from tejido.ledger.signals import act_recorded
from tejido.practices.signals import practices_sought

from .commands import index_record, index_text
from .names import Kind
from .queries import sources_speaking_of
from .queries.changed import records_of, text_of

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.actors import Actor
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


@receiver(practices_sought, dispatch_uid="search.practices")
def find_practices(actor: Actor, words: str, language: str, **_signal: Any) -> list[str]:
    """Which practices speak of a problem, the best first."""
    return sources_speaking_of(actor, words, Kind.PRACTICE, language)
