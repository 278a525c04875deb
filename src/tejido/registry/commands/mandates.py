"""Who holds a seat, from when and until when."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tejido.ledger.actors import CLOCK, CONSOLE, Actor
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import Refusal, Refused, ask, must_be_fresh
from tejido.people.commands import open_account, queue_letters
from tejido.people.models import Account
from tejido.people.queries import account_with
from tejido.web.instants import in_zone

from .. import rules
from ..letters import farewell, invitation
from ..models import Mandate, Seat
from ..names import Act, No
from ..queries import has_other_keeper, is_held
from .locks import locked_mandate, locked_seat
from .writing import may_be_kept, write_down


@transaction.atomic
def begin_mandate(
    *, actor: Actor, seat: Seat, account: Account, since: datetime, at: datetime, name: str = ""
) -> Mandate:
    """A person takes the seat. Refused while somebody else's mandate is valid at that instant, and for a seat of which
    the end is known: nobody is named to it without an end."""
    ask(may_be_kept(actor, seat.institution.member, at))
    seat = locked_seat(seat)
    ask(rules.is_within(seat.until, outlasts=True))
    held = Mandate.objects.filter(Q(until=None) | Q(until__gt=since), seat=seat).order_by("since").first()
    if held is not None:
        until = in_zone(held.until, "UTC") if held.until else "—"
        raise Refused(Refusal(No.SEAT_TAKEN, {"until": until}))
    mandate = Mandate.objects.create(seat=seat, account=account, name=name, since=since)
    _write_begun(actor, mandate, at)
    return mandate


def _write_begun(actor: Actor, mandate: Mandate, at: datetime) -> None:
    seat = mandate.seat
    act, tree = _act_and_tree(seat, mandate.since, at, Act.MANDATE_BEGUN, Act.MANDATE_SET)
    facts = {"seat": seat.key, "office": seat.office, "since": mandate.since.isoformat()}
    write_down(actor, act, mandate, at, facts, tree=tree)


def _act_and_tree(seat: Seat, moment: datetime, at: datetime, now: Act, later: Act) -> tuple[Act, str]:
    """What has happened is told to all; what is only set for later stays with the member until then."""
    member = seat.institution.member
    return (later, tree_of(member.code if member else "")) if moment > at else (now, NETWORK)


@transaction.atomic
def appoint(
    *,
    actor: Actor,
    seat: Seat,
    email: str,
    name: str,
    language: str,
    zone: str,
    at: datetime,
    since: datetime | None = None,
) -> Mandate:
    """Names the holder of a seat that is vacant from that instant on, and invites them by mail.

    The person may have an account already; whoever appoints is not told, not even its name, and never sees the link.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    account = account_with(email) or open_account(
        actor=actor, email=email, name=name, language=language, zone=zone, at=at
    )
    mandate = begin_mandate(actor=actor, seat=seat, account=account, since=since or at, at=at, name=name)
    if not account.is_demonstration:  # nobody reads the mail of an invented seat
        queue_letters(letters=[invitation(mandate, at)])
    return mandate


@transaction.atomic
def end_mandate(*, actor: Actor, mandate: Mandate, until: datetime, at: datetime, second: Actor | None = None) -> None:
    """The mandate ends at that instant; from then on its holder can do nothing from the seat.

    Refused where it has ended by then already: the seat may be somebody else's in the meantime. While a procedure is
    open in which the seat signs, `second` is another person who agrees.
    """
    ask(must_be_fresh(actor.is_fresh or actor == CONSOLE))
    ask(may_be_kept(actor, mandate.seat.institution.member, at))
    locked_mandate(mandate)
    ask(_two_where_held(actor, second, mandate, at))
    if not Mandate.objects.filter(Q(until=None) | Q(until__gt=until), key=mandate.key).update(until=until):
        raise Refused(Refusal(No.MANDATE_OVER))
    act, tree = _act_and_tree(mandate.seat, until, at, Act.MANDATE_ENDED, Act.END_SET)
    facts = {"seat": mandate.seat_id, "until": until.isoformat()}
    if second is not None:
        facts["agreed"] = second.office
    write_down(actor, act, mandate, at, facts, tree=tree)
    if not mandate.account.is_demonstration:
        queue_letters(letters=[farewell(mandate, until, at)])


def _two_where_held(actor: Actor, second: Actor | None, mandate: Mandate, at: datetime) -> Refusal | None:
    seat = mandate.seat
    refusal = rules.must_be_two(actor, second, is_held(seat))
    if refusal is not None or second is None:
        return refusal
    member = seat.institution.member
    others = has_other_keeper(seat, (actor.account, str(mandate.account_id)), at)
    return rules.may_agree(second, member.code if member else "", others)


@transaction.atomic
def announce(*, ended: Mandate | None, begun: Mandate | None, until: datetime, at: datetime) -> None:
    """What was set for an instant has come: a mandate has ended then, and where there is a successor the next has
    begun. They are valid without this line; by it all may know. The clock writes it."""
    if ended is not None:
        facts = {"seat": ended.seat_id, "until": until.isoformat()}
        write_down(CLOCK, Act.MANDATE_ENDED, ended, at, facts)
    if begun is not None:
        _write_begun(CLOCK, begun, at)
