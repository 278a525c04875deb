"""The line to each node: when it answered last, what waits, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.ledger.actors import Actor

from ..models import Contact, Parcel, Peer
from ..names import Direction, Standing, State
from ..rules import is_node, may_deal
from .peers import peers_for


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A node with its contact and the bundles that wait for it, the oldest first. `heard_at`: when something of it came
    last, over the line or as a file."""

    peer: Peer
    contact: Contact | None
    waiting: Sequence[Parcel]
    heard_at: datetime | None

    @property
    def since(self) -> datetime | None:
        return self.waiting[0].at if self.waiting else None


def lines_for(actor: Actor, *, dealing: bool = False) -> list[NodeLine]:
    """Members' own nodes that the actor may know of and, on one, the node of its network; `dealing`: only those that
    the actor deals with. Four queries, one for who deals with none."""
    peers = [peer for peer in peers_for(actor) if is_node(peer) and not (dealing and may_deal(actor, peer))]
    if not peers:
        return []
    keys = [peer.key for peer in peers if peer.state == State.VERIFIED]
    contacts = {row.peer_id: row for row in Contact.objects.filter(peer__in=keys)}
    waiting = Parcel.objects.filter(peer__in=keys, direction=Direction.SENT, state=Standing.MADE)
    rows = list(waiting.defer("raw").order_by("sequence"))
    came = Parcel.objects.filter(peer__in=keys, direction=Direction.RECEIVED, state=Standing.TAKEN).order_by("at")
    heard = dict(came.values_list("peer_id", "at"))
    return [
        NodeLine(
            peer,
            contacts.get(peer.key),
            [row for row in rows if row.peer_id == peer.key],
            _later(heard.get(peer.key), contacts.get(peer.key)),
        )
        for peer in peers
    ]


def _later(came: datetime | None, contact: Contact | None) -> datetime | None:
    answered = contact.answered_at if contact else None
    return max((at for at in (came, answered) if at is not None), default=None)
