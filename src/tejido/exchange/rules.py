"""Who may deal with other nodes, and when a peer is trusted."""

from collections.abc import Collection
from urllib.parse import urlsplit

from tejido.engine.exchange import Introduction
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role

from .models import Parcel, Peer, PeerKey
from .names import Direction, No, Standing, State

SAID_ALOUD = 2
"""Groups of a fingerprint that the other side reads out, and that no page shows."""


def may_exchange(actor: Actor) -> Refusal | None:
    """The Secretariat deals with other nodes, in the service of all members; a person at the server's console too."""
    is_served = actor.role == Role.SECRETARIAT and not actor.member
    return None if is_served or actor == CONSOLE else not_yours(Role.SECRETARIAT.label)


def may_introduce(
    actor: Actor, introduction: Introduction, me: str, known: PeerKey | None, row: Peer | None
) -> Refusal | None:
    """`known` is the key that it names, `row` the peer of this kind and code, where there is one. A node with which the
    exchange has ended may come again; not with a key that was revoked."""
    if refusal := may_exchange(actor):
        return refusal
    if introduction.party.fingerprint == me:
        return Refusal(No.OWN_NODE)
    if known is not None and known.revoked_at is not None:
        return Refusal(No.KEY_IS_REVOKED)
    here = [peer for peer in (row, known.peer if known else None) if peer is not None]
    if any(peer.state != State.ENDED or peer != here[0] for peer in here):
        return Refusal(No.KNOWN_ALREADY, {"name": here[-1].name})
    return Refusal(No.NOT_A_SUCCESSION) if introduction.replaced else _is_address(introduction.address)


def _is_news(introduction: Introduction, me: str, known: PeerKey | None) -> Refusal | None:
    if introduction.party.fingerprint == me:
        return Refusal(No.OWN_NODE)
    return None if known is None else Refusal(No.KNOWN_ALREADY, {"name": known.peer.name})


def may_succeed(
    actor: Actor, introduction: Introduction, me: str, known: PeerKey | None, replaced: PeerKey | None
) -> Refusal | None:
    """The new key of a node that is trusted, signed by the old one: no second comparing is needed. A key that was
    revoked vouches for nothing."""
    if refusal := may_exchange(actor) or _is_news(introduction, me, known):
        return refusal
    if replaced is None or replaced.peer.state != State.VERIFIED:
        return Refusal(No.NOT_A_SUCCESSION)
    if not replaced.is_in_use:
        return Refusal(No.KEY_IS_REVOKED)
    peer, party = replaced.peer, introduction.party
    if (party.kind, party.code) != (peer.kind, peer.code):
        return Refusal(No.OTHER_NODE, {"said": party.name, "known": peer.name})
    return _is_address(introduction.address) or _is_fresh(actor)


def may_verify(actor: Actor, peer: Peer, said: str) -> Refusal | None:
    """`said` are the last groups of the fingerprint, as somebody of the other side read them out."""
    if refusal := may_exchange(actor):
        return refusal
    if peer.state != State.INTRODUCED:
        return Refusal(No.NOT_INTRODUCED)
    heard = "".join(letter for letter in said.lower() if letter.isalnum())
    if heard != "".join(peer.fingerprint.split("-")[-SAID_ALOUD:]):
        return Refusal(No.OTHER_FINGERPRINT)
    return _is_fresh(actor)


def may_describe(actor: Actor, peer: Peer, address: str) -> Refusal | None:
    return may_exchange(actor) or _goes_on(peer) or _is_address(address)


def may_end(actor: Actor, peer: Peer, reason: str) -> Refusal | None:
    return may_exchange(actor) or _goes_on(peer) or _is_said(reason)


def may_revoke(actor: Actor, key: PeerKey | None, reason: str) -> Refusal | None:
    """At once and by one person alone: what a stolen key signs must not come in while somebody looks for a second
    factor. The other side introduces itself anew."""
    if refusal := may_exchange(actor):
        return refusal
    return Refusal(No.NO_KEY_IN_USE) if key is None else _is_said(reason)


def may_make(actor: Actor, peer: Peer | None, picks: Collection[object]) -> Refusal | None:
    """A bundle for everybody, or for a peer that is trusted. What it holds is public or the network's own."""
    if refusal := may_exchange(actor):
        return refusal
    if peer is not None and peer.state != State.VERIFIED:
        return Refusal(No.NOT_VERIFIED, {"name": peer.name})
    return (None if picks else Refusal(No.NOTHING_CHOSEN)) or _is_fresh(actor)


def may_send(actor: Actor, parcel: Parcel) -> Refusal | None:
    """Only to whom it is for, while that node is trusted and says where it is."""
    if refusal := may_exchange(actor):
        return refusal
    peer = parcel.peer
    is_ready = peer is not None and peer.state == State.VERIFIED and bool(peer.address)
    is_ours = parcel.direction == Direction.SENT
    return None if is_ready and is_ours else Refusal(No.NOT_ON_ITS_WAY)


def may_take(actor: Actor, parcel: Parcel) -> Refusal | None:
    if refusal := may_exchange(actor):
        return refusal
    return (None if parcel.state == Standing.WAITING else Refusal(No.NOT_WAITING)) or _is_fresh(actor)


def may_decline(actor: Actor, parcel: Parcel, reason: str) -> Refusal | None:
    if refusal := may_exchange(actor):
        return refusal
    if parcel.state != Standing.WAITING:
        return Refusal(No.NOT_WAITING)
    return None if reason.strip() else Refusal(No.NO_REASON_TO_DECLINE)


def _goes_on(peer: Peer) -> Refusal | None:
    return Refusal(No.ENDED_ALREADY) if peer.state == State.ENDED else None


def _is_said(reason: str) -> Refusal | None:
    return None if reason.strip() else Refusal(No.NO_REASON)


def _is_fresh(actor: Actor) -> Refusal | None:
    """At the console there is no second factor: whoever sits there has the keys of the node itself."""
    return must_be_fresh(actor.is_fresh or actor == CONSOLE)


def _is_address(address: str) -> Refusal | None:
    """Empty, or an origin: what stands behind it is the same at every node."""
    if not address:
        return None
    refusal = Refusal(No.NOT_AN_ADDRESS, {"address": address})
    try:
        parts = urlsplit(address)
        is_origin = parts.scheme in {"https", "http"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return refusal
    is_bare = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    is_plain = address.isascii() and address.isprintable() and " " not in address and len(address) <= 300
    return None if is_origin and is_bare and is_plain else refusal
