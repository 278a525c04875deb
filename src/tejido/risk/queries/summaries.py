"""Released summaries: for those they were released to."""

from datetime import datetime

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor

from .. import rules
from ..models import Admission, Summary
from ..names import Readers


def summaries_for(actor: Actor, at: datetime) -> list[Summary]:
    """Those that the actor may read now, the latest first. Two queries, or one."""
    rows = list(_to_network(actor).filter(withdrawn_at=None))
    left = {row.key for row in _left_to(actor, rows, at)}
    return [row for row in rows if _reads(actor, row) or row.key in left]


def summary_for(actor: Actor, key: str, at: datetime) -> Summary:
    """One of them; for those who may withdraw it one that was withdrawn too. Summary.DoesNotExist."""
    row = _to_network(actor).get(key=key)
    if (row.withdrawn_at is None and _reads(actor, row)) or is_of(actor, row, at):
        return row
    raise Summary.DoesNotExist


def own_summaries(actor: Actor, analysis: str) -> list[Summary]:
    """What was released of an analysis, for whoever may open it."""
    return list(_to_network(actor).filter(analysis=analysis))


def is_of(actor: Actor, summary: Summary, at: datetime) -> bool:
    """Whether the actor's seat is admitted to the analysis that the summary was made of, be it destroyed meanwhile; or
    keeps what is left of it."""
    own = Admission.objects.filter(
        analysis=summary.analysis_id, seat=actor.seat or "-", mandate=actor.mandate or "-", ended_at=None
    )
    return own.exists() or bool(_left_to(actor, [summary], at))


def to_withdraw(actor: Actor, key: str, at: datetime) -> Summary:
    row = _to_network(actor).get(key=key)
    if is_of(actor, row, at):
        return row
    raise Summary.DoesNotExist


def _to_network(actor: Actor) -> QuerySet[Summary]:
    """Nothing of this is for the public."""
    rows = Summary.objects.select_related("member", "analysis")
    return rows.none() if actor.is_public else rows.filter(Q(readers=Readers.NETWORK) | Q(readers=Readers.MEMBERS))


def _reads(actor: Actor, row: Summary) -> bool:
    return row.readers == Readers.NETWORK or bool(actor.member and actor.member in row.codes)


def _left_to(actor: Actor, rows: list[Summary], at: datetime) -> list[Summary]:
    """Those of an analysis that is destroyed and that nobody has any more, for the keepers of their member."""
    own = [row for row in rows if rules.may_inherit(actor, row)]
    if not own:
        return []
    standing = Admission.objects.filter(analysis__in=[row.analysis_id for row in own], ended_at=None)
    held = {row.analysis_id for row in standing.select_related("mandate") if row.is_valid_at(at)}
    return [row for row in own if row.analysis_id not in held]
