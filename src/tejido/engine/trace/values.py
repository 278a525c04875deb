"""What was said, what was done with it, and what is found out about both. Ids are the caller's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ..document import Document, Passage


class Step(StrEnum):
    """The way of an observation, from what was said to the next seminar."""

    SAID = "said"
    DISCUSSED = "discussed"
    ANSWERED = "answered"
    CHANGED = "changed"
    ADOPTED = "adopted"
    TAUGHT = "taught"


class Gap(StrEnum):
    """Why a step is missing, or what of it is."""

    WITHDRAWN = "withdrawn"
    NOT_ON_AGENDA = "not_on_agenda"
    NOT_HELD = "not_held"
    MEETING_CANCELLED = "meeting_cancelled"
    NOT_ANSWERED = "not_answered"
    PARTLY_ANSWERED = "partly_answered"
    NOT_TAKEN = "not_taken"
    ELSEWHERE = "elsewhere"
    NO_TEXT = "no_text"
    NO_REVISION = "no_revision"
    UNTOUCHED = "untouched"
    NOT_ADOPTED = "not_adopted"
    PROPOSED = "proposed"
    LAPSED = "lapsed"
    NO_LATER = "no_later"
    LATER_CANCELLED = "later_cancelled"
    NOTHING_CHOSEN = "nothing_chosen"
    OLDER_TAUGHT = "older_taught"

    @property
    def is_end(self) -> bool:
        """Nothing further is to come: the way ends here, and not for want of anybody's doing."""
        return self in {Gap.WITHDRAWN, Gap.NOT_TAKEN, Gap.ELSEWHERE, Gap.NO_TEXT}


class Verdict(StrEnum):
    """What was answered. `NOTED` is said of a comment: heard, and nothing to change."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOTED = "noted"
    NOT_TAKEN = "not_taken"
    ELSEWHERE = "elsewhere"

    @property
    def is_taken(self) -> bool:
        return self in {Verdict.TAKEN, Verdict.PARTLY}


class ItemState(StrEnum):
    """How far the meeting has come that an item of an agenda belongs to."""

    AHEAD = "ahead"
    HELD = "held"
    CANCELLED = "cancelled"


class What(StrEnum):
    """What happened to a passage in a revision."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Comment:
    """A released comment. `carried` is the number of the revision that its answer names, None where it names none."""

    id: str
    is_withdrawn: bool = False
    verdict: Verdict | None = None
    carried: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda that is about the matter."""

    id: str
    state: ItemState


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided on the matter itself."""

    verdict: Verdict
    carried: int | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What belongs together: passages, what participants observed, what members commented, and what was done with it.

    `taught` is the number of the revision that it was said of. No passage: it is about the text as a whole. A heading
    stands for its whole section, unless the matter `is_narrow`.
    """

    id: str
    passages: tuple[str, ...]
    taught: int
    observations: int = 0
    comments: tuple[Comment, ...] = ()
    items: tuple[Item, ...] = ()
    outcome: Outcome | None = None
    is_narrow: bool = False

    @property
    def standing(self) -> tuple[Comment, ...]:
        return tuple(comment for comment in self.comments if not comment.is_withdrawn)

    @property
    def carried(self) -> tuple[int, ...]:
        """The revisions that are named as carrying it, each once, in their order."""
        named = [c.carried for c in self.standing if c.verdict and c.verdict.is_taken]
        named += [self.outcome.carried] if self.outcome and self.outcome.verdict.is_taken else []
        return tuple(sorted({number for number in named if number is not None}))


@dataclass(frozen=True, slots=True)
class State:
    """A revision of a text by its number."""

    number: int
    document: Document


@dataclass(frozen=True)
class Line:
    """The revisions of one text in their order, its editions (number, number of the revision), and the revisions that
    were proposed for adoption and are not adopted: open, or lapsed."""

    states: Sequence[State]
    editions: Sequence[tuple[int, int]] = ()
    proposed: Sequence[int] = ()
    lapsed: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Teaching:
    """A later seminar in the order of time. `revision` is the number of the revision of the same text that it teaches,
    None where it has none yet or teaches another text."""

    id: str
    revision: int | None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one passage in one revision. `beside`: for an addition what was removed in the same place and
    the passage that it follows; for a removal what was added in the same place."""

    revision: int
    what: What
    before: Passage | None
    after: Passage | None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one passage for the sake of a matter.

    `revision` is the one that is named as carrying it, `made` the one in which the passage last changed up to there.
    `before` is what was taught, `after` what stood once it was made. `between` are the revisions before that touched it
    too, `since` those that touched it afterwards. `stands`: the latest revision still says what it said then.
    """

    passage: str
    what: What
    revision: int
    made: int
    before: Passage | None
    after: Passage | None
    between: tuple[int, ...] = ()
    since: tuple[int, ...] = ()
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a matter's way: the ids of what is there, and what lacks. Both can be: some comments are answered,
    others not."""

    step: Step
    links: tuple[str, ...] = ()
    gap: Gap | None = None

    @property
    def is_there(self) -> bool:
        return bool(self.links)


@dataclass(frozen=True)
class Chain:
    """The whole way of a matter, every step once and in order. What is there is told whatever lacks before it."""

    matter: str
    stages: tuple[Stage, ...]
    changes: tuple[Change, ...] = field(default=())

    def at(self, step: Step) -> Stage:
        return next(stage for stage in self.stages if stage.step is step)

    @property
    def end(self) -> Gap | None:
        """Why nothing further is to come; None where something may."""
        return next((stage.gap for stage in self.stages if stage.gap and stage.gap.is_end), None)

    @property
    def waits_for(self) -> Gap | None:
        """The first thing that lacks and may still come; None where the way is whole or has ended."""
        return None if self.end else next((stage.gap for stage in self.stages if stage.gap), None)

    @property
    def is_discussed(self) -> bool:
        return self.at(Step.DISCUSSED).is_there

    @property
    def has_changed_the_text(self) -> bool:
        return bool(self.changes)
