"""Links by which somebody reads what a school has of them: given out, used once, ended."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.records.models import Completion, Register
from tejido.registry.models import Body

from .. import rules
from ..models import Handout
from ..names import Act

LIFE = timedelta(days=30)
_BYTES = 24


@transaction.atomic
def give_link(*, actor: Actor, space: Body, person: bytes, at: datetime) -> str:
    """The token of a new link for a person, shown once and kept only as a digest. Those that were given before and
    nobody used end by this: of several on somebody's desk only the last one opens."""
    register = Register.objects.filter(body=space).first()
    is_known = register is not None and Completion.objects.filter(space_no=register.pk, person=person).exists()
    ask(rules.may_hand_out(actor, space, is_known=is_known))
    Handout.objects.filter(space=space, person=person, used_at=None, ended_at=None).update(ended_at=at)
    token = secrets.token_urlsafe(_BYTES)
    made = Handout.objects.create(
        space=space, person=person, token_digest=digest_of_token(token), at=at, office=actor.office, until=at + LIFE
    )
    write_down(actor, Act.LINK_GIVEN, made, at, {"until": made.until.date().isoformat()}, tree=space.tree)
    return token


@transaction.atomic
def end_link(*, actor: Actor, handout: Handout, at: datetime) -> None:
    """Whoever came in by it reads nothing any more, and nobody else comes in."""
    row = Handout.objects.select_for_update(of=("self",)).select_related("space").get(key=handout.key)
    ask(rules.may_end_link(actor, row, at))
    Handout.objects.filter(key=row.key).update(ended_at=at)
    write_down(actor, Act.LINK_ENDED, row, at, tree=row.space.tree)


@transaction.atomic
def come_in(*, token: str, at: datetime) -> Handout:
    """The link that is used up by this. Refused in one and the same way whatever is wrong with it."""
    rows = Handout.objects.select_for_update()
    found = rows.filter(token_digest=digest_of_token(token)).first()
    ask(rules.may_come_in(found, at))
    Handout.objects.filter(token_digest=digest_of_token(token)).update(used_at=at)
    return Handout.objects.get(token_digest=digest_of_token(token))


def digest_of_token(token: str) -> str:
    return hashlib.sha256(f"tejido-transcript:{token}".encode()).hexdigest()
