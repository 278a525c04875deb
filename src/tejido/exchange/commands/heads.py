"""Heads of ledgers that go and come with bundles: told with proof of their growth, kept as they came, and laid beside
those that others were shown. What contradicts is an alarm that stays until two persons have looked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.engine.exchange import Bundle, SentHead
from tejido.engine.exchange import SeenHead as Told
from tejido.engine.proof import (
    Evidence,
    Sight,
    Sighting,
    SignedHead,
    from_text,
    lay_together,
    rfc3339,
    shows,
    signed_head_from_data,
    signed_head_to_data,
    verify_head,
    write_evidence,
)
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import sign_tree, write_down
from tejido.ledger.names import NETWORK, trees_known_to
from tejido.ledger.queries import consistency_of, keys_of_node, root_of, size_of
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Alarm, AlarmLook, Parcel, Peer, PeerKey, SeenHead
from ..names import Act, AlarmCode, Kind
from ..queries import handed_size, key_for, newest_heads, own_fingerprint

KEY_LENGTH = 32


def heads_for(peer: Peer, at: datetime) -> tuple[SentHead, ...]:
    """The heads of the ledgers that the peer may know, each proved from the one that it was given before. Of its
    private ledger a member's node tells nobody, not even the size."""
    trees = trees_known_to(peer.code) if peer.kind == Kind.MEMBER else [NETWORK]
    found = []
    for tree in trees:
        since = handed_size(peer, tree)
        signed = sign_tree(tree=tree, handed_to=peer.fingerprint, at=at)
        proof = tuple(consistency_of(tree, since, signed.head.size)) if since else ()
        found.append(SentHead(signed, since, proof))
    return tuple(found)


def seen_for(peer: Peer) -> tuple[Told, ...]:
    """What this node was shown: of the peer itself all, of others the ledger that all their readers know."""
    rows = [row for row in newest_heads() if row.peer_id == peer.key or row.tree == NETWORK]
    return tuple(Told(signed_head_from_data(row.data)) for row in rows)


def keep_heads(peer: Peer, parcel: Parcel, bundle: Bundle, at: datetime) -> None:
    """The heads that a bundle brings: the peer's own, which were judged with it, and what it was shown by others."""
    for sent in bundle.heads:
        _keep(peer, None, parcel, sent.signed, at)
    mine = keys_of_node(revoked=False)
    for seen in bundle.seen:
        signed = seen.signed
        if signed.head.key in mine:
            _stand_by(peer, parcel, signed, at)
        elif (key := key_for(signed.head.key)) is not None and verify_head(signed, _public(key)):
            _keep(key.peer, peer, parcel, signed, at)
            _lay_together(key, signed.head.tree, parcel, at)


def _public(key: PeerKey) -> bytes:
    return from_text(key.public, KEY_LENGTH)


def _keep(peer: Peer, told_by: Peer | None, parcel: Parcel, signed: SignedHead, at: datetime) -> None:
    """One row for each; what the peer itself tells counts more than that others told it before."""
    head = signed.head
    row, is_new = SeenHead.objects.get_or_create(
        peer=peer, tree=head.tree, size=head.size, root=head.root,
        defaults={"told_by": told_by, "parcel": parcel, "data": signed_head_to_data(signed), "at": at},
    )  # fmt: skip  # one row
    if told_by is None and not is_new:
        SeenHead.objects.filter(key=row.key).update(told_by=None)


def _stand_by(peer: Peer, parcel: Parcel, signed: SignedHead, at: datetime) -> None:
    """A head that this node's own key signed: its ledger has to contain it."""
    head = signed.head
    if not verify_head(signed, keys_of_node()[head.key]):
        return
    if head.size > size_of(head.tree):
        code = AlarmCode.OWN_CUT
    elif root_of(head.tree, head.size).hex() != head.root:
        code = AlarmCode.OWN_REWRITTEN
    else:
        return
    told = {"holder": peer.name, "size": head.size, "head": signed_head_to_data(signed)}
    raise_alarm(peer=None, parcel=parcel, code=code, tree=head.tree, told=told, at=at)


def _lay_together(key: PeerKey, tree: str, parcel: Parcel, at: datetime) -> None:
    """All that is known of one ledger of a third node, by whoever was shown it."""
    rows = SeenHead.objects.filter(peer=key.peer, tree=tree).select_related("told_by")
    sightings = [
        Sighting(row.told_by.name if row.told_by else own_fingerprint(), signed_head_from_data(row.data))
        for row in rows
        if row.data["key"] == key.fingerprint
    ]
    public = _public(key)
    for pair in lay_together(sightings, (), public):
        evidence = Evidence(public, pair.first, pair.second)
        if shows(evidence) in (Sight.SPLIT, Sight.WENT_BACK):
            told = {"evidence": write_evidence(evidence).decode(), "size": pair.second.signed.head.size}
            code = AlarmCode.SPLIT if pair.sight is Sight.SPLIT else AlarmCode.WENT_BACK
            raise_alarm(peer=key.peer, parcel=parcel, code=code, tree=tree, told=told, at=at)


def raise_alarm(
    *, peer: Peer | None, parcel: Parcel, code: str, tree: str, told: Mapping[str, Any], at: datetime
) -> Alarm:
    """Once for each ledger and kind, until two persons have looked at it. It is a line of the ledger as well."""
    open_ = Alarm.objects.filter(peer=peer, code=code, tree=tree, closed_at=None).first()
    if open_ is not None:
        return open_
    row = Alarm.objects.create(peer=peer, parcel=parcel, code=code, tree=tree, told=dict(told), at=at)
    facts = {"code": code, "tree": tree, "parcel": parcel.key, "at": rfc3339(at.replace(microsecond=0))}
    write_down(CLOCK, Act.EXCHANGE_ALARM, row, at, facts, tree=NETWORK)
    return row


@transaction.atomic
def look_at_alarm(*, actor: Actor, alarm: Alarm, said: str, at: datetime) -> AlarmLook:
    """A person has looked, and says what was done about it. With the second one the alarm is no longer shown at the
    top; it stays to be read."""
    row = Alarm.objects.select_for_update().get(key=alarm.key)
    looks = list(AlarmLook.objects.filter(alarm=row))
    ask(rules.may_look(actor, row, looks, said))
    look = AlarmLook.objects.create(alarm=row, account=actor.account, office=actor.office, said=said.strip(), at=at)
    if looks:
        Alarm.objects.filter(key=row.key).update(closed_at=at)
    facts = {"code": row.code, "tree": row.tree, "second": bool(looks)}
    write_down(actor, Act.ALARM_LOOKED_AT, row, at, facts, tree=NETWORK, details={"said": look.said})
    return look
