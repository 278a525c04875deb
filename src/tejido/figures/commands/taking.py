"""Counts that a member released to others on its own node, as its node tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..lines import heaps_told, published, sums_of
from ..models import Publication
from ..names import Act
from .writing import write_figures


@dataclass(frozen=True, slots=True)
class SaidCounts:
    """A publication as it was released; `digest` is what was signed."""

    year: int
    audience: str
    keep: Sequence[str]
    groups: Sequence[Mapping[str, Any]]
    covers: Mapping[str, Any]
    targets: Sequence[Mapping[str, Any]]
    digest: str


@transaction.atomic
def take_counts(
    *, actor: Actor, node: str, member: Member, said: SaidCounts, editions: Mapping[str, str], at: datetime
) -> Publication | None:
    """The member shows these counts here as it does on its own node, joined as they were released. `node` is the
    fingerprint of the key that signed; `editions` leads from the keys told to those of the same editions here. None
    where exactly this is shown already.

    Refused to who does not keep what the member shows, for other counts than were signed, and where a group is too
    small to be told.
    """
    locked = Member.objects.select_for_update().get(key=member.key)
    row = _row(locked, said)
    digest = canonical_digest(published(row, locked.code))
    standing = Publication.objects.filter(member=locked, year=said.year, audience=said.audience, ended_at=None).first()
    if standing is not None and standing.digest == digest == said.digest:
        return None
    ask(rules.are_told(said.groups))
    has = bool(said.groups)
    ask(rules.may_publish(actor, locked.code, digest=digest, seen=said.digest, has_counts=has, standing=standing))
    if standing is not None:
        standing.ended_at = at
        standing.save(update_fields=["ended_at"])
    row.digest, row.at, row.office = digest, at, actor.office
    row.save(force_insert=True)
    heaps = heaps_told(said.groups, editions)
    write_figures(sums_of(heaps, said.keep), year=said.year, publication=row)
    facts = {"year": row.year, "audience": str(row.audience), "digest": digest, "node": node}
    write_down(actor, Act.PUBLISHED, row, at, facts, tree=NETWORK)
    return row


def _row(member: Member, said: SaidCounts) -> Publication:
    return Publication(
        member=member, year=said.year, audience=said.audience, keep=list(said.keep), groups=list(said.groups),
        covers=dict(said.covers), targets=list(said.targets),
    )  # fmt: skip  # one row of a table, read as one
