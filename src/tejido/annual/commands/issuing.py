"""A report is issued: a copy of everything that it says is sealed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.queries import day_of
from tejido.web.languages import filled

from .. import rules
from ..letters import tell_of_issue
from ..models import Issue, Report
from ..names import Act
from ..queries import compose, issues_of, report_data
from .writing import locked


@transaction.atomic
def issue_report(*, actor: Actor, report: Report, seen: str, reason: Mapping[str, str], at: datetime) -> Issue:
    """Keeps a copy of the report exactly as it was read (`seen` is its digest) and writes to the members. A later issue
    says what it corrects, and takes the place of the one before it, which stays to be read."""
    row = locked(actor, report.key)
    found = compose(row, at)
    ask(rules.is_time_to_issue(actor, row, day_of(at), waiting=len(found.waiting)))
    data = report_data(found)
    digest, earlier = canonical_digest(data), issues_of(row)
    ask(rules.may_issue(actor, seen, digest, earlier[-1].digest if earlier else None, reason))
    made = Issue.objects.create(
        report=row, number=len(earlier) + 1, data=data, digest=digest, audience=row.audience, at=at,
        office=actor.office, reason=filled(reason) if earlier else {},
    )  # fmt: skip  # one row of a table, read as one
    row.issues = made.number
    row.save(update_fields=["issues"])
    facts = {"number": made.number, "digest": digest, "audience": row.audience}
    write_down(actor, Act.REPORT_ISSUED, row, at, facts, tree=NETWORK, details={"reason": made.reason})
    tell_of_issue(made, at)
    return made
