"""Counts of trainers, released by a school to its member, shown further by the member, and taken back."""

from datetime import datetime

from django.db import transaction

from tejido.adaptation.names import Audience
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.records.rules import may_enter
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..lines import counted, leaves_of
from ..models import Release
from ..names import Act, K
from ..queries import lineage_of


@transaction.atomic
def release_trainer_counts(*, actor: Actor, space: Body, year: int, at: datetime) -> Release:
    """The trainers first authorised in a year, in groups of five at least, for the seats of the member. What was
    released of the year before and taken back is the same again."""
    doer = capacity(actor, space)
    row = Release.objects.select_for_update().filter(space=space, year=year).first()
    cells: dict[tuple[str, str], int] = {}
    if row is None and may_enter(doer) is None:
        found = lineage_of(space)
        cells = counted(found.steps, found.taught, year)
    persons = K if row is not None else sum(cells.values())
    ask(rules.may_release(actor, doer, year, at.date(), persons, row))
    if row is None:
        leaves = leaves_of(cells)
        row = Release(
            space=space, year=year, leaves=leaves, digest=canonical_digest(leaves), at=at, office=actor.office
        )
    row.audience = Audience.MEMBER
    row.save()
    _write(actor, Act.COUNTS_RELEASED, row, at)
    return row


@transaction.atomic
def show_trainer_counts(*, actor: Actor, release: Release, audience: str, at: datetime) -> None:
    """What a school of the member released, for the seats of the network or for everybody."""
    row = _locked(release)
    ask(rules.may_show(actor, row, audience))
    row.audience = audience
    row.save(update_fields=["audience"])
    _write(actor, Act.COUNTS_RELEASED, row, at)


@transaction.atomic
def withdraw_trainer_counts(*, actor: Actor, release: Release, at: datetime) -> None:
    """From now on it is shown to nobody outside the school. That it was released is kept."""
    row = _locked(release)
    ask(rules.may_take_back(actor, capacity(actor, row.space), row))
    row.audience = ""
    row.save(update_fields=["audience"])
    _write(actor, Act.COUNTS_WITHDRAWN, row, at)


def _locked(release: Release) -> Release:
    rows = Release.objects.select_for_update(of=("self",))
    return rows.select_related("space__member", "space__institution").get(key=release.key)


def _write(actor: Actor, act: Act, row: Release, at: datetime) -> None:
    """It stands in the ledger of the member, whose seats read it."""
    facts = {"year": row.year, "audience": row.audience, "digest": row.digest}
    member = row.space.member
    write_down(actor, act, row, at, facts, tree=tree_of(member.code if member else ""))
