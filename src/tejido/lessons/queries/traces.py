"""What became of what was said: the chain of every matter, and of every comment that belongs to none, computed from
the records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tejido.curriculum.models import Revision, Text
from tejido.deliberation.names import Outcome as Answer
from tejido.deliberation.queries.comments import CommentLine
from tejido.engine import trace
from tejido.engine.trace import Chain, ItemState, Verdict
from tejido.meetings.models import Approval
from tejido.meetings.models import Decision as MeetingDecision
from tejido.seminars.models import Seminar
from tejido.seminars.names import UNTOLD

from ..models import Case, Decision, Matter
from ..names import TEXTS
from ..rules import HELD, NOT_HELD
from .cases import CaseContext, taught_by
from .lines import TextLine, later_than, teachings, text_lines
from .matters import Heard, MatterLine, carried_by, heard_in, matters_of

ANSWERS: Mapping[str, Verdict] = {
    Answer.ACCEPTED: Verdict.TAKEN,
    Answer.ACCEPTED_MODIFIED: Verdict.PARTLY,
    Answer.NOTED: Verdict.NOTED,
    Answer.NOT_ACCEPTED: Verdict.NOT_TAKEN,
}


@dataclass(frozen=True, slots=True)
class Traced:
    """A matter with its way. `later` are the seminars after the one that it comes from."""

    line: MatterLine
    chain: Chain
    text: TextLine | None
    later: tuple[Seminar, ...]

    @property
    def seminar(self) -> Seminar:
        return self.line.matter.case.seminar

    @property
    def taught(self) -> Revision | None:
        return taught_by(self.seminar, self.line.matter.part)


@dataclass(frozen=True, slots=True)
class Traces:
    """The ways of all matters of some evaluations, what was said in them, and how the meetings' record stands."""

    matters: tuple[Traced, ...]
    heard: Heard
    texts: Mapping[str, TextLine]
    approvals: Mapping[str, Approval]
    decided: Mapping[str, tuple[MeetingDecision, ...]]

    def of(self, number: int) -> Traced:
        """The way of a matter by its number, where it is one evaluation's. Matter.DoesNotExist otherwise."""
        for traced in self.matters:
            if traced.line.matter.number == number:
                return traced
        raise Matter.DoesNotExist

    @property
    def loose(self) -> list[CommentLine]:
        """The comments that belong to no matter and still ask for something."""
        used = {line.comment.key for traced in self.matters for line in traced.line.comments}
        return [line for key, line in self.heard.comments.items() if key not in used and line.asks]

    @property
    def unheard(self) -> list[str]:
        """The keys of the observations that belong to no matter."""
        used = {row.key for traced in self.matters for row in traced.line.observations}
        return [key for key in self.heard.observations if key not in used]


def traces_of(context: CaseContext) -> Traces:
    """The ways of the matters of one evaluation. Queries do not grow with their number."""
    cases = [context.case] if context.case else []
    return traces_in(cases, [context.seminar], keeps=context.keeps)


def traces_in(cases: Sequence[Case], seminars: Sequence[Seminar], *, keeps: bool, also: Iterable[Text] = ()) -> Traces:
    """The same of several evaluations. `also`: texts whose lines are wanted besides."""
    said = heard_in(cases, seminars)
    lines = matters_of(cases, said, keeps=keeps)
    named = (taught_by(seminar, part) for seminar in seminars for part in TEXTS)
    texts = text_lines({*also, *(revision.text for revision in named if revision is not None)})
    of_cycles = _of_cycles(seminars)
    traced = tuple(_traced(line, texts, of_cycles) for line in lines)
    meetings = {item.meeting_id for line in lines for item in line.discussed}
    approvals = {row.meeting_id: row for row in Approval.objects.filter(meeting__in=meetings)}
    decided: dict[str, tuple[MeetingDecision, ...]] = {}
    for row in MeetingDecision.objects.filter(meeting__in=list(approvals)):
        decided[row.item_id] = (*decided.get(row.item_id, ()), row)
    return Traces(traced, said, texts, approvals, decided)


def _of_cycles(seminars: Iterable[Seminar]) -> dict[str, list[Seminar]]:
    """The parts of each cycle that the network knows of. One query."""
    found: dict[str, list[Seminar]] = {}
    rows = Seminar.objects.filter(cycle__in={row.cycle_id for row in seminars}).exclude(state__in=UNTOLD)
    for row in rows.select_related("cycle", "revision", "structure", "host"):
        found.setdefault(row.cycle_id, []).append(row)
    return found


def _traced(line: MatterLine, texts: Mapping[str, TextLine], of_cycles: Mapping[str, Sequence[Seminar]]) -> Traced:
    matter, seminar = line.matter, line.matter.case.seminar
    revision = taught_by(seminar, matter.part)
    text = texts.get(revision.text_id) if revision is not None else None
    said = engine_matter(line, revision)
    if text is None:
        return Traced(line, trace.chain(said, None, {}, ()), None, ())
    later = later_than(seminar, text, of_cycles.get(seminar.cycle_id, ()))
    chain = trace.chain(said, text.line, text.events, teachings(later, matter.part, text.text))
    return Traced(line, chain, text, tuple(later))


def engine_matter(line: MatterLine, taught: Revision | None) -> trace.Matter:
    """The matter as it is reckoned with. `taught` is the revision that it was said of."""
    return trace.Matter(
        id=line.matter.key,
        passages=tuple(line.matter.passages),
        taught=taught.number if taught else 0,
        observations=len(line.observations) + line.lost,
        comments=tuple(engine_comment(each, taught.text_id if taught else "") for each in line.comments),
        items=tuple(trace.Item(item.key, _state(item.meeting.state)) for item in line.items),
        outcome=_outcome(line.decision, taught.text_id if taught else "") if line.decision else None,
    )


def engine_comment(line: CommentLine, text: str) -> trace.Comment:
    given = line.disposition
    carried = given.revision if given is not None else None
    return trace.Comment(
        id=line.comment.key,
        is_withdrawn=line.comment.withdrawn_at is not None,
        verdict=ANSWERS[given.outcome] if given is not None else None,
        carried=carried.number if carried is not None and carried.text_id == text else None,
    )


def _outcome(decision: Decision, text: str) -> trace.Outcome:
    revision = carried_by(decision)
    number = revision.number if revision is not None and revision.text_id == text else None
    return trace.Outcome(Verdict(decision.outcome), number)


def _state(state: str) -> ItemState:
    if state in HELD:
        return ItemState.HELD
    return ItemState.CANCELLED if state in NOT_HELD else ItemState.AHEAD
