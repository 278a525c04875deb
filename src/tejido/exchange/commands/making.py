"""Making a bundle: what it holds is gathered, signed as the next one for its audience, and kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from tejido.engine.exchange import BUNDLE_LIMIT, PUBLIC, Bundle, Content, bundle_digest, channel_of, write_bundle
from tejido.engine.proof import rfc3339
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused, ask

from .. import rules
from ..kinds import KINDS
from ..models import Carried, Parcel, Peer
from ..names import Act, Direction, No, Standing
from ..queries import last_sent, own_party
from .heads import heads_for, seen_for

DAYS = 90
"""For how long a bundle is good unless somebody says otherwise."""
Pick = tuple[str, str]


@transaction.atomic
def make_bundle(
    *, actor: Actor, peer: Peer | None, picks: Sequence[Pick], at: datetime, days: int = DAYS,
    is_demonstration: bool = False,
) -> Parcel:  # fmt: skip  # one act, read as one
    """A signed bundle of what is chosen, (kind, name) each: for one peer, or without one for everybody."""
    row = Peer.objects.select_for_update().get(key=peer.key) if peer else None
    ask(rules.may_make(actor, row, picks))
    contents = tuple(_gathered(actor, row, pick, at) for pick in dict.fromkeys(picks))
    made = sign_next(actor, row, contents, at, timedelta(days=days), is_demonstration=is_demonstration)
    if made.size > BUNDLE_LIMIT:
        raise Refused(Refusal(No.TOO_LARGE, {"limit": BUNDLE_LIMIT // 2**20}))
    return made


def _gathered(actor: Actor, peer: Peer | None, pick: Pick, at: datetime) -> Content:
    kind, name = pick
    try:
        return KINDS[kind].gather(actor, peer, name, at)
    except (KeyError, ObjectDoesNotExist) as problem:
        raise Refused(Refusal(No.NOT_OFFERED, {"name": name})) from problem


def sign_next(
    actor: Actor, peer: Peer | None, contents: tuple[Content, ...], at: datetime, good_for: timedelta, *,
    is_demonstration: bool = False,
) -> Parcel:  # fmt: skip  # one bundle, read as one
    """The next bundle in the sequence of exactly this audience, kept and written down, in the caller's transaction. The
    peer's row is locked. Only a bundle for one peer tells of ledgers."""
    audience = (peer.fingerprint,) if peer else (PUBLIC,)
    before, moment = last_sent(channel_of(audience)), at.replace(microsecond=0)
    bundle = Bundle(
        id=new_key(), sender=own_party(), audience=audience, sequence=before.sequence + 1 if before else 1,
        previous=before.digest if before else "", made=rfc3339(moment), expires=rfc3339(moment + good_for),
        contents=contents, heads=heads_for(peer, moment) if peer else (), seen=seen_for(peer) if peer else (),
    )  # fmt: skip  # one value
    parcel = Parcel(
        peer=peer, direction=Direction.SENT, state=Standing.MADE, at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row
    parcel.raw = write_bundle(bundle, settings.LEDGER_KEY)
    describe(parcel, bundle, bundle_digest(bundle), len(parcel.raw))
    parcel.save(force_insert=True)
    Carried.objects.bulk_create(
        Carried(parcel=parcel, peer=peer, kind=one.kind, name=one.name, version=one.version) for one in contents
    )
    facts = {"digest": parcel.digest, "sequence": parcel.sequence, "audience": list(audience)}
    write_down(actor, Act.BUNDLE_MADE, parcel, at, {**facts, "contents": parcel.contents}, tree=NETWORK)
    return parcel


def describe(parcel: Parcel, bundle: Bundle, digest: str, size: int) -> None:
    """Writes into a row what can be told of a bundle without its data."""
    parcel.bundle, parcel.channel, parcel.sequence = bundle.id, bundle.channel, bundle.sequence
    parcel.digest, parcel.size, parcel.audience = digest, size, list(bundle.audience)
    parcel.made, parcel.expires = datetime.fromisoformat(bundle.made), datetime.fromisoformat(bundle.expires)
    parcel.contents = [
        {"kind": one.kind, "name": one.name, "version": one.version, "digest": one.digest} for one in bundle.contents
    ]
