"""Who may deal with other nodes, and when a peer is trusted."""

from collections.abc import Collection, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from tejido.engine.exchange import Acceptance, Bundle, Introduction, Invitation, SenderKind
from tejido.engine.proof import rfc3339
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import speaks_for_member

from .models import Alarm, AlarmLook, Parcel, Peer, PeerKey
from .models import Invitation as InvitationRow
from .names import Direction, Kind, No, Standing, State

SAID_ALOUD = 2
"""Groups of a fingerprint that the other side reads out, and that no page shows."""


def may_exchange(actor: Actor) -> Refusal | None:
    """The Secretariat deals with other nodes, in the service of all members; a person at the server's console too."""
    is_served = actor.role == Role.SECRETARIAT and not actor.member
    return None if is_served or actor == CONSOLE else not_yours(Role.SECRETARIAT.label)


def may_deal(actor: Actor, peer: Peer) -> Refusal | None:
    """With a member's own node, and on it with the node of its network, the member's speaking seats deal themselves."""
    if actor == CONSOLE or not is_node(peer):
        return may_exchange(actor)
    if not peer.is_home and actor.member != peer.code:
        return not_yours(Role.FOCAL_POINT.label)
    return speaks_for_member(actor.role, actor.member)


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
    may = may_exchange(actor) if replaced is None else may_deal(actor, replaced.peer)
    if refusal := may or _is_news(introduction, me, known):
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
    if refusal := may_deal(actor, peer):
        return refusal
    if peer.state != State.INTRODUCED:
        return Refusal(No.NOT_INTRODUCED)
    return is_heard(peer.fingerprint, said) or _is_fresh(actor)


def is_heard(fingerprint: str, said: str) -> Refusal | None:
    """Whether `said` are the last groups of the fingerprint, written in any way."""
    heard = "".join(letter for letter in said.lower() if letter.isalnum())
    return None if heard == "".join(fingerprint.split("-")[-SAID_ALOUD:]) else Refusal(No.OTHER_FINGERPRINT)


def may_describe(actor: Actor, peer: Peer, address: str) -> Refusal | None:
    return may_deal(actor, peer) or _goes_on(peer) or _is_address(address)


def may_set_topics(actor: Actor, peer: Peer) -> Refusal | None:
    """Only who is trusted is told of anything."""
    if refusal := may_deal(actor, peer):
        return refusal
    return None if peer.state == State.VERIFIED else Refusal(No.NOT_VERIFIED, {"name": peer.name})


def may_end(actor: Actor, peer: Peer, reason: str) -> Refusal | None:
    return may_deal(actor, peer) or _goes_on(peer) or _is_said(reason)


def may_revoke(actor: Actor, peer: Peer, key: PeerKey | None, reason: str) -> Refusal | None:
    """At once and by one person alone: what a stolen key signs must not come in while somebody looks for a second
    factor. The other side introduces itself anew."""
    if refusal := may_deal(actor, peer):
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


def goes_by_itself(peer: Peer) -> bool:
    """A sister network that is trusted and says where it is: what a formal act sends it, the clock hands over."""
    is_sister = peer.kind == Kind.NETWORK and not peer.is_home and not peer.is_demonstration
    return is_sister and peer.state == State.VERIFIED and bool(peer.address)


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


def is_node(peer: Peer) -> bool:
    """A member's own node; on one, the node of its network."""
    return peer.is_home or peer.kind == Kind.MEMBER


def invites(actor: Actor) -> bool:
    return bool(actor.member) and speaks_for_member(actor.role, actor.member) is None


def may_bring_answer(actor: Actor) -> Refusal | None:
    """The file itself opens the door; who brings it is a speaking seat, or serves the network."""
    return None if invites(actor) else may_exchange(actor)


def is_from(peer: Peer, bundle: Bundle) -> Refusal | None:
    return None if bundle.sender.fingerprint == peer.fingerprint else Refusal(No.OTHER_SENDER, {"name": peer.name})


def may_invite(actor: Actor, member: str, *, has_focal_point: bool) -> Refusal | None:
    """A member's own speaking seats invite it, by a formal act: nobody founds a node in its name."""
    if actor.member != member:
        return not_yours(Role.FOCAL_POINT.label)
    if refusal := speaks_for_member(actor.role, actor.member):
        return refusal
    if not has_focal_point:
        return Refusal(No.NO_FOCAL_POINT, {"member": member})
    return must_be_fresh(actor.is_fresh)


def may_accept(
    invitation: InvitationRow | None, acceptance: Acceptance, me: str, known: Peer | None, at: datetime
) -> Refusal | None:
    """The invitation itself opens the door, once, to the node of its member. `known` is the node that has the key
    already, or that the member has until it ends the exchange with it."""
    if invitation is None:
        return Refusal(No.INVITATION_UNKNOWN)
    if invitation.used_at is not None:
        return Refusal(No.INVITATION_USED)
    until = invitation.ended_at or invitation.expires_at
    if until <= at:
        return Refusal(No.INVITATION_OVER, {"until": rfc3339(until.replace(microsecond=0))})
    party = acceptance.party
    if (party.kind, party.code) != (SenderKind.MEMBER, invitation.member.code):
        return Refusal(No.INVITATION_FOR_OTHER, {"invited": invitation.member.code, "said": party.code})
    if party.fingerprint == me:
        return Refusal(No.OWN_NODE)
    if known is not None:
        return Refusal(No.KNOWN_ALREADY, {"name": known.name})
    return _is_address(acceptance.address)


def may_found(invitation: Invitation, member: str, said: str, at: datetime) -> Refusal | None:
    """`said` are the last groups of the fingerprint of the network's node, as somebody there read them out."""
    if invitation.member != member:
        return Refusal(No.INVITATION_FOR_OTHER, {"invited": invitation.member, "said": member})
    if invitation.has_expired(at):
        return Refusal(No.INVITATION_OVER, {"until": invitation.expires})
    has_focal_point = any(seat.role == Role.FOCAL_POINT for one in invitation.institutions for seat in one.seats)
    if not has_focal_point:
        return Refusal(No.NO_FOCAL_POINT, {"member": member})
    return is_heard(invitation.network.fingerprint, said) or _is_address(invitation.address)


# What each kind of node may bring. From sister networks other things come, which a person looks at first.
_FROM_MEMBER = frozenset({"position", "counts"})
_FROM_HOME = frozenset({"round", "dispositions"})


def kinds_from(peer: Peer) -> frozenset[str]:
    if peer.is_home:
        return _FROM_HOME
    return _FROM_MEMBER if peer.kind == Kind.MEMBER else frozenset()


def looks_after(actor: Actor) -> bool:
    return invites(actor) or may_exchange(actor) is None


def may_look(actor: Actor, alarm: Alarm, looks: Sequence[AlarmLook], said: str) -> Refusal | None:
    """Two persons: those who serve the network, and whoever speaks for a member. No one of them alone."""
    if not looks_after(actor):
        return not_yours(Role.FOCAL_POINT.label)
    if alarm.closed_at is not None:
        return Refusal(No.ALARM_CLOSED)
    if any(look.account == actor.account for look in looks):
        return Refusal(No.LOOKED_ALREADY)
    return None if said.strip() else Refusal(No.NOTHING_SAID)


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
