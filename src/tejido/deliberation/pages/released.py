"""What every party sees of a round: released comments with their answers. Kept in memory until the round's next act."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tejido.curriculum.models import Revision
from tejido.engine.change import Span
from tejido.engine.document import Document
from tejido.web.components import Sentence
from tejido.web.marking import marked
from tejido.web.memory import Memory
from tejido.web.reading import Reading, ReadPassage

from .. import sentences
from ..models import Comment
from ..names import Stance
from ..queries.comments import CommentLine, comments_of
from ..queries.rounds import RoundContext


@dataclass(frozen=True, slots=True)
class Released:
    """All released comments as they stand in the margin, by passage. `waiting` are the places with unanswered comments
    and their addresses, in reading order."""

    margins: Mapping[str, SafeString]
    whole: SafeString
    sentence: Sentence
    waiting: tuple[tuple[str, str], ...]


memory: Memory[tuple[str, int, str, str], Released] = Memory(12)
margins: Memory[tuple[object, ...], SafeString] = Memory(4096)  # an act changes one of them, and leaves the others


def released(context: RoundContext, read: Reading) -> Released:
    """Two readers of the same state in the same languages get the same object. It holds released things only, so it is
    nobody's secret; `Round.state` grows with each act that every party may see.
    """
    where = (context.round.key, context.round.state, read.language, translation.get_language() or "")
    return memory.made(where, lambda: _make(context, read))


def _make(context: RoundContext, read: Reading) -> Released:
    lines = comments_of(context.round)
    places: dict[str, list[CommentLine]] = defaultdict(list)
    for line in lines:
        places[line.comment.passage].append(line)
    addresses = {p.id: p.address for p in read.passages}
    beside = {place: _margin(context, place, found) for place, found in places.items() if place}
    waiting = {line.comment.passage for line in lines if line.needs_answer}
    whole = [("", _("the text as a whole"))] if "" in waiting else []
    open_at = (*whole, *((p.id, p.address) for p in read.passages if p.id in waiting))
    return Released(
        beside,
        _margin(context, "", places.get("", [])),
        sentences.of_comments(lines, addresses),
        tuple((_address(context, place), named) for place, named in open_at),
    )


def _margin(context: RoundContext, place: str, lines: Sequence[CommentLine]) -> SafeString:
    said = tuple(row.key for line in lines for row in (line.comment, line.disposition, line.reply) if row)
    shown = {"lines": lines, "address": _address(context, place)}
    key = (shown["address"], translation.get_language(), said)
    return margins.made(key, lambda: render_to_string("deliberation/_released.html", shown))


def _address(context: RoundContext, place: str) -> str:
    return reverse("deliberation:passage", args=[context.round.key, place or "text"])


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as a page shows it: its wording marked against the text, and what became of it."""

    line: CommentLine
    marked: tuple[Span, ...]
    reply_state: str
    takes_reply: bool

    @property
    def comment(self) -> Comment:
        return self.line.comment


def comment_row(line: CommentLine, context: RoundContext, document: Document, at: datetime) -> CommentRow:
    marks = _marked(line.comment, document)
    return CommentRow(line, marks, line.reply_state(context, at), line.takes_reply(context, at))


def _marked(comment: Comment, document: Document) -> tuple[Span, ...]:
    if comment.stance != Stance.AMEND or comment.passage not in document:
        return ()
    base = document.passage(comment.passage).text(comment.language)
    return marked(base, comment.wording) if base else ()


def colliding(lines: Sequence[CommentLine], document: Document) -> list[tuple[CommentLine, tuple[Span, ...]]]:
    """Proposals that cannot all be carried, each marked against the text, to be set side by side."""
    return [(line, _marked(line.comment, document)) for line in lines]


def neighbours(read: Reading, spoken: Container[str], place: str) -> tuple[ReadPassage | None, ReadPassage | None]:
    """The commented passages before and after this one, to walk through all of them without going back."""
    walk = [p for p in read.passages if p.id in spoken]
    at = next((n for n, p in enumerate(walk) if p.id == place), -1)
    before = walk[at - 1] if at > 0 else None
    return before, walk[at + 1] if at + 1 < len(walk) else None


def revision_label(revision: Revision) -> str:
    return f"{revision.number} · {revision.reason[:60]}" if revision.reason else str(revision.number)
