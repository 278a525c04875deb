"""All that a delegate's brief is made of, loaded for one actor. What a member prepares is loaded for its own seats
only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.models import Procedure, Release, Round
from tejido.deliberation.queries.comments import CommentLine, comments_of
from tejido.deliberation.queries.positions import PositionState, position_of, standing_releases
from tejido.deliberation.queries.procedures import open_procedure_of, state_of
from tejido.deliberation.queries.rounds import RoundContext, context_of
from tejido.deliberation.queries.state import ProcedureState
from tejido.ledger.actors import Actor
from tejido.registry.names import Task
from tejido.registry.queries import capacity
from tejido.registry.rules import tasks
from tejido.web.languages import base

from ..models import Meeting, Paper
from ..signals import Annex, annexes_of
from .agenda import ItemLine, lines_of
from .attendance import AttendanceLine, attendance_of
from .commitments import CommitmentLine, commitments_of
from .invitations import InvitationLine, invitations_of
from .meetings import BodyContext, MeetingContext, held_before

LOOKED_BACK = 3  # meetings of which the attendance is told


@dataclass(frozen=True, slots=True)
class TextLoaded:
    """A text with its last round and its open procedure. `ours` is the own position: None for who has none. `stands`
    is the release of it that the others go by."""

    text: Text
    revision: Revision
    language: str
    context: RoundContext | None
    state: ProcedureState | None
    ours: PositionState | None
    stands: Release | None
    lines: tuple[CommentLine, ...]

    @property
    def party_key(self) -> str:
        return self.context.party.key if self.context is not None and self.context.party is not None else ""

    @property
    def open_passages(self) -> frozenset[str]:
        """Passages that somebody objects to, that a comment still asks something of, or that we ourselves spoke to."""
        found = {line.comment.passage for line in self.lines if line.needs_answer or line.is_maintained}
        found |= {line.comment.passage for line in self.lines if line.asks and line.reply is None}
        found |= {o.objection.passage for o in self.state.objections if o.stands} if self.state else set()
        return frozenset(found | ({answer.passage for answer in self.ours.answers} if self.ours else set()))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A meeting with everything that lies before it."""

    context: MeetingContext
    lines: tuple[ItemLine, ...]
    texts: dict[str, TextLoaded]
    commitments: tuple[CommitmentLine, ...]
    attendance: tuple[tuple[Meeting, list[AttendanceLine]], ...]
    invitations: tuple[InvitationLine, ...]
    annexes: Mapping[str, tuple[Annex, ...]] = field(default_factory=dict)

    def texts_of(self, line: ItemLine) -> list[str]:
        """The keys of the texts that an item is about, each once."""
        return list(dict.fromkeys(text.key for text in _texts(line)))


def _texts(line: ItemLine) -> Iterable[Text]:
    if line.item.procedure is not None:
        yield line.item.procedure.text
    for paper in line.papers:
        text = _text_of(paper)
        if text is not None:
            yield text


def _text_of(paper: Paper) -> Text | None:
    for row in (paper.procedure, paper.round, paper.edition, paper.revision):
        if row is not None:
            return row.text
    return paper.text


def brief_for(actor: Actor, context: MeetingContext, language: str, at: datetime) -> Loaded:
    """The brief of a meeting that the actor reads from inside."""
    lines = tuple(lines_of(context.meeting))
    texts = {text.key: text for line in lines for text in _texts(line)}
    readable = Text.objects.filter(key__in=list(texts)).select_related("body__member")
    held = held_before(context.body, at)[:LOOKED_BACK]
    return Loaded(
        context=context,
        lines=lines,
        texts={text.key: text_for(actor, text, language, at) for text in readable if tasks(actor, text.body)},
        commitments=tuple(commitments_of(actor, BodyContext(context.body, context.capacity), only_open=True)),
        attendance=tuple((row, attendance_of(row)) for row in held),
        invitations=tuple(invitations_of(context.meeting)),
        annexes=annexes_of(actor, [line.item.key for line in lines]),
    )


def text_for(actor: Actor, text: Text, language: str, at: datetime) -> TextLoaded:
    """A text of a body in which the actor takes part, as it stands in its last round and its open procedure."""
    last = Round.objects.filter(text=text).order_by("number").select_related("text__body__member", "revision").last()
    return _loaded(text, context_of(actor, last) if last else None, open_procedure_of(text), actor, language, at)


def round_text(actor: Actor, context: RoundContext, language: str, at: datetime) -> TextLoaded:
    """The text of one round, as it stood and stands there."""
    return _loaded(context.text, context, None, actor, language, at)


def _loaded(
    text: Text, context: RoundContext | None, open_: Procedure | None, actor: Actor, language: str, at: datetime
) -> TextLoaded:
    state = state_of(open_, capacity(actor, text.body), at) if open_ else None
    latest = latest_revision(text)
    spoken = state.revision.languages if state else context.round.revision.languages if context else latest.languages
    ours, stands = _own(context)
    return TextLoaded(
        text=text,
        revision=latest,
        language=next((tag for tag in spoken if base(tag) == base(language)), text.negotiated_language),
        context=context,
        state=state,
        ours=ours,
        stands=stands,
        lines=tuple(comments_of(context.round)) if context else (),
    )


def _own(context: RoundContext | None) -> tuple[PositionState | None, Release | None]:
    if context is None or context.party is None or not context.capacity.may(Task.REMARK):
        return None, None
    return position_of(context.round, context.party), standing_releases(context.round).get(context.party.key)
