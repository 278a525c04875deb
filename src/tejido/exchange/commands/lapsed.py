"""A bundle that was over when it came: nothing of it is taken in. It was the next one, so its number counts and what it
says of ledgers is kept; otherwise one bundle that did not arrive in time would keep out every one after it."""

from datetime import datetime

from tejido.engine.exchange import Bundle, Unfit
from tejido.engine.proof import fingerprint
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK

from ..models import Parcel, Peer
from ..names import Act, Standing
from ..refusals import told_of
from .heads import keep_heads


def keep_lapsed(actor: Actor, peer: Peer, parcel: Parcel, bundle: Bundle, unfit: Unfit, at: datetime) -> Parcel:
    """In the caller's transaction. `unfit` says that it is over, and nothing else speaks against it."""
    parcel.state, parcel.raw = Standing.LAPSED, b""
    parcel.refusal, parcel.told = unfit.code.value, told_of(unfit)
    parcel.save(force_insert=True)
    keep_heads(peer, parcel, bundle, at)
    facts = {"peer": fingerprint(bundle.sender.key), "refusal": parcel.refusal}
    write_down(actor, Act.BUNDLE_REFUSED, parcel, at, facts, tree=NETWORK)
    return parcel
