"""Released comments, what was answered to each, and what is still unanswered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Party

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
    def asks(self) -> bool:
        """Whether it stands and asks for something, so that it has to be answered."""
        return self.comment.withdrawn_at is None and self.comment.stance in NEEDS_ANSWER

    @property
    def needs_answer(self) -> bool:
        return self.asks and self.disposition is None

    @property
    def label(self) -> str:
        return f"{self.comment.party.code}-{self.comment.number}"

    def takes_reply(self, context: RoundContext, at: datetime) -> bool:
        """Whether the member can say now what it thinks of the disposition, or say something else."""
        if self.disposition is None or self.comment.withdrawn_at is not None:
            return False
        return at <= context.reply_until(self.disposition)

    def awaits_reply(self, context: RoundContext, at: datetime) -> bool:
        """The member has not said yet what it thinks of the disposition, and still can."""
        return self.reply is None and self.takes_reply(context, at)

    def reply_state(self, context: RoundContext, at: datetime) -> str:
        """satisfied, maintains, silent (the date has passed), awaited, or empty where nothing was disposed."""
        if self.disposition is None:
            return ""
        if self.reply is not None:
            return str(self.reply.kind)
        return "awaited" if at <= context.reply_until(self.disposition) else "silent"

    @property
    def is_maintained(self) -> bool:
        return self.reply is not None and self.reply.kind == ReplyKind.MAINTAINS


def comments_of(round_: Round, *, passage: str | None = None, with_withdrawn: bool = False) -> list[CommentLine]:
    """Every released comment of a round, or of one passage ("" is the text as a whole). Three queries, whatever their
    number."""
    found = Comment.objects.filter(round=round_)
    if passage is not None:
        found = found.filter(passage=passage)
    return _lines(found if with_withdrawn else found.filter(withdrawn_at=None))


def comments_in(rounds: Iterable[Round]) -> list[CommentLine]:
    """Every released comment of several rounds of texts that the caller may read, withdrawn ones too. Three queries."""
    return _lines(Comment.objects.filter(round__in=[row.key for row in rounds]))


def disposed_comments_by(own: Mapping[str, Party]) -> dict[str, list[CommentLine]]:
    """The standing comments of a party that were answered, in several rounds, by the round's key. Three queries."""
    parties = {party.key for party in own.values()}
    standing = Comment.objects.filter(round__in=list(own), party__in=parties, withdrawn_at=None)
    lines = _lines(standing.filter(Exists(_disposed())))
    found: dict[str, list[CommentLine]] = {key: [] for key in own}
    for line in lines:
        found[line.comment.round_id].append(line)
    return found


def _lines(found: QuerySet[Comment]) -> list[CommentLine]:
    rows = list(found.select_related("party", "group"))
    dispositions: dict[str, list[Disposition]] = {row.key: [] for row in rows}
    given = Disposition.objects.filter(comment__in=list(dispositions)).select_related("revision")
    for disposition in given.defer("revision__manifest"):
        dispositions[disposition.comment_id].append(disposition)
    latest = [said[-1].key for said in dispositions.values() if said]
    replies = {reply.disposition_id: reply for reply in Reply.objects.filter(disposition__in=latest)}
    return [_line(row, dispositions[row.key], replies) for row in rows]


def _line(row: Comment, given: Sequence[Disposition], replies: Mapping[str, Reply]) -> CommentLine:
    if not given:
        return CommentLine(row, None, None)
    return CommentLine(row, given[-1], replies.get(given[-1].key), len(given) - 1)


def commented_passages(round_: Round) -> set[str]:
    """The passages that a standing comment speaks to; "" is the text as a whole."""
    return set(Comment.objects.filter(round=round_, withdrawn_at=None).values_list("passage", flat=True).distinct())


def by_passage(lines: Iterable[CommentLine]) -> dict[str, list[CommentLine]]:
    """The lines by the id of the passage they speak to; "" holds those on the text as a whole."""
    found: dict[str, list[CommentLine]] = defaultdict(list)
    for line in lines:
        found[line.comment.passage].append(line)
    return dict(found)


def collisions(lines: Sequence[CommentLine]) -> dict[str, list[CommentLine]]:
    """Passages with proposals that cannot all be carried: different wordings in one language, or a wording and a
    deletion. Withdrawn comments propose nothing any more."""
    proposing = by_passage(line for line in lines if line.comment.passage and _proposes(line))
    return {passage: found for passage, found in proposing.items() if _collide(found)}


def _proposes(line: CommentLine) -> bool:
    return line.comment.withdrawn_at is None and line.comment.stance in {Stance.AMEND, Stance.DELETE}


def _collide(lines: Iterable[CommentLine]) -> bool:
    wordings: dict[str, set[str]] = defaultdict(set)
    is_deleted = False
    for line in lines:
        if line.comment.stance == Stance.DELETE:
            is_deleted = True
        else:
            wordings[line.comment.language].add(line.comment.wording)
    return (is_deleted and bool(wordings)) or any(len(said) > 1 for said in wordings.values())


def comment_for(actor: Actor, key: str) -> tuple[CommentLine, RoundContext]:
    """A released comment of a round that the actor may see, with its round. Comment.DoesNotExist otherwise."""
    round_ = Comment.objects.values_list("round_id", flat=True).get(key=key)
    try:
        context = round_for(actor, round_)
    except Round.DoesNotExist as problem:
        raise Comment.DoesNotExist from problem
    return _lines(Comment.objects.filter(key=key))[0], context


def unanswered_of(text: Text) -> int:
    """How many released comments of all rounds on a text wait for a disposition."""
    return _unanswered().filter(round__text=text).count()


def unanswered_in(rounds: Iterable[Round]) -> dict[str, int]:
    """How many released comments of each round wait for a disposition, by the round's key. One query."""
    keys = [row.key for row in rounds]
    counted = _unanswered().filter(round__in=keys).order_by().values("round").annotate(count=Count("key"))
    return dict.fromkeys(keys, 0) | {row["round"]: row["count"] for row in counted}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many comments of a round stand, how many of them ask for something, and how many of those are answered."""

    standing: int
    asking: int
    answered: int

    @property
    def unanswered(self) -> int:
        return self.asking - self.answered


def counts_of(round_: Round) -> Counts:
    """One query, whatever the number of comments."""
    asks = Q(stance__in=NEEDS_ANSWER)
    counted = Comment.objects.filter(round=round_, withdrawn_at=None).aggregate(
        standing=Count("key"),
        asking=Count("key", filter=asks),
        answered=Count("key", filter=asks & Q(Exists(_disposed()))),
    )
    return Counts(**counted)


def _unanswered() -> QuerySet[Comment]:
    return Comment.objects.filter(~Exists(_disposed()), withdrawn_at=None, stance__in=NEEDS_ANSWER)


def _disposed() -> QuerySet[Disposition]:
    return Disposition.objects.filter(comment=OuterRef("key"))


def history_of(comment: Comment) -> list[tuple[Disposition, Reply | None]]:
    """Every disposition of a comment with its latest reply, the oldest first."""
    rows = list(Disposition.objects.filter(comment=comment).select_related("revision").defer("revision__manifest"))
    replies = {r.disposition_id: r for r in Reply.objects.filter(disposition__comment=comment)}
    return [(row, replies.get(row.key)) for row in rows]
