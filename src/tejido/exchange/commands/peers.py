"""Getting to know another node, trusting it, and trusting it no more."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.exchange import Introduction
from tejido.engine.proof import fingerprint, to_text
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.commands import act_through_node, give_up_node
from tejido.registry.models import Member, Party

from .. import rules
from ..models import Peer, PeerKey
from ..names import Act, Kind, State
from ..queries import key_for, own_fingerprint
from .due import try_soon


@transaction.atomic
def introduce_peer(*, actor: Actor, introduction: Introduction, at: datetime, is_demonstration: bool = False) -> Peer:
    """A node whose introduction was read. Nothing of it is taken in before somebody compared its fingerprint.

    One with which the exchange had ended begins anew, with the history that it has here.
    """
    party = introduction.party
    known = key_for(party.fingerprint)
    row = Peer.objects.select_for_update().filter(kind=party.kind.value, code=party.code).first()
    ask(rules.may_introduce(actor, introduction, own_fingerprint(), known, row))
    values = {
        "name": party.name, "fingerprint": party.fingerprint, "address": introduction.address, "at": at,
        "office": actor.office, "state": State.INTRODUCED, "ended_at": None, "reason": "", "verified_at": None,
        "verified_office": "", "is_demonstration": is_demonstration,
    }  # fmt: skip  # one row
    peer, _is_new = Peer.objects.update_or_create(kind=party.kind.value, code=party.code, defaults=values)
    PeerKey.objects.filter(peer=peer, until=None, revoked_at=None).exclude(fingerprint=party.fingerprint).update(
        until=at
    )
    if known is None:
        _enter_key(peer, introduction, at)
    write_down(actor, Act.PEER_INTRODUCED, peer, at, {"fingerprint": peer.fingerprint}, tree=NETWORK)
    return peer


@transaction.atomic
def verify_peer(*, actor: Actor, peer: Peer, said: str, at: datetime) -> None:
    """Somebody of the other side read out the last groups of its fingerprint, over another way than the file came. A
    member that verifies its own node prepares its positions there from now on."""
    row = _locked(peer)
    ask(rules.may_verify(actor, row, said))
    Peer.objects.filter(key=row.key).update(state=State.VERIFIED, verified_at=at, verified_office=actor.office)
    write_down(actor, Act.PEER_VERIFIED, row, at, {"fingerprint": row.fingerprint}, tree=NETWORK)
    if row.kind == Kind.MEMBER and actor.member == row.code:
        act_through_node(actor=actor, member=Member.objects.get(code=row.code), node=row.fingerprint, at=at)


@transaction.atomic
def succeed_peer(*, actor: Actor, introduction: Introduction, at: datetime) -> Peer:
    """The new key of a verified node, signed by its old one. The name and the address go with it."""
    replaced = key_for(fingerprint(introduction.replaced)) if introduction.replaced else None
    if replaced is not None:
        replaced.peer = _locked(replaced.peer)
    known = key_for(introduction.party.fingerprint)
    ask(rules.may_succeed(actor, introduction, own_fingerprint(), known, replaced))
    old, party = cast("PeerKey", replaced), introduction.party  # refused above where there is none
    PeerKey.objects.filter(key=old.key).update(until=at)
    _enter_key(old.peer, introduction, at)
    Peer.objects.filter(key=old.peer_id).update(
        fingerprint=party.fingerprint, name=party.name, address=introduction.address or old.peer.address
    )
    facts = {"fingerprint": party.fingerprint, "replaced": old.fingerprint}
    write_down(actor, Act.PEER_KEY_REPLACED, old.peer, at, facts, tree=NETWORK)
    for place in Party.objects.filter(node=old.fingerprint, until=None).select_related("member"):
        act_through_node(actor=actor, member=cast("Member", place.member), node=party.fingerprint, at=at)
    return Peer.objects.get(key=old.peer_id)


@transaction.atomic
def describe_peer(*, actor: Actor, peer: Peer, address: str, at: datetime) -> None:
    """Where the node is reached; nothing where bundles go by hand."""
    row = _locked(peer)
    origin = address.strip().rstrip("/")
    ask(rules.may_describe(actor, row, origin))
    Peer.objects.filter(key=row.key).update(address=origin)
    try_soon(peer=row)
    write_down(actor, Act.PEER_DESCRIBED, row, at, tree=NETWORK, details={"address": origin})


@transaction.atomic
def end_peer(*, actor: Actor, peer: Peer, reason: str, at: datetime) -> None:
    """Nothing is taken in from it any more, and nothing made for it. What came stays."""
    row = _locked(peer)
    ask(rules.may_end(actor, row, reason))
    Peer.objects.filter(key=row.key).update(state=State.ENDED, ended_at=at, reason=reason.strip())
    write_down(actor, Act.PEER_ENDED, row, at, tree=NETWORK, details={"reason": reason.strip()})
    _comes_back(actor, row, at)


@transaction.atomic
def revoke_peer_key(*, actor: Actor, peer: Peer, reason: str, at: datetime) -> None:
    """The key in use is in other hands, or lost: nothing that it signed comes in any more, whatever date it bears. The
    node has to introduce itself anew with another one."""
    row = _locked(peer)
    key = PeerKey.objects.filter(peer=row, until=None, revoked_at=None).first()
    ask(rules.may_revoke(actor, row, key, reason))
    revoked = cast("PeerKey", key)  # refused above where there is none
    PeerKey.objects.filter(key=revoked.key).update(revoked_at=at, reason=reason.strip())
    Peer.objects.filter(key=row.key).update(state=State.ENDED, ended_at=at, reason=reason.strip())
    facts = {"fingerprint": revoked.fingerprint}
    write_down(actor, Act.PEER_KEY_REVOKED, row, at, facts, tree=NETWORK, details={"reason": reason.strip()})
    _comes_back(actor, row, at)


def _comes_back(actor: Actor, peer: Peer, at: datetime) -> None:
    """A member whose node is trusted no more prepares its positions from its seats here again."""
    party = Party.objects.filter(node=peer.fingerprint, member__code=peer.code, until=None).first()
    if peer.kind == Kind.MEMBER and party is not None:
        give_up_node(actor=actor, party=party, at=at)


def _enter_key(peer: Peer, introduction: Introduction, at: datetime) -> None:
    party = introduction.party
    PeerKey.objects.create(peer=peer, public=to_text(party.key), fingerprint=party.fingerprint, since=at)


def _locked(peer: Peer) -> Peer:
    return Peer.objects.select_for_update().get(key=peer.key)
