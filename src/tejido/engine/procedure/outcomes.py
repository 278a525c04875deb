"""What a procedure has come to. Each result carries what one live sentence needs: who, and by when."""

from dataclasses import dataclass
from datetime import datetime

from .names import Waiting


@dataclass(frozen=True, slots=True)
class Open:
    """Nothing blocks, nothing is adopted yet.

    `missing` are the codes, sorted, of those still to agree: before the deadline of a silence those that have not
    agreed in words (their silence will do, except for the `vacant` ones), otherwise those without whom the text cannot
    be adopted. `deadline` is the one in force of a silence, None in a meeting.
    """

    missing: tuple[str, ...]
    reason: Waiting
    deadline: datetime | None = None
    vacant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocked:
    """Objections stand. `by` are the codes of those that raised them, `objections` the ids; both sorted."""

    by: tuple[str, ...]
    objections: tuple[str, ...]
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Adopted:
    """Adopted at an instant.

    Every member of record is in exactly one of `agreed`, `present` and `silent`, each sorted.
    """

    at: datetime
    agreed: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The deadline passed while objections stood.

    `by` and `objections` as in Blocked. Only a new procedure can adopt the text.
    """

    at: datetime
    by: tuple[str, ...]
    objections: tuple[str, ...]


Outcome = Open | Blocked | Adopted | Lapsed
