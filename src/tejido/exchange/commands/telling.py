"""Telling a peer that something new waits for it, and hearing it from one."""

from collections.abc import Collection
from datetime import datetime
from secrets import token_hex

from django.db import transaction
from django.db.models import Max, QuerySet

from tejido.engine.exchange import OLDEST, UnfitCode, judge_telling
from tejido.engine.exchange import Telling as Said
from tejido.engine.proof import fingerprint
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..kinds.news import SOURCES
from ..models import Heard, Peer, PeerKey, Telling, Topic
from ..names import Act, End, State
from ..queries import key_for, own_fingerprint
from .due import try_soon

MOST_HEARD = 100
"""Of what one peer told, the last that are kept: nobody fills the disk with them."""


@transaction.atomic
def set_topics(*, actor: Actor, peer: Peer, kinds: Collection[str], at: datetime) -> None:
    """Of these kinds the peer is told from now on, and of no others. What waits of another kind is told no more."""
    row = Peer.objects.select_for_update().get(key=peer.key)
    ask(rules.may_set_topics(actor, row))
    standing = Topic.objects.filter(peer=row, until=None)
    before = set(standing.values_list("kind", flat=True))
    if before == set(kinds):
        return
    standing.exclude(kind__in=kinds).update(until=at)
    _waiting(row).exclude(kind__in=kinds).update(ended_at=at, end=End.STOPPED)
    new = sorted(set(kinds) - before)
    Topic.objects.bulk_create(Topic(peer=row, kind=kind, since=at, office=actor.office) for kind in new)
    write_down(actor, Act.TOPICS_SET, row, at, {"kinds": sorted(kinds)}, tree=NETWORK)


@transaction.atomic
def note_news(*, peer: Peer, at: datetime) -> int:
    """One row for each new thing that the peer wants to know of. Twice is once; what is told too late is given up."""
    row = Peer.objects.select_for_update().get(key=peer.key)
    _waiting(row).filter(at__lte=at - OLDEST).update(ended_at=at, end=End.GIVEN_UP)
    told = Telling.objects.filter(peer=row)
    last = told.aggregate(last=Max("sequence"))["last"] or 0
    found = [
        (topic.kind, name)
        for topic in Topic.objects.filter(peer=row, until=None)
        for name in SOURCES[topic.kind](row, topic.since, told.filter(kind=topic.kind).values("name"))
    ]
    Telling.objects.bulk_create(
        Telling(peer=row, kind=kind, name=name, sequence=number, nonce=token_hex(16), at=at)
        for number, (kind, name) in enumerate(found, last + 1)
    )
    return len(found)


def _waiting(peer: Peer) -> QuerySet[Telling]:
    return Telling.objects.filter(peer=peer, ended_at=None)


@transaction.atomic
def was_told(*, telling: Telling, at: datetime) -> None:
    """Saying it twice changes nothing."""
    Telling.objects.filter(key=telling.key, ended_at=None).update(ended_at=at, end=End.TOLD)


@transaction.atomic
def number_after(*, telling: Telling, last: int) -> Telling:
    """What waits for the peer gets numbers after `last`, which it has heard: the first thing the first one. The row of
    the telling as it is now."""
    peer = Peer.objects.select_for_update().get(key=telling.peer_id)
    rows = list(_waiting(peer).order_by("-sequence"))
    highest = Telling.objects.filter(peer=peer).aggregate(last=Max("sequence"))["last"] or 0
    for number, row in zip(range(max(last, highest) + len(rows), 0, -1), rows, strict=False):
        Telling.objects.filter(key=row.key).update(sequence=number)
    return Telling.objects.get(key=telling.key)


@transaction.atomic
def hear(*, said: Said, at: datetime) -> tuple[UnfitCode | None, int]:
    """Notes what a trusted node says; why not, otherwise. With it the highest number that was heard of its key before,
    zero for whom this node does not trust. Its signature was verified when it was read."""
    key = key_for(fingerprint(said.key))
    if key is None:
        return UnfitCode.UNKNOWN_KEY, 0
    peer = Peer.objects.select_for_update().get(key=key.peer_id)
    if unfit := _distrusted(peer, key):
        return unfit, 0
    rows = Heard.objects.filter(peer=peer, signer=key.fingerprint)
    last = rows.aggregate(last=Max("sequence"))["last"] or 0
    nonce = rows.filter(sequence=said.sequence).values_list("nonce", flat=True).first() or ""
    if unfit := judge_telling(said, own_fingerprint(), last, nonce, at):
        return unfit, last
    Heard.objects.create(
        peer=peer, kind=said.kind, name=said.name, signer=key.fingerprint, sequence=said.sequence, nonce=said.nonce,
        at=at,
    )  # fmt: skip  # one row
    kept = Heard.objects.filter(peer=peer).order_by("-at", "-sequence").values_list("key", flat=True)[:MOST_HEARD]
    Heard.objects.filter(peer=peer).exclude(key__in=list(kept)).delete()
    try_soon(peer=peer)  # who speaks can perhaps be asked
    return None, last


def _distrusted(peer: Peer, key: PeerKey) -> UnfitCode | None:
    if key.revoked_at is not None:
        return UnfitCode.REVOKED_KEY
    if key.until is not None:
        return UnfitCode.RETIRED_KEY
    if peer.state != State.VERIFIED:
        return UnfitCode.ENDED if peer.state == State.ENDED else UnfitCode.NOT_VERIFIED
    return None


@transaction.atomic
def has_looked(*, peer: Peer, up_to: datetime, at: datetime) -> None:
    """What the peer told up to this instant was fetched, as far as this node may fetch it."""
    Heard.objects.filter(peer=peer, at__lte=up_to, looked_at=None).update(looked_at=at)
