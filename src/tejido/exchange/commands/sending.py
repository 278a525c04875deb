"""A bundle goes to the node it is for, by HTTPS: sent by a person, or by the clock where a formal act came before."""

from datetime import datetime

from django.db import transaction

from tejido.engine.exchange import Content
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..letters import deliver
from ..models import Parcel, Peer
from ..names import Act, No, Standing
from ..queries import own_fingerprint
from ..queries.going import carried
from ..refusals import reason
from .making import sign_next
from .parcels import GOOD_FOR


def send_bundle(*, actor: Actor, parcel: Parcel, at: datetime) -> None:
    """Asks first, sends outside of any transaction, and writes down that it arrived. Where the other node has it
    already, nothing changes there."""
    ask(rules.may_send(actor, parcel))
    peer = parcel.peer
    if peer is None or (problem := deliver(parcel, peer.address, own_fingerprint())):
        raise Refused(Refusal(No.NOT_SENT, {"why": reason(problem)}))
    with transaction.atomic():
        _arrived(actor, parcel, at)


@transaction.atomic
def make_once(*, peer: Peer, content: Content, at: datetime) -> Parcel | None:
    """A bundle of this one content for exactly this peer, by the clock. None where one was made, by it or by hand, and
    for whom nothing goes by itself."""
    row = Peer.objects.select_for_update().get(key=peer.key)
    if not rules.goes_by_itself(row) or (row.key, content.name) in carried([row], content.kind):
        return None
    return sign_next(CLOCK, row, (content,), at, GOOD_FOR)


@transaction.atomic
def has_arrived(*, parcel: Parcel, at: datetime) -> None:
    """The peer has what the clock handed over. Saying it twice changes nothing."""
    row = Parcel.objects.select_for_update().get(key=parcel.key)
    if row.state == Standing.MADE:
        _arrived(CLOCK, row, at)


def _arrived(actor: Actor, parcel: Parcel, at: datetime) -> None:
    Parcel.objects.filter(key=parcel.key).update(state=Standing.DELIVERED, done_at=at, done_office=actor.office)
    facts = {"digest": parcel.digest, "sequence": parcel.sequence}
    write_down(actor, Act.BUNDLE_SENT, parcel, at, facts, tree=NETWORK)
