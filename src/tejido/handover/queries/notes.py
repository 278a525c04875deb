"""What the present holder of a seat leaves: the note, words to open matters, promises that no list knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.registry.models import Mandate

from ..models import Addition, Note
from .matters import Matter, matters_of


@dataclass(frozen=True, slots=True)
class Left:
    """One open matter with what the holder says to it."""

    matter: Matter
    words: tuple[Addition, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """The hand-over as the holder of the seat prepares it. `until`: when the mandate ends, if that is set."""

    note: Note | None
    lines: Sequence[Left]
    promises: tuple[Addition, ...]
    until: datetime | None


def leaving(actor: Actor, at: datetime) -> Leaving:
    """The actor's own: notes and words are read in the seat only."""
    added = list(Addition.objects.filter(mandate=actor.mandate))
    lines = [Left(m, tuple(a for a in added if a.code == m.code)) for m in matters_of(actor, at)]
    mandate = Mandate.objects.get(key=actor.mandate)
    note = Note.objects.filter(mandate=actor.mandate).first()
    return Leaving(note, lines, tuple(a for a in added if not a.code), mandate.until)


def open_codes(actor: Actor, at: datetime) -> frozenset[str]:
    return frozenset(matter.code for matter in matters_of(actor, at))
