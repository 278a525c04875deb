"""Peers: every seat of the network knows with whom it exchanges."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tejido.ledger.actors import CONSOLE, Actor

from ..models import Peer, PeerKey
from ..names import Kind, State


@dataclass(frozen=True, slots=True)
class PeerPage:
    """A peer with its keys, the one in use last."""

    peer: Peer
    keys: tuple[PeerKey, ...]

    @property
    def in_use(self) -> PeerKey | None:
        return next((key for key in self.keys if key.is_in_use), None)

    @property
    def shown(self) -> str:
        """The fingerprint without its last groups: those are heard from the other side."""
        return "-".join(self.peer.fingerprint.split("-")[:-2]) + "-····-····"


def may_read(actor: Actor) -> bool:
    """Whoever has a seat; and the server's own console."""
    return not actor.is_public or actor == CONSOLE


def _readable(actor: Actor) -> Q:
    """A member's own node is known to that member and to those who serve all of them."""
    if not may_read(actor):
        return Q(pk__in=[])
    return Q(kind=Kind.NETWORK) | Q(code=actor.member) if actor.member else Q()


def peers_for(actor: Actor) -> list[Peer]:
    return list(Peer.objects.filter(_readable(actor)).order_by("state", "name", "key"))


def peer_for(actor: Actor, key: str) -> PeerPage:
    """Peer.DoesNotExist for whom it is not, exactly as for an unknown key."""
    peer = Peer.objects.select_related("body").get(_readable(actor), key=key)
    return PeerPage(peer, tuple(PeerKey.objects.filter(peer=peer)))


def readable_peers(actor: Actor) -> QuerySet[Peer]:
    """As part of another query."""
    return Peer.objects.filter(_readable(actor))


def key_for(fingerprint: str) -> PeerKey | None:
    """The key of a peer, whatever became of it."""
    return PeerKey.objects.select_related("peer").filter(fingerprint=fingerprint).first()


def verified_peers() -> list[Peer]:
    return list(Peer.objects.filter(state=State.VERIFIED).order_by("name", "key"))
