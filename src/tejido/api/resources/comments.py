"""The comments of released positions, with what was answered to each and what its party thinks of the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.deliberation.queries.comments import CommentLine, comment_for, comments_of
from tejido.deliberation.queries.rounds import RoundContext, round_for
from tejido.ledger.actors import Actor

from ..resource import Resource, Within, address, page


@dataclass(frozen=True, slots=True)
class Disposition:
    """The latest answer to a comment. `revision` is the number of the revision that carries the change, `reply_until`
    until when its party can say what it thinks of it."""

    outcome: str
    language: str
    reason: str
    revision: int | None
    at: datetime
    reply_until: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """What the party of a comment thinks of its disposition."""

    kind: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """An answer of a released position, as every party reads it. `label` is how it is cited ("XA-3"). `passage_digest`
    is that of the passage it was said of. `reply_state` is `satisfied`, `maintains`, `silent`, `awaited`, or empty
    where nothing was answered."""

    key: str
    address: str
    page: str
    label: str
    round: str
    party: str
    passage: str
    covers_section: bool
    passage_digest: str
    stance: str
    type: str
    language: str
    wording: str
    reason: str
    group: str
    at: datetime
    withdrawn_at: datetime | None
    disposition: Disposition | None
    reply: Reply | None
    reply_state: str
    links: dict[str, str]


Said = tuple[CommentLine, RoundContext]


def _many(actor: Actor, _at: datetime, within: Within) -> Sequence[Said]:
    context = round_for(actor, within.get("round"))
    party, passage = within.get("party"), within.get("passage")
    lines = comments_of(context.round, with_withdrawn=True)
    kept = [line for line in lines if party in {"", line.comment.party.code}]
    return [(line, context) for line in kept if passage in {"", line.comment.passage or "text"}]


def _one(actor: Actor, _at: datetime, key: str) -> Said:
    return comment_for(actor, key)


def _show(item: Said, _actor: Actor, at: datetime) -> Comment:
    (line, context), row = item, item[0].comment
    reply = line.reply
    return Comment(
        key=row.key,
        address=address("comments", row.key),
        page=page("deliberation:comment", row.key),
        label=line.label,
        round=row.round_id,
        party=row.party.code,
        passage=row.passage,
        covers_section=row.covers_section,
        passage_digest=row.passage_digest,
        stance=str(row.stance),
        type=str(row.type),
        language=row.language,
        wording=row.wording,
        reason=row.reason,
        group=row.group.label if row.group else "",
        at=row.at,
        withdrawn_at=row.withdrawn_at,
        disposition=_disposition(line.disposition, context) if line.disposition else None,
        reply=Reply(str(reply.kind), reply.reason, reply.at) if reply else None,
        reply_state=line.reply_state(context, at),
        links={"round": address("rounds", row.round_id)},
    )


def _disposition(row: Any, context: RoundContext) -> Disposition:
    revision = row.revision.number if row.revision else None
    return Disposition(str(row.outcome), row.language, row.reason, revision, row.at, context.reply_until(row))


def _key(item: Said) -> str:
    return str(item[0].comment.key)


COMMENTS = Resource(
    "comments", "deliberation:comment", Comment, _many, _one, _show, key=_key,
    filters=("round", "party", "passage"), needs=("round",),
)  # fmt: skip  # one row, read as one

RESOURCES = (COMMENTS,)
