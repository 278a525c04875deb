"""Released comments, what was answered to each, and what is still unanswered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor

from ..models import Comment, Disposition, Reply, Round
from ..names import ReplyKind, Stance
from .rounds import RoundContext, round_for

# Stances that ask for something and so need an answer.
NEEDS_ANSWER = (Stance.AMEND, Stance.ADD, Stance.DELETE, Stance.RESERVE)


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment with its latest disposition and the member's latest reply to that."""

    comment: Comment
    disposition: Disposition | None
    reply: Reply | None
    earlier: int = 0

    @property
    def needs_answer(self) -> bool:
        return self.comment.withdrawn_at is None and self.comment.stance in NEEDS_ANSWER and self.disposition is None

    @property
    def label(self) -> str:
        return f"{self.comment.party.code}-{self.comment.number}"

    def reply_state(self, until: datetime, at: datetime) -> str:
        """satisfied, maintains, silent (the date has passed), awaited, or empty where nothing was disposed."""
        if self.disposition is None:
            return ""
        if self.reply is not None:
            return str(self.reply.kind)
        return "silent" if at > until else "awaited"

    @property
    def is_maintained(self) -> bool:
        return self.reply is not None and self.reply.kind == ReplyKind.MAINTAINS


def comments_of(round_: Round, *, with_withdrawn: bool = False) -> list[CommentLine]:
    """Every released comment of a round. Three queries, whatever their number."""
    found = Comment.objects.filter(round=round_).select_related("party", "group")
    rows = list(found if with_withdrawn else found.filter(withdrawn_at=None))
    return _lines(rows)


def _lines(rows: Sequence[Comment]) -> list[CommentLine]:
    dispositions: dict[str, list[Disposition]] = defaultdict(list)
    wanted = Disposition.objects.filter(comment__in=[row.key for row in rows]) if rows else Disposition.objects.none()
    for disposition in wanted.select_related("revision").defer("revision__manifest"):
        dispositions[disposition.comment_id].append(disposition)
    replies = {
        r.disposition_id: r
        for r in Reply.objects.filter(disposition__in=[d.key for ds in dispositions.values() for d in ds])
    }
    lines = []
    for row in rows:
        given = dispositions[row.key]
        last = given[-1] if given else None
        lines.append(CommentLine(row, last, replies.get(last.key) if last else None, max(len(given) - 1, 0)))
    return lines


def by_passage(lines: Sequence[CommentLine]) -> dict[str, list[CommentLine]]:
    """The lines by the id of the passage they speak to; "" holds those on the text as a whole."""
    found: dict[str, list[CommentLine]] = defaultdict(list)
    for line in lines:
        found[line.comment.passage].append(line)
    return dict(found)


def collisions(lines: Sequence[CommentLine]) -> dict[str, list[CommentLine]]:
    """Passages for which different parties proposed different wordings, or one a wording and another deletion."""
    proposing = by_passage([line for line in lines if line.comment.passage and _proposal(line)])
    return {passage: found for passage, found in proposing.items() if len({_proposal(line) for line in found}) > 1}


def _proposal(line: CommentLine) -> str:
    match line.comment.stance:
        case Stance.DELETE:
            return "\0delete"
        case Stance.AMEND:
            return f"{line.comment.language} {line.comment.wording}"
        case _:
            return ""


def comment_for(actor: Actor, key: str) -> tuple[CommentLine, RoundContext]:
    """A released comment of a round that the actor may see, with its round. Comment.DoesNotExist otherwise."""
    comment = Comment.objects.select_related("party", "group", "round__revision").get(key=key)
    try:
        context = round_for(actor, comment.round_id)
    except Round.DoesNotExist as problem:
        raise Comment.DoesNotExist from problem
    return _lines([comment])[0], context


def unanswered_of(text: Text) -> int:
    """How many released comments of all rounds on a text wait for a disposition."""
    waiting = Comment.objects.filter(round__text=text, withdrawn_at=None, stance__in=NEEDS_ANSWER)
    return waiting.exclude(key__in=Disposition.objects.filter(comment__round__text=text).values("comment_id")).count()


def history_of(comment: Comment) -> list[tuple[Disposition, Reply | None]]:
    """Every disposition of a comment with its reply, the oldest first."""
    rows = list(Disposition.objects.filter(comment=comment).select_related("revision").defer("revision__manifest"))
    replies = {r.disposition_id: r for r in Reply.objects.filter(disposition__comment=comment)}
    return [(row, replies.get(row.key)) for row in rows]
