"""Institutions remark in their party's private space, one by one or many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.models import Party
from tejido.registry.names import Task

from ..models import Contribution, Remark, Round
from ..names import Act, CommentType
from ..queries.rounds import RoundContext, SaidWords, party_tree
from ..rules import rounds as rules
from ..rules.words import compared
from .locking import must_have, speaking


@dataclass(frozen=True, slots=True)
class BroughtRemark:
    """One remark that a row of a table or a passage of a Word file becomes."""

    passage: str
    language: str
    body: str
    wording: str = ""
    type: str = CommentType.TECHNICAL


@transaction.atomic
def make_remark(
    *, actor: Actor, round_: Round, passage: str, language: str, body: str, wording: str, type: str, at: datetime
) -> Remark:
    """An institution remarks on a passage (or, empty, on the text), seen by its own party only."""
    context, party = speaking(actor, round_, Task.REMARK)
    ask(rules.takes_remarks(context.deadline, context.round.zone, at))
    return write_remarks(actor, context, party, [BroughtRemark(passage, language, body, wording, type)], at)[0]


def write_remarks(
    actor: Actor, context: RoundContext, party: Party, remarks: Sequence[BroughtRemark], at: datetime
) -> list[Remark]:
    """The remarks of an institution that was asked already, with a line for each. Only the ledger's queries grow with
    their number."""
    for said in remarks:
        must_have(context.round, said.passage)
        ask(rules.says_something(said.body, said.wording))
    rows = [_row(actor, context.round, party, said, at) for said in remarks]
    Remark.objects.bulk_create(rows)
    for row in rows:
        record(
            actor=actor,
            act=Act.REMARK_MADE,
            tree=party_tree(context.body, party),
            kind="remark",
            object=row.key,
            at=at,
            facts={"round": context.round.key, "passage": row.passage},
            details={"body": row.body, "wording": row.wording},
        )
    return rows


def _row(actor: Actor, round_: Round, party: Party, said: BroughtRemark, at: datetime) -> Remark:
    return Remark(
        round=round_,
        party=party,
        institution_id=actor.institution,
        office=actor.office,
        passage=said.passage,
        language=said.language,
        body=said.body.strip(),
        wording=said.wording.strip(),
        type=said.type,
        at=at,
    )


def unsaid(remarks: Iterable[BroughtRemark], said: set[SaidWords]) -> list[BroughtRemark]:
    """Those that are not among what was said already, word for word, and each of them once."""
    new: dict[SaidWords, BroughtRemark] = {}
    for remark in remarks:
        words = (remark.passage, remark.language, compared(remark.body), compared(remark.wording))
        if words not in said:
            new.setdefault(words, remark)
    return list(new.values())


@transaction.atomic
def withdraw_remark(*, actor: Actor, remark: Remark, at: datetime) -> None:
    """Takes a remark back. Doing it twice changes nothing."""
    context, party = speaking(actor, remark.round, Task.REMARK)
    ask(rules.may_withdraw_remark(remark, actor.institution))
    if Remark.objects.filter(key=remark.key, withdrawn_at=None).update(withdrawn_at=at):
        record(
            actor=actor,
            act=Act.REMARK_WITHDRAWN,
            tree=party_tree(context.body, party),
            kind="remark",
            object=remark.key,
            at=at,
            facts={"round": remark.round_id},
        )


@transaction.atomic
def nothing_to_remark(*, actor: Actor, round_: Round, at: datetime) -> None:
    """The institution says that it has nothing (more) to remark. Saying it twice changes nothing."""
    context, party = speaking(actor, round_, Task.REMARK)
    ask(rules.takes_remarks(context.deadline, context.round.zone, at))
    _, is_new = Contribution.objects.get_or_create(round=round_, institution_id=actor.institution, defaults={"at": at})
    if is_new:
        record(
            actor=actor,
            act=Act.NOTHING_TO_REMARK,
            tree=party_tree(context.body, party),
            kind="round",
            object=round_.key,
            at=at,
            facts={"institution": actor.institution},
        )
