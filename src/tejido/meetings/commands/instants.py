"""From what a person typed to an instant, or to the refusal that says why not."""

from datetime import UTC, datetime

from tejido.engine.procedure import Deadline, DeadlineProblem, deadline_from_local
from tejido.ledger.refusals import Refusal, Refused

from ..names import No

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)  # a meeting of the past may be written down
_CODES = {
    DeadlineProblem.UNKNOWN_ZONE: No.UNKNOWN_ZONE,
    DeadlineProblem.DOES_NOT_EXIST: No.NO_SUCH_TIME,
    DeadlineProblem.AMBIGUOUS: No.TWO_SUCH_TIMES,
    DeadlineProblem.IN_THE_PAST: No.TIME_PAST,
}


def instant_from(local: datetime, zone: str, now: datetime = LONG_AGO) -> datetime:
    """The instant that is meant by a date and time on the clocks of a zone. Refused where the clocks skip or repeat
    it, where the zone is unknown, and where it is not after `now`."""
    found = deadline_from_local(local, zone, now)
    if isinstance(found, Deadline):
        return found.instant
    raise Refused(Refusal(_CODES[found], {"zone": zone, "local": f"{local:%Y-%m-%d %H:%M}"}))
