"""A member takes back whom it nominated, or sends another person instead."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Nominee
from ..names import Act, Rank, Standing
from .nominating import FIELDS
from .passing import admit, pass_on
from .writing import locked, tell, write_down


@transaction.atomic
def withdraw_nominee(*, actor: Actor, nominee: Nominee, reason: str, at: datetime) -> None:
    """The person does not come; where places were given the next one moves up."""
    row = locked(nominee)
    ask(rules.may_withdraw(actor, row, at))
    _end(row, Standing.WITHDRAWN, reason)
    tell(actor, Act.NOMINEE_WITHDRAWN, row, at, _words(reason))
    pass_on(actor, row.call, at)


@transaction.atomic
def replace_nominee(*, actor: Actor, nominee: Nominee, given: Mapping[str, Any], reason: str, at: datetime) -> Nominee:
    """Another person takes the place of one who was admitted, before the seminar begins, and is written to. `given` as
    in `nominating.FIELDS`; the rank stays."""
    row = locked(nominee)
    made = Nominee(
        call=row.call, member=row.member, place=row.place, replaces=row, at=at, office=actor.office, submitted_at=at,
        considered_at=at,
    )  # fmt: skip  # one row of a table, read as one
    for name in FIELDS:
        if name in given:
            setattr(made, name, given[name])
    made.rank = Rank(row.rank)
    ask(rules.may_replace(actor, row, reason, rules.faults([made], 1, 1), at))
    _end(row, Standing.REPLACED, reason)
    made.save(force_insert=True)
    facts = {"seminar": row.call.seminar_id, "rank": str(row.rank), "standing": str(row.standing), "by": made.key}
    write_down(actor, Act.NOMINEE_REPLACED, row, at, facts, tree=tree_of(row.member.code), details=_words(reason))
    admit(actor, made, at)
    return made


def _end(row: Nominee, standing: Standing, reason: str) -> None:
    row.standing, row.reason, row.seed, row.token_digest = standing, reason.strip(), "", ""
    row.save()


def _words(reason: str) -> dict[str, str] | None:
    return {"reason": reason.strip()} if reason.strip() else None
