"""What apps above know of the items of an agenda. They listen; nothing here knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.dispatch import Signal

from tejido.ledger.actors import Actor

# Sent with `actor` and `items`, the keys of items of one meeting. A receiver answers {key: [Annex, ...]} of what this
# actor may read.
items_asked = Signal()


@dataclass(frozen=True, slots=True)
class Annex:
    """Something that belongs to an item and is kept elsewhere: what it is called, where it is read, and what it says in
    a few lines."""

    title: str
    url: str
    lines: tuple[str, ...] = ()


def annexes_of(actor: Actor, items: Sequence[str]) -> Mapping[str, tuple[Annex, ...]]:
    """What is known of these items elsewhere, by their keys."""
    found: dict[str, tuple[Annex, ...]] = {}
    for _receiver, told in items_asked.send(sender=Annex, actor=actor, items=items):
        known: Mapping[str, Sequence[Annex]] = told  # type: ignore[assignment]  # the stubs know one kind of receivers
        for item, several in known.items():
            found[item] = (*found.get(item, ()), *several)
    return found
