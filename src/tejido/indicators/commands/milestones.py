"""What an initiative is to reach: set, reached with evidence, or dropped with a reason."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.mechanisms.commands.writing import File, keep
from tejido.programmes.models import Initiative

from .. import rules
from ..models import Milestone
from ..names import Act


@transaction.atomic
def set_milestone(
    *,
    actor: Actor,
    initiative: Initiative,
    what: Mapping[str, str],
    by: date,
    at: datetime,
    is_demonstration: bool = False,
) -> Milestone:
    """What is to be reached, and by when."""
    member = initiative.member
    ask(rules.may_set(actor, member.code, what, initiative))
    row = Milestone.objects.create(
        member=member, initiative=initiative, what=dict(what), by=by, at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"initiative": initiative.key, "by": by.isoformat()}
    tree = tree_of(member.code)
    write_down(actor, Act.MILESTONE_SET, row, at, facts, tree=tree, details={"what": row.what})
    return row


@transaction.atomic
def reach_milestone(
    *,
    actor: Actor,
    milestone: Milestone,
    on: date,
    at: datetime,
    evidence: str = "",
    address: str = "",
    file: File | None = None,
) -> None:
    """Reached on a day; what shows it is kept with it."""
    row = _open(actor, milestone)
    ask(rules.has_evidence(evidence, address, has_file=file is not None))
    row.reached_on, row.reached_at, row.reached_office = on, at, actor.office
    row.evidence, row.address, row.paper = evidence.strip(), address, keep(row.member, file)
    row.save()
    details = {"evidence": row.evidence, "address": address, "paper": row.paper.digest if row.paper else ""}
    tree, facts = tree_of(row.member.code), {"on": on.isoformat()}
    write_down(actor, Act.MILESTONE_REACHED, row, at, facts, tree=tree, details=details)


@transaction.atomic
def drop_milestone(*, actor: Actor, milestone: Milestone, because: str, at: datetime) -> None:
    """It is no longer meant. It stays, with the reason."""
    row = _open(actor, milestone)
    row.dropped_at, row.dropped_because = at, because.strip()
    row.save(update_fields=["dropped_at", "dropped_because"])
    tree = tree_of(row.member.code)
    write_down(actor, Act.MILESTONE_DROPPED, row, at, {}, tree=tree, details={"because": row.dropped_because})


def _open(actor: Actor, milestone: Milestone) -> Milestone:
    row = Milestone.objects.select_for_update(of=("self",)).select_related("member").get(key=milestone.key)
    ask(rules.may_close(actor, row))
    return row
