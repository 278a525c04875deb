"""The shapes in which the story of the demonstration is written down. Values only: nothing here knows a database.

Days are counted backwards from the moment the demonstration is built, so that it is always alive. A passage is named by
a phrase of its Spanish text that occurs in no other passage; an empty phrase means the text as a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tejido.deliberation.names import CommentType, Outcome, ReplyKind, Stance

Texts = Mapping[str, str]

GENERAL, TECHNICAL, EDITORIAL = CommentType.GENERAL, CommentType.TECHNICAL, CommentType.EDITORIAL


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """An answer of a position. `remark` is the label of the private remark that it was copied from."""

    stance: Stance
    on: str
    type: CommentType
    language: str
    wording: str = ""
    reason: str = ""
    covers_section: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes answers in one language: `es.amend("a phrase", TECHNICAL, "wording", "reason")`."""

    language: str

    def agree(self, on: str, reason: str = "", *, section: bool = False) -> PlannedAnswer:
        return PlannedAnswer(Stance.AGREE, on, GENERAL, self.language, reason=reason, covers_section=section)

    def no_position(self, on: str, reason: str = "", *, section: bool = False) -> PlannedAnswer:
        return PlannedAnswer(Stance.NO_POSITION, on, GENERAL, self.language, reason=reason, covers_section=section)

    def amend(self, on: str, type: CommentType, wording: str, reason: str, *, remark: str = "") -> PlannedAnswer:
        return PlannedAnswer(Stance.AMEND, on, type, self.language, wording, reason, remark=remark)

    def add(self, on: str, type: CommentType, wording: str, reason: str, *, remark: str = "") -> PlannedAnswer:
        return PlannedAnswer(Stance.ADD, on, type, self.language, wording, reason, remark=remark)

    def delete(self, on: str, type: CommentType, reason: str, *, remark: str = "") -> PlannedAnswer:
        return PlannedAnswer(Stance.DELETE, on, type, self.language, reason=reason, remark=remark)

    def reserve(self, on: str, type: CommentType, reason: str, *, remark: str = "") -> PlannedAnswer:
        return PlannedAnswer(Stance.RESERVE, on, type, self.language, reason=reason, remark=remark)


@dataclass(frozen=True, slots=True)
class PlannedRemark:
    """A private remark of an institution, named by its code among those of its member."""

    institution: str
    on: str
    type: CommentType
    language: str
    body: str
    wording: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPosition:
    """A party's position and how far it has come. `party` is a member's code, or in a mechanism an institution's.

    `begun`, `cleared`, `returned` and `released` are days before now; None where it has not come that far.
    """

    party: str
    begun: float
    answers: tuple[PlannedAnswer, ...]
    cleared: float | None = None
    returned: tuple[float, str] | None = None
    released: float | None = None


@dataclass(frozen=True, slots=True)
class PlannedDisposition:
    """One answer of the secretariat to the comments with these labels ("BR-3"), grouped where `group` has a name."""

    comments: tuple[str, ...]
    outcome: Outcome
    reason: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class PlannedReply:
    comment: str
    kind: ReplyKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one passage said and says, by language: two phrases, each in one passage only."""

    said: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PlannedRevision:
    """A revision: what it changed, and the sections that it added, by their Spanish headings."""

    days: float
    reason: str
    changes: tuple[Change, ...] = ()
    adds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedDeclaration:
    party: str
    kind: str
    on: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class PlannedObjection:
    party: str
    on: str
    language: str
    reason: str
    wording: str


@dataclass(frozen=True, slots=True)
class PlannedProcedure:
    """A proposal for adoption. `ends` counts days from now (negative: past); None where a meeting decides."""

    kind: str
    opened: float
    explanation: Texts
    ends: float | None = None
    agreements: tuple[tuple[float, str], ...] = ()
    declarations: tuple[tuple[float, PlannedDeclaration], ...] = field(default=())
    objections: tuple[tuple[float, PlannedObjection], ...] = field(default=())
    requests: tuple[tuple[float, str, str], ...] = field(default=())
