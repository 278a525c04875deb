"""The adoption record: one JSON file that proves an adoption offline.

Its body (who adopted which text, how, with which reservations) is bound by a digest in one line of the ledger, the line
by an inclusion proof in a tree head, the head by a signature. So a byte changed anywhere breaks a link, and
`verification` names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .heads import SignedHead

RECORD_FORMAT = "tejido-record-1"
ADOPTION_ACT = "text-adopted"
"""The act of the ledger line that a record rests on."""

RECORD_FACT = "record"
"""The fact of that line that holds `body_digest`."""

Texts = tuple[tuple[str, str], ...]
"""(BCP 47 tag, text), sorted by tag."""


class Means(StrEnum):
    """How the text was adopted."""

    SILENCE = "silence"
    MEETING = "meeting"


class Assent(StrEnum):
    """How a member of record assented."""

    AGREED = "agreed"
    PRESENT = "present"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class AdoptingNetwork:
    names: Texts
    public_key: bytes


@dataclass(frozen=True, slots=True)
class AdoptedText:
    """`passages` are (id, digest of the passage) in order; `digest` is the digest of the whole text."""

    slug: str
    titles: Texts
    edition: int
    digest: str
    languages: tuple[str, ...]
    negotiated: str
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AdoptionProcedure:
    """Instants are RFC 3339; `deadline` is empty in a meeting. `rule` is the code of the rule that was applied."""

    means: Means
    opened_at: str
    deadline: str
    zone: str
    adopted_at: str
    rule: str


@dataclass(frozen=True, slots=True)
class RecordedMember:
    code: str
    names: Texts


@dataclass(frozen=True, slots=True)
class RecordedPosition:
    """`at` is RFC 3339 and `office` a name; both are empty where the member was silent."""

    member: str
    stance: Assent
    at: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class RecordedReservation:
    """`passage` is empty where the whole text is meant; `kind` is "reservation" or "interpretative"."""

    member: str
    passage: str
    kind: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class RecordBody:
    """What was decided, before it is bound to the ledger."""

    network: AdoptingNetwork
    text: AdoptedText
    procedure: AdoptionProcedure
    members: tuple[RecordedMember, ...]
    positions: tuple[RecordedPosition, ...]
    reservations: tuple[RecordedReservation, ...] = ()


@dataclass(frozen=True, slots=True)
class Inclusion:
    """The place of the ledger line in the tree of the head. `proof` as from `inclusion_proof`."""

    index: int
    size: int
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class AdoptionRecord:
    """A body bound to the ledger. `line` is the data whose canonical bytes are the leaf."""

    body: RecordBody
    line: Mapping[str, Any]
    inclusion: Inclusion
    head: SignedHead
