"""What a delegate takes into the room, as values: a page shows them, a file holds them, a PDF is set from them."""

from dataclasses import dataclass
from datetime import date, datetime

from tejido.engine.change import Span

from ..signals import Annex


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says of a passage: a member's released comment, or our own answer."""

    who: str
    stance: str
    wording: str
    spans: tuple[Span, ...]
    language: str
    reason: str
    outcome: str = ""
    outcome_reason: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class OpenPassage:
    """A passage that is not settled, with everybody's word on it. `address` is empty for the text as a whole."""

    address: str
    text: str
    language: str
    ours: tuple[Saying, ...]
    others: tuple[Saying, ...]
    objections: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class TextBrief:
    """A text on the agenda, or the text of a round. `known` says what the others know of our own position; empty where
    there is none."""

    title: str
    stage: str
    revision: int
    digest: str
    known: str
    agreed: tuple[str, ...]
    missing: tuple[str, ...]
    passages: tuple[OpenPassage, ...]


@dataclass(frozen=True, slots=True)
class ItemBrief:
    number: int
    title: str
    kind: str
    minutes: int | None
    presenter: str
    papers: tuple[str, ...]
    texts: tuple[TextBrief, ...]
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """An open commitment."""

    who: str
    what: str
    due: date | None
    is_overdue: bool
    meeting: str


@dataclass(frozen=True, slots=True)
class Person:
    """An office that will be in the room or answers for the body. No names: they change, and the paper stays."""

    seat: str
    says: str


@dataclass(frozen=True, slots=True)
class PastMeeting:
    title: str
    day: date
    present: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that is printed. `member` is whose paper it is: the party that the seat speaks for in the body, and in
    the bodies of the texts. Empty for who serves the body and has no position."""

    title: str
    body: str
    member: str
    starts_at: datetime | None
    ends_at: datetime | None
    zone: str
    place: str
    made_at: datetime
    items: tuple[ItemBrief, ...]
    texts: tuple[TextBrief, ...]
    ours: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    attendance: tuple[PastMeeting, ...]
    people: tuple[Person, ...]
