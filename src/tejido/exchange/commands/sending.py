"""A bundle goes to the node it is for, by HTTPS: sent by a person, or by the clock where a formal act came before."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.exchange import Content
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..letters import SECONDS, NotDelivered, deliver
from ..models import Holdup, Parcel, Peer
from ..names import Act, Errand, No, Standing
from ..queries import own_fingerprint
from ..queries.going import carried, misses_one
from ..refusals import Unsent, reason
from .making import sign_next
from .parcels import GOOD_FOR


def send_bundle(*, actor: Actor, parcel: Parcel, at: datetime) -> None:
    """Asks first, sends outside of any transaction, and writes down that it arrived. Where the other node has it
    already, nothing changes there."""
    ask(rules.may_send(actor, parcel))
    try:
        state = hand(parcel)
    except NotDelivered as problem:
        raise Refused(Refusal(No.NOT_SENT, {"why": reason(problem.problem)})) from problem
    with transaction.atomic():
        _arrived(actor, parcel, state, at)


def hand(parcel: Parcel, seconds: float = SECONDS) -> str:
    """What became of a bundle at the node that it is for. NotDelivered otherwise; where that node has everything before
    it, and takes it for a gap, nobody there has looked at what came before."""
    peer = cast("Peer", parcel.peer)  # only what is for one node is sent
    try:
        return deliver(parcel, peer.address, own_fingerprint(), seconds)
    except NotDelivered as problem:
        if problem.problem == Unsent.GAP and not misses_one(parcel):
            raise NotDelivered(Unsent.UNREAD, is_answer=True) from problem
        raise


@transaction.atomic
def make_once(*, peer: Peer, content: Content, at: datetime) -> Parcel | None:
    """A bundle of this one content for exactly this peer, by the clock. None where one was made, by it or by hand, and
    for whom nothing goes by itself."""
    row = Peer.objects.select_for_update().get(key=peer.key)
    if not rules.goes_by_itself(row) or carried(content.kind).filter(peer=row, name=content.name).exists():
        return None
    return sign_next(CLOCK, row, (content,), at, GOOD_FOR)


@transaction.atomic
def has_arrived(*, parcel: Parcel, state: str = "", at: datetime) -> None:
    """The peer has what the clock handed over, and said how it stands there. Saying it twice changes nothing."""
    row = Parcel.objects.select_for_update().get(key=parcel.key)
    if row.state == Standing.MADE:
        _arrived(CLOCK, row, state, at)


def _arrived(actor: Actor, parcel: Parcel, said: str, at: datetime) -> None:
    """One that was over when it came only counts: what it holds is not there."""
    state = Standing.LAPSED if said == Standing.LAPSED else Standing.DELIVERED
    Parcel.objects.filter(key=parcel.key).update(state=state, done_at=at, done_office=actor.office)
    Holdup.objects.filter(peer=parcel.peer, errand=Errand.BUNDLES).update(next_at=None)
    facts = {"digest": parcel.digest, "sequence": parcel.sequence}
    write_down(actor, Act.BUNDLE_SENT, parcel, at, facts, tree=NETWORK)
