"""Word files that come back: kept as understood, and turned into remarks by one act."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.registry.names import Task

from ..models import Round, WordAnswer
from ..names import Act
from ..queries.rounds import party_tree, remarks_said
from ..rules import rounds as round_rules
from ..rules import word as rules
from .locking import speaking
from .remarks import BroughtRemark, unsaid, write_remarks


@transaction.atomic
def keep_word_answer(
    *, actor: Actor, round_: Round, name: str, digest: str, named: str, found: Mapping[str, Any], at: datetime
) -> WordAnswer:
    """Keeps what was understood of a file until its institution takes it. The same file again is the same row, read
    afresh unless it was taken. `named` is the text that the file says it was made from, empty where it says none.

    It is no act yet: like a draft, it is the seat's own and has no line in the ledger.
    """
    context, party = speaking(actor, round_, Task.REMARK)
    ask(round_rules.takes_remarks(context.deadline, context.round.zone, at))
    ask(rules.is_of_text(named, context.text.key, name))
    values = {"party": party, "name": name[:200], "found": dict(found), "at": at}
    key = {"round": context.round, "institution_id": actor.institution, "digest": digest}
    row, is_new = WordAnswer.objects.get_or_create(defaults=values, **key)
    if not is_new and row.taken_at is None:
        WordAnswer.objects.filter(key=row.key).update(found=dict(found), name=name[:200], at=at)
    return row


@transaction.atomic
def take_word_answer(*, actor: Actor, answer: WordAnswer, remarks: Sequence[BroughtRemark], at: datetime) -> int:
    """Makes the chosen remarks of a file, all or none; how many. A file that was taken makes none again, and what the
    institution has said already, word for word, is not said twice."""
    context, party = speaking(actor, answer.round, Task.REMARK)
    ask(round_rules.takes_remarks(context.deadline, context.round.zone, at))
    if WordAnswer.objects.filter(key=answer.key, taken_at=None).count() == 0:
        return 0
    ask(rules.chooses_something(len(remarks)))
    WordAnswer.objects.filter(key=answer.key).update(taken_at=at)
    new = unsaid(remarks, remarks_said(context.round, actor.institution))
    write_remarks(actor, context, party, new, at)
    record(
        actor=actor,
        act=Act.WORD_ANSWER_TAKEN,
        tree=party_tree(context.body, party),
        kind="round",
        object=answer.round_id,
        at=at,
        facts={"file": answer.digest, "remarks": len(new)},
    )
    return len(new)
