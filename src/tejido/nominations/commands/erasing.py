"""Personal data go: on schedule, and whenever the person asks."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import erase_details
from tejido.ledger.refusals import ask
from tejido.people.commands import drop_letters

from .. import rules
from ..models import Call, Needs, Nominee, SupportingLetter
from ..names import Act, Standing
from .passing import pass_on
from .writing import locked, tell

EMPTIED = ("name", "post", "email", "seed", "token_digest", "entered", "badge", "reason")


@transaction.atomic
def erase_person(*, actor: Actor, nominee: Nominee, at: datetime) -> None:
    """Everything about the person is deleted: their data, needs, letters, files and the words sealed in the ledger.
    Whoever has not come yet gives up the place by that. What is left is for statistics; of a draft nothing is."""
    row = locked(nominee)
    ask(rules.may_erase(actor, row))
    if row.standing == Standing.DRAFT:
        tell(actor, Act.PERSON_ERASED, row, at)
        erase_details(object=row.key)
        row.delete()
        return
    gives_up = row.stands and rules.before_it_begins(row.call, at) is None
    if gives_up:
        row.standing = Standing.DECLINED
    _empty(row, at)
    tell(actor, Act.PERSON_ERASED, row, at)
    if gives_up:
        pass_on(actor, row.call, at)


def _empty(row: Nominee, at: datetime) -> None:
    drop_letters(about=row.key)
    if row.institution is not None:
        row.branch, row.institution = row.institution.branch, None
    for name in EMPTIED:
        setattr(row, name, "")
    row.withheld, row.shares_email, row.is_security, row.is_at_risk, row.language = [], False, False, False, "es"
    row.token_until, row.asked_at, row.erased_at = None, None, at
    row.save()
    Needs.objects.filter(nominee=row).delete()
    SupportingLetter.objects.filter(nominee=row).delete()
    erase_details(object=row.key)


def erase_call(*, call: Call, at: datetime) -> int:
    """The clock deletes the personal data of a call whose time is over. A job that runs twice finds nothing more.
    Returns how many persons' data went."""
    rows = Nominee.objects.filter(call=call, erased_at=None).select_related("call__seminar", "member", "institution")
    several = list(rows)
    for row in several:
        erase_person(actor=CLOCK, nominee=row, at=at)
    Call.objects.filter(key=call.key, erased_at=None).update(erased_at=at)
    return len(several)
