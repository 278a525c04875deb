"""Admitting people, and passing on a place that became free."""

import secrets
from datetime import datetime

from tejido.engine.places import Admitted
from tejido.ledger.actors import Actor
from tejido.people.queries import digest_of, guest_token

from .. import rules
from ..letters import invite
from ..models import Call, Nominee
from ..names import STANDING, Act, Standing
from ..queries.nominations import standing_of
from ..queries.places import outcomes
from .writing import tell


def give_link(nominee: Nominee, until: datetime) -> None:
    """A new link; the one before it opens nothing any more. The caller saves the row and sends it."""
    nominee.seed = secrets.token_hex(20)
    nominee.token_digest = digest_of(guest_token(nominee.seed))
    nominee.token_until = until


def admit(actor: Actor, nominee: Nominee, at: datetime) -> None:
    nominee.standing = Standing.ADMITTED
    give_link(nominee, nominee.call.begins_at)
    nominee.save()
    tell(actor, Act.NOMINEE_ADMITTED, nominee, at)
    invite(nominee, at)


def pass_on(actor: Actor, call: Call, at: datetime) -> None:
    """After somebody gave up: the next moves up (`rules.passes_on`)."""
    if rules.passes_on(call, at):
        settle(actor, call, at)


def settle(actor: Actor, call: Call, at: datetime) -> None:
    """Everybody who has a place by now is admitted, and everybody else waits."""
    rows = standing_of(call)
    found = outcomes(call, rows)
    for row in rows:
        if isinstance(found[row.key], Admitted) and not row.holds_place:
            admit(actor, row, at)
        elif not row.holds_place and row.standing != Standing.WAITING:
            Nominee.objects.filter(key=row.key).update(standing=Standing.WAITING)
    Nominee.objects.filter(call=call, standing__in=STANDING, considered_at=None).update(considered_at=at)
