"""What a person does by their own link, without an account: confirm, decline, tell needs, ask for another link."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.people.names import No as PeopleNo
from tejido.people.queries import digest_of

from .. import rules
from ..letters import let_in_again
from ..models import Needs, Nominee
from ..names import Act, Standing
from ..queries import invited_by, links_asked, reached_at
from .passing import give_link, pass_on
from .writing import GUEST, locked, tell

OWN = ("badge", "shares_email", "withheld", "language")


def _let_in(token: str, at: datetime) -> Nominee:
    """Whom the link lets in, under the lock of the call; it opens nothing afterwards. Refused alike for every link that
    is not valid."""
    try:
        found = locked(invited_by(token, at))
        invited_by(token, at)  # of two uses at once the second finds the link used up
    except Nominee.DoesNotExist:
        raise Refused(Refusal(PeopleNo.LINK_UNKNOWN)) from None
    found.token_digest, found.entered = "", digest_of(found.seed)
    return found


@transaction.atomic
def confirm_place(*, token: str, given: Mapping[str, Any], at: datetime) -> Nominee:
    """The person comes, and tells what they need, until the seminar ends. Somebody who had confirmed already only
    comes in. Browsers that came in before by another link are not the person's any more. `given` as in
    `tell_needs`."""
    row = _let_in(token, at)
    if row.standing == Standing.CONFIRMED:
        row.save(update_fields=["token_digest", "entered"])
        return row
    ask(rules.may_confirm(row.call, at))
    row.standing = Standing.CONFIRMED
    _keep(row, given, at)
    tell(GUEST, Act.PLACE_CONFIRMED, row, at)
    return row


@transaction.atomic
def tell_needs(*, nominee: Nominee, given: Mapping[str, Any], at: datetime) -> None:
    """What the person needs, and what is shown of them: fields of `Needs`, and of OWN. Nothing of it is in the
    ledger."""
    row = locked(nominee)
    ask(rules.is_there(row))
    _keep(row, given, at)
    tell(GUEST, Act.NEEDS_TOLD, row, at)


def _keep(row: Nominee, given: Mapping[str, Any], at: datetime) -> None:
    for name in OWN:
        setattr(row, name, given.get(name, getattr(row, name)))
    row.save()
    needs = {name: value for name, value in given.items() if name not in OWN}
    if needs:
        Needs.objects.update_or_create(nominee=row, defaults={**needs, "at": at})


@transaction.atomic
def decline_by_link(*, token: str, at: datetime) -> None:
    """The person does not come; the next one moves up. Refused once the seminar has begun."""
    row = _let_in(token, at)
    ask(rules.may_decline(row, at))
    _decline(row, at)


@transaction.atomic
def decline_place(*, nominee: Nominee, at: datetime) -> None:
    """Somebody who had confirmed gives up the place after all. Refused once the seminar has begun."""
    row = locked(nominee)
    ask(rules.may_decline(row, at))
    _decline(row, at)


def _decline(row: Nominee, at: datetime) -> None:
    row.standing, row.token_digest, row.seed = Standing.DECLINED, "", ""
    row.save()
    tell(GUEST, Act.PLACE_DECLINED, row, at)
    pass_on(GUEST, row.call, at)


@transaction.atomic
def ask_for_link(*, email: str, at: datetime) -> None:
    """A new link to everybody with a place whom this address reaches. Nobody learns whether there is one; within a few
    minutes of the last one nothing is sent, nor where too many were asked for in an hour."""
    if links_asked(at) >= rules.HOURLY:
        return
    for row in map(locked, reached_at(email)):
        if not rules.is_reached(row, email):  # given up, deleted or moved while it waited for the lock
            continue
        if row.asked_at is None or at - row.asked_at >= rules.PAUSE:
            send_link_to(row, at)


def send_link_to(row: Nominee, at: datetime) -> None:
    row.asked_at = at
    give_link(row, at + rules.RE_ENTRY)
    row.save(update_fields=["asked_at", "seed", "token_digest", "token_until"])
    let_in_again(row, at)
