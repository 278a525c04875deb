"""What is to be done about a received letter, and that it was done."""

from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import FormalLetter, LetterDuty
from ..names import Act


@transaction.atomic
def set_duty(
    *, actor: Actor, letter: FormalLetter, what: str, language: str, until: date | None, at: datetime
) -> LetterDuty:
    ask(rules.may_set_duty(actor, letter))
    duty = LetterDuty.objects.create(
        letter=letter, what=what, language=language, until=until, at=at, office=actor.office
    )
    facts = {"letter": letter.key, "until": until.isoformat() if until else ""}
    write_down(actor, Act.DUTY_SET, duty, at, facts, tree=NETWORK, details={"what": what})
    return duty


@transaction.atomic
def end_duty(*, actor: Actor, duty: LetterDuty, at: datetime) -> None:
    row = LetterDuty.objects.select_for_update().get(key=duty.key)
    ask(rules.may_end_duty(actor, row))
    LetterDuty.objects.filter(key=row.key).update(done_at=at, done_office=actor.office)
    write_down(actor, Act.DUTY_DONE, row, at, {"letter": row.letter_id}, tree=NETWORK)
