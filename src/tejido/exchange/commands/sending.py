"""A bundle goes to the node it is for, by HTTPS."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..letters import deliver
from ..models import Parcel
from ..names import Act, No, Standing
from ..queries import own_fingerprint
from ..refusals import reason


def send_bundle(*, actor: Actor, parcel: Parcel, at: datetime) -> None:
    """Asks first, sends outside of any transaction, and writes down that it arrived. Where the other node has it
    already, nothing changes there."""
    ask(rules.may_send(actor, parcel))
    peer = parcel.peer
    if peer is None or (problem := deliver(parcel, peer.address, own_fingerprint())):
        raise Refused(Refusal(No.NOT_SENT, {"why": reason(problem)}))
    with transaction.atomic():
        Parcel.objects.filter(key=parcel.key).update(state=Standing.DELIVERED, done_at=at, done_office=actor.office)
        facts = {"digest": parcel.digest, "sequence": parcel.sequence}
        write_down(actor, Act.BUNDLE_SENT, parcel, at, facts, tree=NETWORK)
