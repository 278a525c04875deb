"""Bundles between a network's node and a member's own: made of what is new, and taken in one after the other."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tejido.engine.exchange import Bundle, Content, Unfit, UnfitCode, bundle_digest, judge
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refused

from ..kinds import OF_NODES, BadContent
from ..models import Parcel, Peer
from ..names import Act, Direction, Standing
from ..queries import addressed, key_for, known_of
from ..refusals import told_of
from ..rules import kinds_from
from .heads import keep_heads, raise_alarm
from .lapsed import keep_lapsed
from .making import describe, sign_next

GOOD_FOR = timedelta(days=180)  # a node may be without a line for months


@transaction.atomic
def make_parcel(*, actor: Actor, peer: Peer, contents: Sequence[Content], at: datetime) -> Parcel:
    """The next bundle for this peer alone. It waits until the peer has it."""
    row = Peer.objects.select_for_update().get(key=peer.key)
    return sign_next(actor, row, tuple(contents), at, GOOD_FOR)


@transaction.atomic
def is_delivered(*, parcel: Parcel, told: dict[str, Any], at: datetime) -> None:
    """The peer has it, and said what became of it. Saying it twice changes nothing."""
    state = Standing.LAPSED if told.get("state") == Standing.LAPSED else Standing.DELIVERED
    Parcel.objects.filter(key=parcel.key, state=Standing.MADE).update(state=state, told=told, done_at=at)


@transaction.atomic
def lapse(*, parcel: Parcel, at: datetime) -> None:
    """The peer gets it now, and it is over: its number counts, and what it holds is made into a new one."""
    over = Parcel.objects.filter(key=parcel.key, state=Standing.MADE, expires__lte=at)
    over.update(state=Standing.LAPSED, done_at=at)


@transaction.atomic
def are_delivered(*, peer: Peer, up_to: int, at: datetime) -> None:
    """The peer asks for the bundle after this number, so it has all before it."""
    rows = Parcel.objects.filter(peer=peer, direction=Direction.SENT, state=Standing.MADE, sequence__lte=up_to)
    rows.update(state=Standing.DELIVERED, done_at=at)


@transaction.atomic
def receive_parcel(*, actor: Actor, bundle: Bundle, raw: bytes, at: datetime) -> Parcel:
    """Takes a bundle of a member's node, or of the network's node, in; or keeps why not. The same bundle again is the
    parcel that is here. What of its contents is refused is told with its reason and keeps nothing else out. Of one that
    is over nothing is taken in; its number counts."""
    key = key_for(bundle.sender.fingerprint)
    peer = Peer.objects.select_for_update().get(key=key.peer_id) if key else None
    known = known_of(peer, kinds_from(peer)) if peer else None
    digest = bundle_digest(bundle)
    unfit = judge(bundle, digest, known, addressed(bundle), at)
    if unfit is not None and unfit.code == UnfitCode.TAKEN:
        return Parcel.objects.get(peer=peer, bundle=bundle.id, state__in=(Standing.TAKEN, Standing.LAPSED))
    parcel = Parcel(peer=peer, direction=Direction.RECEIVED, state=Standing.TAKEN, at=at, office=actor.office)
    parcel.raw = raw
    describe(parcel, bundle, digest, len(raw))
    if peer is not None and unfit is not None and unfit.code == UnfitCode.EXPIRED:
        return keep_lapsed(actor, peer, parcel, bundle, unfit, at)
    if unfit is not None or peer is None:
        return _refused(actor, parcel, unfit or Unfit(UnfitCode.UNKNOWN_KEY), at)
    parcel.done_at, parcel.done_office = at, actor.office
    parcel.told = {"contents": [_taken(actor, peer, content, at) for content in bundle.contents]}
    parcel.save(force_insert=True)
    keep_heads(peer, parcel, bundle, at)
    facts = {"peer": peer.fingerprint, "sequence": bundle.sequence, "digest": digest}
    write_down(actor, Act.BUNDLE_TAKEN, parcel, at, facts, tree=NETWORK)
    return parcel


def _taken(actor: Actor, peer: Peer, content: Content, at: datetime) -> dict[str, str]:
    """What became of one content: its refusal is empty where it stands here now."""
    told = {"kind": content.kind, "name": content.name, "refusal": "", "sentence": ""}
    try:
        with transaction.atomic():
            OF_NODES[content.kind].take(actor, peer, content, at)
    except Refused as problem:
        told.update(refusal=str(problem.refusal.code), sentence=problem.refusal.sentence)
    except BadContent as problem:
        told.update(refusal="bad_content", sentence=problem.where)
    return told


def _refused(actor: Actor, parcel: Parcel, unfit: Unfit, at: datetime) -> Parcel:
    """Kept once, and only of nodes that are known here: strangers could fill the ledger."""
    parcel.state, parcel.raw, parcel.refusal = Standing.REFUSED, b"", unfit.code.value
    parcel.told = told_of(unfit)
    same = Parcel.objects.filter(peer=parcel.peer, digest=parcel.digest, refusal=parcel.refusal)
    if parcel.peer is None or same.exists():
        return parcel
    parcel.save(force_insert=True)
    if unfit.code.is_alarm:
        raise_alarm(peer=parcel.peer, parcel=parcel, code=unfit.code.value, tree=NETWORK, told=parcel.told, at=at)
    facts = {"peer": parcel.peer.fingerprint, "refusal": parcel.refusal}
    write_down(actor, Act.BUNDLE_REFUSED, parcel, at, facts, tree=NETWORK)
    return parcel
