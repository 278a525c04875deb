"""A bundle that came: judged, kept until somebody has looked at it, and taken in whole or not at all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.engine.exchange import (
    Bundle,
    Content,
    Known,
    Unfit,
    UnfitCode,
    bundle_digest,
    judge,
    judge_heads,
    read_bundle,
)
from tejido.engine.proof import fingerprint
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..kinds import KINDS, BadContent
from ..models import Item, Parcel, Peer
from ..names import ARRIVED, Act, Direction, No, Standing
from ..queries import addressed, key_for, known_of, peer_of
from ..refusals import sentence, told_of
from .heads import keep_heads, raise_alarm
from .lapsed import keep_lapsed
from .making import describe

MOST_REFUSED = 100
"""Refused bundles of one sender that are kept to be read."""


@transaction.atomic
def receive_bundle(*, actor: Actor, bundle: Bundle, raw: bytes, at: datetime) -> Parcel:
    """Judges a bundle that was read. What fits waits for somebody to look at it; what does not is kept with its reason
    and without the file. The same bundle again is the one that is here already. Of one that is over the number counts.
    """
    digest, peer = bundle_digest(bundle), _locked(peer_of(bundle.sender.key))
    if (here := _here(peer, bundle, digest)) is not None:
        return here
    unfit = judge(bundle, digest, _known(peer), addressed(bundle), at)
    parcel = Parcel(peer=peer, direction=Direction.RECEIVED, at=at, office=actor.office)
    describe(parcel, bundle, digest, len(raw))
    if peer is not None and unfit is not None and unfit.code == UnfitCode.EXPIRED:
        return keep_lapsed(actor, peer, parcel, bundle, unfit, at)
    if unfit is None:
        parcel.state, parcel.raw = Standing.WAITING, raw
    else:
        parcel.state, parcel.refusal, parcel.told = Standing.REFUSED, unfit.code.value, told_of(unfit)
    parcel.save(force_insert=True)
    if unfit is not None:
        _refused(peer, parcel, unfit, at)
    return parcel


def _here(peer: Peer | None, bundle: Bundle, digest: str) -> Parcel | None:
    rows = Parcel.objects.filter(direction=Direction.RECEIVED, state__in=ARRIVED)
    return rows.filter(peer=peer, bundle=bundle.id, digest=digest).first() if peer else None


def _known(peer: Peer | None) -> Known | None:
    return known_of(peer, frozenset(KINDS)) if peer else None


def _refused(peer: Peer | None, parcel: Parcel, unfit: Unfit, at: datetime) -> None:
    """An alarm stays; of other refusals the latest are kept, so that nobody fills the disk with them."""
    if peer is not None and unfit.code.is_alarm:
        raise_alarm(peer=peer, parcel=parcel, code=unfit.code.value, tree=NETWORK, told=told_of(unfit), at=at)
        return
    rows = Parcel.objects.filter(peer=peer, direction=Direction.RECEIVED, state=Standing.REFUSED, office=parcel.office)
    old = rows.exclude(refusal__in=[code.value for code in UnfitCode if code.is_alarm]).order_by("-at", "-key")
    Parcel.objects.filter(key__in=[row.key for row in old[MOST_REFUSED:]]).delete()


@transaction.atomic
def take_bundle(*, actor: Actor, parcel: Parcel, at: datetime) -> Parcel:
    """Everything in the bundle, or nothing of it. It is judged again: meanwhile a key may have been revoked, or another
    bundle have come."""
    peer = _locked(parcel.peer)
    row = Parcel.objects.select_for_update().get(key=parcel.key)
    ask(rules.may_take(actor, row))
    bundle = read_bundle(bytes(row.raw))
    unfit = judge(bundle, row.digest, _known(peer), addressed(bundle), at)
    if peer is None or unfit is not None:
        raise Refused(Refusal(No.UNFIT, {"why": _why(unfit)}))
    for content in bundle.contents:
        _take(actor, peer, row, content, at)
    keep_heads(peer, row, bundle, at)
    Parcel.objects.filter(key=row.key).update(state=Standing.TAKEN, done_at=at, done_office=actor.office)
    facts = {"digest": row.digest, "sequence": row.sequence, "sender": bundle.sender.fingerprint}
    write_down(actor, Act.BUNDLE_TAKEN, row, at, {**facts, "contents": row.contents}, tree=NETWORK)
    return Parcel.objects.get(key=row.key)


def _why(unfit: Unfit | None) -> str:
    return sentence(unfit.code.value, told_of(unfit)) if unfit else ""


def _take(actor: Actor, peer: Peer, parcel: Parcel, content: Content, at: datetime) -> None:
    """What has the digest of what is here changes nothing."""
    item = Item.objects.filter(peer=peer, kind=content.kind, name=content.name).first()
    if item is not None and item.digest == content.digest:
        Item.objects.filter(key=item.key).update(version=content.version)
        return
    try:
        facts = KINDS[content.kind].take(actor, peer, content, at)
    except BadContent as problem:
        raise Refused(Refusal(No.BAD_CONTENT, {"where": f"{content.kind}, {problem.where}"})) from problem
    _keep(peer, parcel, content, facts, at)


def _keep(peer: Peer, parcel: Parcel, content: Content, facts: Mapping[str, Any], at: datetime) -> None:
    object = str(facts.get("object", ""))
    values = {
        "version": content.version, "digest": content.digest, "object": object, "parcel": parcel, "at": at,
        "data": {} if object else content.data,
    }  # fmt: skip  # one row
    Item.objects.update_or_create(peer=peer, kind=content.kind, name=content.name, defaults=values)


@transaction.atomic
def decline_bundle(*, actor: Actor, parcel: Parcel, reason: str, at: datetime) -> None:
    """Nothing of it is taken in. It counts in the sequence, and what it says of ledgers is kept, so that the next ones
    can be: those are proved from it."""
    peer = _locked(parcel.peer)
    row = Parcel.objects.select_for_update().get(key=parcel.key)
    ask(rules.may_decline(actor, row, reason))
    _heads_of(peer, row, read_bundle(bytes(row.raw)), at)
    said = {"reason": reason.strip()}
    Parcel.objects.filter(key=row.key).update(
        state=Standing.DECLINED, done_at=at, done_office=actor.office, told=said, raw=b""
    )
    write_down(actor, Act.BUNDLE_DECLINED, row, at, {"digest": row.digest}, tree=NETWORK, details=said)


def _heads_of(peer: Peer | None, row: Parcel, bundle: Bundle, at: datetime) -> None:
    """Of a key that was revoked meanwhile nothing is kept."""
    known, key = _known(peer), key_for(fingerprint(bundle.sender.key))
    if peer is None or known is None or key is None or key.revoked_at is not None:
        return
    unfit = judge_heads(bundle, known)
    if unfit is None:
        keep_heads(peer, row, bundle, at)
    elif unfit.code.is_alarm:
        raise_alarm(peer=peer, parcel=row, code=unfit.code.value, tree=NETWORK, told=told_of(unfit), at=at)


def _locked(peer: Peer | None) -> Peer | None:
    return Peer.objects.select_for_update(of=("self",)).select_related("body").get(key=peer.key) if peer else None
