"""What the present holder of a seat leaves: the note, words to open matters, promises that no list knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Addition, Note
from .matters import Matter, matters_of
from .tenures import tenures


@dataclass(frozen=True, slots=True)
class Left:
    """One open matter with what the holder says to it."""

    matter: Matter
    words: tuple[Addition, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """The hand-over as the holder of the seat prepares it: the note as it was left last, and the draft of the next.
    `until`: when the mandate ends, if that is set."""

    note: Note | None
    draft: str
    lines: Sequence[Left]
    promises: tuple[Addition, ...]
    until: datetime | None


def leaving(actor: Actor, at: datetime) -> Leaving:
    """The actor's own: notes and words are read in the seat only. What they left under an earlier mandate still
    stands."""
    own, _ = tenures(actor)
    added = list(Addition.objects.filter(mandate__in=own.keys))
    lines = [Left(m, tuple(a for a in added if a.code == m.code)) for m in matters_of(actor, at)]
    notes = list(Note.objects.filter(mandate__in=own.keys))
    left = sorted((note for note in notes if note.left_at), key=lambda note: note.left_at or at)
    draft = next((note.draft for note in notes if note.mandate_id == actor.mandate), "")
    promises = tuple(a for a in added if not a.code)
    return Leaving(left[-1] if left else None, draft, lines, promises, own.mandate(actor.mandate).until)


def open_codes(actor: Actor, at: datetime) -> frozenset[str]:
    return frozenset(matter.code for matter in matters_of(actor, at))
