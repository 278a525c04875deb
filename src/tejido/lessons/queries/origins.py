"""Where a sentence comes from: every state that it had, why it changed, and who was taught it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.curriculum.models import Edition, Revision, Text
from tejido.deliberation.models import Round
from tejido.deliberation.queries.comments import CommentLine, comments_in
from tejido.engine import trace
from tejido.engine.trace import Event
from tejido.ledger.actors import Actor
from tejido.seminars.models import Seminar
from tejido.seminars.rules import may_keep_seminars

from ..models import Case
from ..names import TEXTS
from .lines import TextLine
from .matters import asks
from .traces import Traced, engine_comment, traces_in


@dataclass(frozen=True, slots=True)
class Origin:
    """One state of a passage: the event that brought it, the matters and the single comments for whose sake it was
    made, the editions that hold it, and the seminars that taught it."""

    event: Event
    revision: Revision
    matters: tuple[Traced, ...]
    comments: tuple[CommentLine, ...]
    editions: tuple[Edition, ...]
    seminars: tuple[Seminar, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """A text with everything that changed it. `causes` leads from a passage and a revision to matters and comments."""

    line: TextLine
    matters: Mapping[str, Traced]
    comments: Mapping[str, CommentLine]
    causes: Mapping[tuple[str, int], tuple[str, ...]]

    def of(self, passage: str) -> tuple[Origin, ...]:
        """Every state of a passage, the first one first."""
        events = self.line.events_of(passage)
        ends = [event.revision for event in events[1:]]
        return tuple(self._origin(passage, event, end) for event, end in zip(events, [*ends, None], strict=True))

    def _origin(self, passage: str, event: Event, end: int | None) -> Origin:
        causes = self.causes.get((passage, event.revision), ())

        def holds(number: int) -> bool:
            return number >= event.revision and (end is None or number < end)

        is_there = event.after is not None
        taught = dict.fromkeys(row for part, row in self.line.taught if holds(_taught(row, part)))
        return Origin(
            event,
            self.line.revisions[event.revision],
            tuple(self.matters[key] for key in causes if key in self.matters),
            tuple(self.comments[key] for key in causes if key in self.comments),
            tuple(row for row in self.line.editions.values() if is_there and holds(row.revision.number)),
            tuple(taught) if is_there else (),
        )


def _taught(seminar: Seminar, part: str) -> int:
    revision = seminar.revision if part == TEXTS[0] else seminar.structure
    return revision.number if revision is not None else 0


def origins_for(actor: Actor, text: Text) -> Origins:
    """The origins of a text of the network, for every seat alike. Queries grow with nothing."""
    of_text = Case.objects.filter(seminar__revision__text=text) | Case.objects.filter(seminar__structure__text=text)
    related = "seminar__cycle", "seminar__revision__text", "seminar__structure__text", "seminar__host"
    cases = list(of_text.distinct().select_related(*related))
    keeps = may_keep_seminars(actor) is None
    traces = traces_in(cases, [case.seminar for case in cases], keeps=keeps, also=[text])
    line = traces.texts[text.key]
    mine = {row.chain.matter: row for row in traces.matters if row.text is not None and row.text.text.key == text.key}
    used = {each.comment.key for row in mine.values() for each in row.line.comments}
    rounds = list(Round.objects.filter(text=text).select_related("revision"))
    numbers = {row.key: row.revision.number for row in rounds}
    alone = {row.comment.key: row for row in comments_in(rounds) if asks(row) and row.comment.key not in used}
    chains = [row.chain for row in mine.values()] + [_alone(row, numbers, line) for row in alone.values()]
    return Origins(line, mine, alone, trace.origins(chains))


def _alone(row: CommentLine, numbers: Mapping[str, int], line: TextLine) -> trace.Chain:
    """The way of a comment that belongs to no matter."""
    comment = row.comment
    matter = trace.Matter(
        comment.key,
        (comment.passage,) if comment.passage else (),
        numbers[comment.round_id],
        comments=(engine_comment(row, line.text.key),),
        is_narrow=not comment.covers_section,
    )
    return trace.chain(matter, line.line, line.events, ())
