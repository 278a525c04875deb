"""Deadlines: an instant, and the zone on whose clocks people read it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .acts import utc
from .names import MINIMUM_SILENCE, DeadlineProblem, SilenceProblem


@dataclass(frozen=True, slots=True)
class Deadline:
    """`instant` is aware and in UTC, `zone` an IANA name such as "America/Asuncion"."""

    instant: datetime
    zone: str

    def local(self) -> datetime:
        """The instant on the clocks of the zone, by the zone database of this machine."""
        return self.instant.astimezone(ZoneInfo(self.zone))


def deadline_from_local(local: datetime, zone: str, now: datetime) -> Deadline | DeadlineProblem:
    """The deadline that a person means by a date and time on the clocks of a zone.

    `local` is naive, `now` aware; ValueError otherwise. A time skipped or repeated by a change of the clocks is a
    problem to be asked about, never guessed: an hour decides whether an objection is late.
    """
    if local.tzinfo is not None:
        raise ValueError("a local time has no zone of its own")
    try:
        clocks = ZoneInfo(zone)
        instants = _instants(local, clocks)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # an empty, absolute or directory name raises the last two
        return DeadlineProblem.UNKNOWN_ZONE
    except OverflowError:  # within a day of the first or last date that a datetime holds
        return DeadlineProblem.DOES_NOT_EXIST
    if len(instants) != 1:
        return DeadlineProblem.AMBIGUOUS if instants else DeadlineProblem.DOES_NOT_EXIST
    instant = instants.pop()
    return Deadline(instant, zone) if instant > utc(now) else DeadlineProblem.IN_THE_PAST


def _instants(local: datetime, clocks: ZoneInfo) -> set[datetime]:
    """The instants at which the clocks show the local time: none in a gap, two in a fold."""
    meant = (local.replace(tzinfo=clocks, fold=fold).astimezone(UTC) for fold in (0, 1))
    return {instant for instant in meant if instant.astimezone(clocks).replace(tzinfo=None) == local.replace(fold=0)}


def silence_deadline_problem(
    opened_at: datetime, deadline: datetime, minimum: timedelta = MINIMUM_SILENCE
) -> SilenceProblem | None:
    """Whether a silence leaves every capital the minimum of elapsed time, whatever the clocks do meanwhile."""
    return None if utc(deadline) - utc(opened_at) >= minimum else SilenceProblem.TOO_SHORT
