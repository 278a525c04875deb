"""On a member's own node: rounds of the network, and what became of the member's comments, as the network's node tells
them. They are written down as the acts of the offices that did them there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Party

from ..models import Comment, Disposition, Round, RoundExtension, RoundParty
from ..names import Act
from ..queries.rounds import deadline_of
from ..rules.rounds import is_same_round
from .locking import touch


@dataclass(frozen=True, slots=True)
class SaidRound:
    """A round as the network's node tells it. `deadline` is the one in force, extensions included."""

    key: str
    number: int
    opened_at: datetime
    deadline: datetime
    zone: str
    reply_until: datetime
    invitation: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def mirror_round(*, actor: Actor, node: str, revision: Revision, party: Party, said: SaidRound, at: datetime) -> Round:
    """The round as it is on the network's node, for the one party that prepares its position here. `actor` is the
    office that opened it, `node` the fingerprint of the key that signed. A later deadline is an extension; what is here
    already stays as it is. `revision` is of the text as it was brought in with the round."""
    known = Round.objects.select_for_update().filter(text=revision.text_id, number=said.number).first()
    if known is None:
        return _opened(actor, node, revision, party, said, at)
    ask(is_same_round(known, said.key, revision.key))
    if said.deadline > deadline_of(known):
        _extended(actor, node, known, said, at)
    return known


def _opened(actor: Actor, node: str, revision: Revision, party: Party, said: SaidRound, at: datetime) -> Round:
    row = Round.objects.create(
        key=said.key,
        text=revision.text,
        revision=revision,
        number=said.number,
        opened_at=said.opened_at,
        deadline=said.deadline,
        zone=said.zone,
        reply_until=said.reply_until,
        invitation=dict(said.invitation),
    )
    RoundParty.objects.create(round=row, party=party)
    facts = {
        "text": revision.text_id,
        "revision": revision.digest,
        "number": row.number,
        "zone": row.zone,
        "parties": [party.code],
    }
    _record(actor, Act.ROUND_OPENED, row, at, {**facts, "deadline": said.deadline.isoformat(), "node": node})
    return row


def _extended(actor: Actor, node: str, row: Round, said: SaidRound, at: datetime) -> None:
    RoundExtension.objects.create(round=row, at=at, deadline=said.deadline, office=actor.office)
    Round.objects.filter(key=row.key).update(reply_until=said.reply_until)
    touch(row)
    facts = {"deadline": said.deadline.isoformat(), "zone": said.zone, "node": node}
    _record(actor, Act.ROUND_EXTENDED, row, at, facts)


def _record(actor: Actor, act: Act, row: Round, at: datetime, facts: Mapping[str, object]) -> None:
    record(actor=actor, act=act, tree=row.text.body.tree, kind="round", object=row.key, at=at, facts=facts)


@dataclass(frozen=True, slots=True)
class SaidDisposition:
    """What the network's node answered to comment `number` of the member, on what passage and with which words."""

    number: int
    passage: str
    wording: str
    outcome: str
    language: str
    reason: str
    at: datetime
    office: str


@transaction.atomic
def mirror_dispositions(
    *, actor: Actor, node: str, round_: Round, said: Sequence[SaidDisposition], at: datetime
) -> list[Disposition]:
    """What is new of these answers, each with a line. An answer to a comment that is not here word for word is left
    out: it would answer something else."""
    row = Round.objects.select_for_update(of=("self",)).select_related("text__body__member").get(key=round_.key)
    comments = {comment.number: comment for comment in Comment.objects.filter(round=row)}
    known = set(Disposition.objects.filter(comment__round=row).values_list("comment__number", "at"))
    new = [
        _answered(comments[one.number], one)
        for one in said
        if (one.number, one.at) not in known and _is_about(comments.get(one.number), one)
    ]
    Disposition.objects.bulk_create(new)
    if new:
        touch(row)
    for disposition in new:
        facts = {"round": row.key, "outcome": disposition.outcome, "revision": "", "node": node}
        record(
            actor=actor,
            act=Act.COMMENT_DISPOSED,
            tree=row.text.body.tree,
            kind="comment",
            object=disposition.comment_id,
            at=at,
            facts=facts,
            details={"reason": disposition.reason},
        )
    return new


def _is_about(comment: Comment | None, said: SaidDisposition) -> bool:
    return comment is not None and (comment.passage, comment.wording) == (said.passage, said.wording)


def _answered(comment: Comment, said: SaidDisposition) -> Disposition:
    return Disposition(
        comment=comment,
        outcome=said.outcome,
        language=said.language,
        reason=said.reason,
        at=said.at,
        office=said.office,
    )
