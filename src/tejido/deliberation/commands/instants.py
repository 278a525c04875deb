"""From what a person typed to an instant, or to the refusal that says why not."""

from datetime import datetime

from tejido.engine.procedure import Deadline, DeadlineProblem, deadline_from_local
from tejido.ledger.refusals import Refusal, Refused

from ..names import No

_CODES = {
    DeadlineProblem.UNKNOWN_ZONE: No.UNKNOWN_ZONE,
    DeadlineProblem.DOES_NOT_EXIST: No.NO_SUCH_TIME,
    DeadlineProblem.AMBIGUOUS: No.TWO_SUCH_TIMES,
}


def deadline_from(local: datetime, zone: str, now: datetime) -> Deadline:
    """The deadline of a local date and time in a named zone. Refused when past, unknown, skipped or doubled."""
    found = deadline_from_local(local, zone, now)
    if isinstance(found, Deadline):
        return found
    raise Refused(_refusal(found, local, zone))


def _refusal(problem: DeadlineProblem, local: datetime, zone: str) -> Refusal:
    if code := _CODES.get(problem):
        return Refusal(code, {"zone": zone, "local": f"{local:%Y-%m-%d %H:%M}"})
    return Refusal(No.DEADLINE_PAST, {"deadline": f"{local:%Y-%m-%d %H:%M} ({zone})"})
