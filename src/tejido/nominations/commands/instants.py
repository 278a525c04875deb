"""From what a person typed to an instant, or to the refusal that says why not."""

from datetime import datetime

from tejido.engine.procedure import Deadline, DeadlineProblem, deadline_from_local
from tejido.ledger.refusals import Refusal, Refused

from ..names import No


def instant_from(local: datetime, zone: str, now: datetime) -> datetime:
    """The instant that is meant by a date and time on the clocks of a zone. Refused where the clocks skip or repeat it
    and where it is not after `now`."""
    found = deadline_from_local(local, zone, now)
    if isinstance(found, Deadline):
        return found.instant
    raise Refused(Refusal(No.DEADLINE_PAST if found is DeadlineProblem.IN_THE_PAST else No.NO_SUCH_DEADLINE))
