"""What is known of the items of an evaluation meeting: the matter that each is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.dispatch import receiver

from tejido.meetings.signals import Annex, items_asked

from .queries.items import matters_of_items
from .words.annexes import annex_of

if TYPE_CHECKING:  # reactions name the types of rows and never touch tables
    from tejido.ledger.actors import Actor


@receiver(items_asked, dispatch_uid="lessons.items")
def tell_matters(actor: Actor, items: Sequence[str], **_signal: Any) -> dict[str, list[Annex]]:
    return {key: [annex_of(line) for line in lines] for key, lines in matters_of_items(actor, items).items()}
