"""Who must agree, under which rule, and what they did.

Every instant is an aware datetime; everything is compared in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from .names import DeclarationKind


def utc(instant: datetime) -> datetime:
    """The same instant in UTC. ValueError for a naive one: it would be read on this machine's clocks.

    Two aware datetimes of the same zone are compared by Python on their wall clocks, which lies in the hour that
    happens twice.
    """
    if instant.utcoffset() is None:
        raise ValueError("an instant has a zone")
    return instant.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class MemberOfRecord:
    """A member that must not object. Fixed when the procedure opens.

    `is_vacant`: nobody held a mandate that could act for the member in the whole procedure, so its silence says
    nothing.
    """

    code: str
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Adoption in a meeting: the chair declares that nobody objects."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """Adoption by silence: adopted when the deadline passes and no objection stands. `deadline` is the first one."""

    opened_at: datetime
    deadline: datetime


Rule = Meeting | Silence


@dataclass(frozen=True, slots=True)
class Agreement:
    """A member agrees.

    `passages` (passage id -> digest of its substance) binds the agreement to those only; None is the whole text.
    """

    member: str
    at: datetime
    passages: Mapping[str, str] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Objection:
    """A reasoned objection to a passage (None: to the whole text), with the wording that would lift it."""

    id: str
    member: str
    at: datetime
    passage: str | None = None
    reason: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Lifting:
    """`objection` is the id of the objection. It counts only when `member` is the one that raised it."""

    objection: str
    member: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Extension:
    """A later deadline of a silence, recorded while the present one has not passed. It never shortens."""

    at: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Declaration:
    """A reservation or interpretative declaration. It blocks nothing and travels with the edition."""

    kind: DeclarationKind
    member: str
    at: datetime
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """The chair declares that none of the members `present` objects."""

    at: datetime
    present: frozenset[str]


Act = Agreement | Objection | Lifting | Extension | Declaration | MeetingDecision
