"""What a member shows to others of what its schools released."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.models import Member

from .. import rules
from ..lines import sums_of
from ..models import Publication
from ..names import Act, Audience
from ..queries.publishing import publication_of
from .writing import write_figures


@transaction.atomic
def publish_counts(
    *,
    actor: Actor,
    member: Member,
    year: int,
    audience: Audience,
    keep: Sequence[str],
    seen: str,
    at: datetime,
    with_targets: bool = False,
    is_demonstration: bool = False,
) -> Publication:
    """All that the schools of a member released of a year and that stands, told by `keep` to these readers. What was
    shown to them of this year before ends with it. `seen`: the digest of what the person had before them."""
    locked = Member.objects.select_for_update().get(key=member.key)
    row, heaps = publication_of(locked, year, audience, keep, with_targets=with_targets)
    standing = Publication.objects.filter(member=locked, year=year, audience=audience, ended_at=None).first()
    ask(rules.may_publish(actor, locked.code, digest=row.digest, seen=seen, has_counts=bool(heaps), standing=standing))
    if standing is not None:
        standing.ended_at = at
        standing.save(update_fields=["ended_at"])
    row.at, row.office, row.is_demonstration = at, actor.office, is_demonstration
    row.save(force_insert=True)
    write_figures(sums_of(heaps, keep), year=year, publication=row)
    _write(actor, Act.PUBLISHED, row, at)
    return row


@transaction.atomic
def hide_counts(*, actor: Actor, publication: Publication, at: datetime) -> None:
    """Nobody outside sees it any more. That it was shown, and its digest, are kept."""
    row = Publication.objects.select_for_update(of=("self",)).select_related("member").get(key=publication.key)
    ask(rules.may_end(actor, row))
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    _write(actor, Act.ENDED, row, at)


def _write(actor: Actor, act: Act, row: Publication, at: datetime) -> None:
    facts = {"year": row.year, "audience": str(row.audience), "digest": row.digest}
    write_down(actor, act, row, at, facts, tree=NETWORK)
