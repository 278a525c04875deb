"""Making a bundle: what is chosen is gathered, signed and kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from tejido.engine.exchange import (
    BUNDLE_LIMIT,
    PUBLIC,
    Bundle,
    Content,
    SeenHead,
    SentHead,
    bundle_digest,
    channel_of,
    write_bundle,
)
from tejido.engine.proof import rfc3339, signed_head_from_data
from tejido.ledger.actors import Actor
from tejido.ledger.commands import sign_tree, write_down
from tejido.ledger.keys import new_key
from tejido.ledger.names import NETWORK
from tejido.ledger.queries import consistency_of
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..kinds import KINDS
from ..models import Parcel, Peer
from ..names import Act, Direction, No, Standing
from ..queries import head_sent_before, last_sent, newest_heads, own_party

DAYS = 90
"""For how long a bundle is good unless somebody says otherwise."""
Pick = tuple[str, str]


@transaction.atomic
def make_bundle(
    *, actor: Actor, peer: Peer | None, picks: Sequence[Pick], at: datetime, days: int = DAYS,
    is_demonstration: bool = False,
) -> Parcel:  # fmt: skip  # one act, read as one
    """A signed bundle of what is chosen, (kind, name) each: for one peer, or without one for everybody.

    It is the next in the sequence of exactly this audience. Only a bundle for one peer tells of the ledger: with the
    proof that it goes on from where the bundle before it stood.
    """
    row = Peer.objects.select_for_update().get(key=peer.key) if peer else None
    ask(rules.may_make(actor, row, picks))
    contents = tuple(_gathered(actor, row, pick, at) for pick in dict.fromkeys(picks))
    moment = at.replace(microsecond=0)
    audience = (row.fingerprint,) if row else (PUBLIC,)
    before = last_sent(channel_of(audience))
    bundle = Bundle(
        id=new_key(), sender=own_party(), audience=audience, sequence=before.sequence + 1 if before else 1,
        previous=before.digest if before else "", made=rfc3339(moment),
        expires=rfc3339(moment + timedelta(days=days)), contents=contents,
        heads=(_head(row, before, at),) if row else (), seen=_seen() if row else (),
    )  # fmt: skip  # one value
    raw = write_bundle(bundle, settings.LEDGER_KEY)
    if len(raw) > BUNDLE_LIMIT:
        raise Refused(Refusal(No.TOO_LARGE, {"limit": BUNDLE_LIMIT // 2**20}))
    parcel = _kept(actor, row, bundle, raw, at, is_demonstration=is_demonstration)
    facts = {"digest": parcel.digest, "sequence": parcel.sequence, "audience": list(audience)}
    write_down(actor, Act.BUNDLE_MADE, parcel, at, {**facts, "contents": parcel.contents}, tree=NETWORK)
    return parcel


def _gathered(actor: Actor, peer: Peer | None, pick: Pick, at: datetime) -> Content:
    kind, name = pick
    try:
        return KINDS[kind].gather(actor, peer, name, at)
    except (KeyError, ObjectDoesNotExist) as problem:
        raise Refused(Refusal(No.NOT_OFFERED, {"name": name})) from problem


def _head(peer: Peer, before: Parcel | None, at: datetime) -> SentHead:
    """The head of the network's ledger, which every other node may know, and its proof from where they have it."""
    since = head_sent_before(before).get(NETWORK, 0) if before else 0
    signed = sign_tree(tree=NETWORK, handed_to=peer.code, at=at.replace(microsecond=0))
    return SentHead(signed, since, tuple(consistency_of(NETWORK, since, signed.head.size)) if since else ())


def _seen() -> tuple[SeenHead, ...]:
    """What other nodes told of their ledgers: whoever reads it compares it with what they told there."""
    return tuple(SeenHead(signed_head_from_data(row.data)) for row in newest_heads())


def listed(contents: Sequence[Content]) -> list[dict[str, object]]:
    """What a bundle holds, without the data."""
    return [{"kind": c.kind, "name": c.name, "version": c.version, "digest": c.digest} for c in contents]


def _kept(
    actor: Actor, peer: Peer | None, bundle: Bundle, raw: bytes, at: datetime, *, is_demonstration: bool
) -> Parcel:
    return Parcel.objects.create(
        peer=peer, direction=Direction.SENT, state=Standing.MADE, bundle=bundle.id, channel=bundle.channel,
        sequence=bundle.sequence, digest=bundle_digest(bundle), audience=list(bundle.audience),
        made=datetime.fromisoformat(bundle.made), expires=datetime.fromisoformat(bundle.expires),
        contents=listed(bundle.contents), raw=raw, size=len(raw), at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row
