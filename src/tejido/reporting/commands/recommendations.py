"""Recommendations entered by hand, put right, assessed, and given to institutions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.keys import row_digest
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Institution, Member

from .. import rules
from ..models import Charge, Mark, Recommendation
from ..names import Act, Position, Status
from ..queries.known import hanging, known_to
from ..queries.standing import assessment_digest, charges_digest
from ..terms import marks_of
from .writing import FACTS, mark, write_down

_EMPTY: Mapping[str, Any] = {
    "body": "", "symbol": "", "paragraph": "", "external": "", "session": "", "day": "", "states": [], "texts": {},
    "themes": [], "groups": [], "targets": [], "position": Position.UNSTATED, "address": "", "cluster": "",
    "status": Status.OPEN,
}  # fmt: skip  # one row of a table, read as one


@transaction.atomic
def enter_recommendation(
    *, actor: Actor, member: Member, at: datetime, is_demonstration: bool = False, **values: Any
) -> Recommendation:
    """One that is entered by hand: `mechanism`, `texts` and what else is known of `FACTS`; `cluster` and `status` are
    the member's own. Refused where it is here already."""
    ask(rules.may_keep(actor, member.code))
    Member.objects.select_for_update().get(key=member.key)
    said = {**_EMPTY, **values}
    ask(rules.has_text(said["texts"].values()))
    found = known_to(member).find(marks_of(said), said["paragraph"])
    ask(rules.is_new([found] if found else [], (said["symbol"], said["paragraph"])))
    row = Recommendation.objects.create(
        member=member, at=at, office=actor.office, is_demonstration=is_demonstration, **said
    )
    mark(row)
    details = {name: said[name] for name in (*FACTS, "cluster")}
    write_down(actor, Act.RECOMMENDATION_ENTERED, row, member, at, {"mechanism": str(row.mechanism)}, details)
    return row


@transaction.atomic
def change_recommendation(
    *, actor: Actor, recommendation: Recommendation, seen: str, at: datetime, **values: Any
) -> None:
    """Puts right what is said of it at its source: any of `FACTS`. It is known again by what it says now. `seen` is the
    digest of what was looked at."""
    row = _locked(recommendation)
    ask(rules.may_keep(actor, row.member.code) or must_be_as_seen(row_digest(row, *FACTS), seen))
    for name in FACTS:
        setattr(row, name, values.get(name, getattr(row, name)))
    said = {name: getattr(row, name) for name in FACTS}
    ask(rules.has_text(said["texts"].values()))
    Mark.objects.filter(recommendation=row).delete()
    found = known_to(row.member).find(marks_of(said), row.paragraph)
    ask(rules.is_new([found] if found else [], (row.symbol, row.paragraph)))
    row.changed_at = at
    row.save(update_fields=[*FACTS, "changed_at"])
    mark(row)
    write_down(actor, Act.RECOMMENDATION_CHANGED, row, row.member, at, details=said)


@transaction.atomic
def assess_recommendation(
    *,
    actor: Actor,
    recommendation: Recommendation,
    status: str,
    cluster: str,
    assessment: Mapping[str, str],
    seen: str,
    at: datetime,
) -> None:
    """Where the member stands with it, in a word and in its own words. The seats of a charged institution say it too;
    where it belongs among others, who keeps the member's recommendations says. `seen` is the digest of what stood when
    the writer began: they do not write over one another."""
    row = _locked(recommendation)
    charged = set(Charge.objects.filter(recommendation=row).values_list("institution_id", flat=True))
    ask(rules.may_assess(actor, row.member.code, charged) or must_be_as_seen(assessment_digest(row), seen))
    if rules.may_keep(actor, row.member.code) is None:
        row.cluster = cluster.strip()
    row.status, row.assessment, row.assessed_at = status, dict(assessment), at
    row.save(update_fields=["status", "cluster", "assessment", "assessed_at"])
    details = {"assessment": row.assessment, "cluster": row.cluster}
    write_down(actor, Act.RECOMMENDATION_ASSESSED, row, row.member, at, {"status": str(status)}, details)


@transaction.atomic
def set_charges(
    *, actor: Actor, recommendation: Recommendation, charges: Mapping[str, str], seen: str, at: datetime
) -> None:
    """Which institutions are charged with it: the duty by the key of each. They take the place of those before, which
    `seen` is the digest of."""
    row = _locked(recommendation)
    ask(rules.may_keep(actor, row.member.code) or must_be_as_seen(charges_digest(row), seen))
    own = Institution.objects.filter(member=row.member, key__in=list(charges))
    ask(rules.is_of_member(row.member.code, set(charges), set(own.values_list("key", flat=True))))
    Charge.objects.filter(recommendation=row).delete()
    Charge.objects.bulk_create(
        Charge(recommendation=row, institution_id=key, duty=duty) for key, duty in charges.items()
    )
    facts = {"charges": [{"institution": key, "duty": str(duty)} for key, duty in sorted(charges.items())]}
    write_down(actor, Act.CHARGES_SET, row, row.member, at, facts)


@transaction.atomic
def remove_recommendation(*, actor: Actor, recommendation: Recommendation, at: datetime) -> None:
    """It was entered by mistake: gone, as long as nothing hangs on it. The line in the ledger stays."""
    row = _locked(recommendation)
    ask(rules.may_remove(actor, row.member.code, hangs=bool(hanging([row.key]))))
    write_down(actor, Act.RECOMMENDATION_REMOVED, row, row.member, at, details={"symbol": row.symbol})
    row.delete()


def _locked(recommendation: Recommendation) -> Recommendation:
    rows = Recommendation.objects.select_for_update(of=("self",)).select_related("member")
    return rows.get(key=recommendation.key)
