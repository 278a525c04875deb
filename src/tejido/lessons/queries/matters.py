"""The matters of an evaluation with everything that belongs to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tejido.curriculum.models import Revision
from tejido.deliberation.queries.comments import NEEDS_ANSWER, CommentLine, comments_in
from tejido.engine.proof import canonical_digest
from tejido.meetings.models import Item
from tejido.seminars.models import Seminar

from ..models import Case, Decision, Matter, MatterComment, MatterItem, MatterObservation
from ..rules import HELD
from .cases import CaseContext, linked_rounds
from .observed import Observed, observed_in


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that was said in some evaluations: the comments of their rounds that ask for something, by key, with
    the part that each is about, and what participants observed, by key. `by_seminar` counts the observations."""

    comments: Mapping[str, CommentLine]
    parts: Mapping[str, str]
    observations: Mapping[str, Observed]
    by_seminar: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter with its comments, observations, items of agendas and decisions, the latest of each last. `lost` counts
    observations that the evaluation no longer keeps."""

    matter: Matter
    comments: tuple[CommentLine, ...]
    observations: tuple[Observed, ...]
    lost: int
    items: tuple[Item, ...]
    decisions: tuple[Decision, ...]

    @property
    def decision(self) -> Decision | None:
        return self.decisions[-1] if self.decisions else None

    @property
    def discussed(self) -> tuple[Item, ...]:
        """The items under which it was discussed."""
        return tuple(item for item in self.items if item.meeting.state in HELD)

    @property
    def is_used(self) -> bool:
        return bool(self.items or self.decisions)

    @property
    def is_settled(self) -> bool:
        """What belongs to it stays."""
        return bool(self.discussed or self.decisions)

    @property
    def digest(self) -> str:
        """Of what of it can be changed, as somebody reads it before changing it."""
        words = [self.matter.title, self.matter.said]
        return canonical_digest([*words, *({kind: sorted(keys)} for kind, keys in self.holds.items())])

    @property
    def holds(self) -> dict[str, frozenset[str]]:
        """What belongs to it, by its kind."""
        return {
            "passages": frozenset(self.matter.passages),
            "comments": frozenset(line.comment.key for line in self.comments),
            "observations": frozenset(row.key for row in self.observations),
        }

    @property
    def standing(self) -> tuple[CommentLine, ...]:
        return tuple(line for line in self.comments if line.comment.withdrawn_at is None)


def heard_in(cases: Sequence[Case], seminars: Iterable[Seminar]) -> Heard:
    """Five queries for the comments, whatever their number, and what the evaluation needs for the observations."""
    links = linked_rounds(cases)
    parts = {link.round_id: link.part for link in links}
    found = [line for line in comments_in(link.round for link in links) if asks(line)]
    observed = observed_in(seminars)
    comments = {line.comment.key: line for line in found}
    return Heard(
        comments,
        {key: parts[line.comment.round_id] for key, line in comments.items()},
        {row.key: row for rows in observed.values() for row in rows},
        {seminar: len(rows) for seminar, rows in observed.items()},
    )


def asks(line: CommentLine) -> bool:
    """Whether it asks, or asked, for something: agreement and no position need no answer."""
    return line.comment.stance in NEEDS_ANSWER


def heard(context: CaseContext) -> Heard:
    return heard_in([context.case] if context.case else [], [context.seminar])


def matters_of(cases: Sequence[Case], said: Heard, *, keeps: bool) -> list[MatterLine]:
    """The matters of these evaluations that were not dissolved. `keeps`: the reader also knows of meetings that nobody
    was told of. Five queries."""
    rows = list(
        Matter.objects.filter(case__in=[case.key for case in cases], dissolved_at=None).select_related(*_OF_CASE)
    )
    keys = [row.key for row in rows]
    comments = _grouped(MatterComment.objects.filter(matter__in=keys), "comment_id")
    observed = _grouped(MatterObservation.objects.filter(matter__in=keys), "observation")
    items = _grouped(_items(keys, keeps=keeps), "item")
    decisions: dict[str, list[Decision]] = {}
    for decision in Decision.objects.filter(matter__in=keys).select_related(*_CARRIERS):
        decisions.setdefault(decision.matter_id, []).append(decision)
    return [
        MatterLine(
            row,
            tuple(said.comments[key] for key in comments.get(row.key, ()) if key in said.comments),
            tuple(said.observations[key] for key in observed.get(row.key, ()) if key in said.observations),
            sum(key not in said.observations for key in observed.get(row.key, ())),
            tuple(items.get(row.key, ())),
            tuple(decisions.get(row.key, ())),
        )
        for row in rows
    ]


_OF_CASE = (
    "case__seminar__cycle", "case__seminar__host", "case__seminar__revision__text", "case__seminar__structure__text",
)  # fmt: skip  # one list
_CARRIERS = (
    "item__meeting", "disposition__revision__text", "disposition__comment__party", "proposal__revision__text",
    "proposal__procedure", "revision__text",
)  # fmt: skip  # one list


def _items(keys: Sequence[str], *, keeps: bool) -> list[MatterItem]:
    """Of an agenda that nobody was told of, who prepares it knows; what was struck is on no agenda."""
    found = MatterItem.objects.filter(matter__in=keys, item__struck_at=None).select_related("item__meeting__body")
    return [row for row in found if keeps or row.item.meeting.was_convened]


def _grouped(rows: Iterable[object], field: str) -> dict[str, list]:  # type: ignore[type-arg]  # of whatever the field holds
    found: dict[str, list] = {}  # type: ignore[type-arg]  # the same
    for row in rows:
        found.setdefault(row.matter_id, []).append(getattr(row, field))  # type: ignore[attr-defined]  # rows of a matter
    return found


def carried_by(decision: Decision) -> Revision | None:
    """The revision that carries what was decided."""
    if decision.disposition is not None:
        return decision.disposition.revision
    return decision.proposal.revision if decision.proposal is not None else decision.revision


def matter_for(context: CaseContext, number: int) -> MatterLine:
    """A matter of the evaluation by its number. Matter.DoesNotExist otherwise."""
    if context.case is None:
        raise Matter.DoesNotExist
    for line in matters_of([context.case], heard(context), keeps=context.keeps):
        if line.matter.number == number:
            return line
    raise Matter.DoesNotExist
