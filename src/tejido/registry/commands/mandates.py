"""Who holds a seat, from when and until when."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.people.commands import open_account, queue_letters
from tejido.people.models import Account
from tejido.people.queries import account_with
from tejido.web.instants import in_zone

from ..letters import invitation
from ..models import Mandate, Seat
from ..names import Act, No
from .writing import may_be_kept, write_down


@transaction.atomic
def begin_mandate(
    *, actor: Actor, seat: Seat, account: Account, since: datetime, at: datetime, name: str = ""
) -> Mandate:
    """A person takes the seat. Refused while somebody else's mandate is valid at that instant."""
    ask(may_be_kept(actor, seat.institution.member, at))
    Seat.objects.select_for_update().get(key=seat.key)
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=since), seat=seat).order_by("since").first()
    if held is not None:
        until = in_zone(held.until, "UTC") if held.until else "—"
        raise Refused(Refusal(No.SEAT_TAKEN, {"until": until}))
    mandate = Mandate.objects.create(seat=seat, account=account, name=name, since=since)
    write_down(
        actor, Act.MANDATE_BEGUN, mandate, at, {"seat": seat.key, "office": seat.office, "since": since.isoformat()}
    )
    return mandate


@transaction.atomic
def appoint(*, actor: Actor, seat: Seat, email: str, name: str, language: str, zone: str, at: datetime) -> Mandate:
    """Names the holder of a vacant seat and invites them by mail.

    The person may have an account already; whoever appoints is not told, not even its name, and never sees the link.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    account = account_with(email) or open_account(
        actor=actor, email=email, name=name, language=language, zone=zone, at=at
    )
    mandate = begin_mandate(actor=actor, seat=seat, account=account, since=at, at=at, name=name)
    queue_letters(letters=[invitation(mandate, at)])
    return mandate


@transaction.atomic
def end_mandate(*, actor: Actor, mandate: Mandate, until: datetime, at: datetime) -> None:
    """The mandate ends at that instant; from then on its holder can do nothing from the seat.

    Refused where it has ended by then already: the seat may be somebody else's in the meantime.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    ask(may_be_kept(actor, mandate.seat.institution.member, at))
    if not Mandate.objects.filter(Q(until=None) | Q(until__gt=until), key=mandate.key).update(until=until):
        raise Refused(Refusal(No.MANDATE_OVER))
    write_down(actor, Act.MANDATE_ENDED, mandate, at, {"seat": mandate.seat_id, "until": until.isoformat()})
