"""What became of their words is told to participants and members, after it was previewed; and taken back."""

from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar

from .. import rules
from ..letters import tell
from ..models import Account
from ..names import Act
from ..queries.accounts import account_data, standing_account
from ..queries.traces import traces_of
from .writing import locked, opened, write_down


@transaction.atomic
def release_account(*, actor: Actor, seminar: Seminar, seen: str, is_public: bool, at: datetime) -> Account:
    """Keeps a copy of what became of everything that was said, exactly as it was previewed (`seen` is its digest), and
    writes to the participants and to the members. `is_public`: everybody may read it too."""
    context = locked(actor, seminar.key)
    case = opened(context)
    data = account_data(context, traces_of(context))
    digest = canonical_digest(data)
    before = standing_account(seminar.key)
    ask(
        rules.may_tell(
            actor,
            is_decided=any(matter["outcome"] for matter in data["matters"]),
            is_as_seen=digest == seen,
            is_told=before is not None and (before.digest, before.is_public) == (digest, is_public),
        )
    )
    row = Account.objects.create(
        case=case, number=Account.objects.filter(case=case).count() + 1, data=data, digest=digest, is_public=is_public,
        at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"number": row.number, "digest": digest, "public": is_public}
    write_down(actor, Act.ACCOUNT_RELEASED, seminar.key, at, facts)
    tell(row, context.seminar, at)
    return row


@transaction.atomic
def withdraw_account(*, actor: Actor, seminar: Seminar, reason: str, at: datetime) -> None:
    """Nobody reads it here any more, nor an earlier one. That it was told, and why it was withdrawn, stays written
    down."""
    locked(actor, seminar.key)
    row = standing_account(seminar.key)
    ask(rules.may_withdraw(actor, reason, is_told=row is not None))
    told = Account.objects.filter(case__seminar=seminar, withdrawn_at=None)
    digests = list(told.values_list("digest", flat=True))
    told.update(withdrawn_at=at, reason=reason.strip())
    facts = {"digests": digests}
    write_down(actor, Act.ACCOUNT_WITHDRAWN, seminar.key, at, facts, {"reason": reason.strip()})
