"""Released summaries: for those they were released to."""

from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor

from ..models import Admission, Summary
from ..names import Readers


def summaries_for(actor: Actor) -> list[Summary]:
    """Those that the actor may read now, the latest first. One query."""
    return [row for row in _to_network(actor).filter(withdrawn_at=None) if _reads(actor, row)]


def summary_for(actor: Actor, key: str) -> Summary:
    """One of them; for the seats that may open the analysis one that was withdrawn too. Summary.DoesNotExist."""
    row = _to_network(actor).get(key=key)
    if (row.withdrawn_at is None and _reads(actor, row)) or is_of(actor, row):
        return row
    raise Summary.DoesNotExist


def own_summaries(actor: Actor, analysis: str) -> list[Summary]:
    """What was released of an analysis, for whoever may open it."""
    return list(_to_network(actor).filter(analysis=analysis))


def is_of(actor: Actor, summary: Summary) -> bool:
    """Whether the actor's seat is admitted to the analysis that the summary was made of, be it destroyed meanwhile."""
    own = Admission.objects.filter(
        analysis=summary.analysis_id, seat=actor.seat or "-", mandate=actor.mandate or "-", ended_at=None
    )
    return own.exists()


def to_withdraw(actor: Actor, key: str) -> Summary:
    row = _to_network(actor).get(key=key)
    if is_of(actor, row):
        return row
    raise Summary.DoesNotExist


def _to_network(actor: Actor) -> QuerySet[Summary]:
    """Nothing of this is for the public."""
    rows = Summary.objects.select_related("member", "analysis")
    return rows.none() if actor.is_public else rows.filter(Q(readers=Readers.NETWORK) | Q(readers=Readers.MEMBERS))


def _reads(actor: Actor, row: Summary) -> bool:
    return row.readers == Readers.NETWORK or bool(actor.member and actor.member in row.codes)
