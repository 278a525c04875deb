"""“As of” a day. What that means is said here once, and nowhere else.

A day D of the register is the calendar day D in the network's zone. The register *as it stood on D* is the register at
the last instant of that day: what had begun by its end and had not ended by then. So who takes a seat in the morning of
D holds it on D, and who leaves it that morning does not. Facts with dates hold from `since` up to, not including,
`until`. All of it is told as known today: a correction entered later counts.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tejido.web.instants import clocks

from ..models import Network

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # what a page can be asked for
EARLIEST = date(1500, 1, 1)  # what can be entered: no institution here is older
_TICK = timedelta(microseconds=1)  # no finer instant is kept


def network_zone() -> tzinfo:
    """The clocks of the network; UTC where there is none yet."""
    return clocks(Network.objects.values_list("zone", flat=True).first() or "UTC")


def end_of(day: date, zone: tzinfo | None = None) -> datetime:
    """The last instant of a day on the clocks of a zone, the network's if none is given.

    Where the clocks skip midnight the day ends at the change; where they repeat it, at the first one.
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), zone or network_zone())
    return midnight.astimezone(UTC) - _TICK


def day_of(instant: datetime, zone: tzinfo | None = None) -> date:
    """The day of an instant on the clocks of a zone, the network's if none is given. One query then."""
    return instant.astimezone(zone or network_zone()).date()


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day for which a page is shown, the instant that stands for it, and the day it is today."""

    day: date
    instant: datetime
    today: date

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def is_future(self) -> bool:
        return self.day > self.today

    @property
    def query(self) -> str:
        """What an address carries so that one stays on that day while walking through the register."""
        return "" if self.is_today else f"?on={self.day.isoformat()}"


def as_of(day: date | None, now: datetime) -> AsOf:
    """The day that was asked for; today is now, and not the end of the day. One query."""
    zone = network_zone()
    today = day_of(now, zone)
    if day is None or day == today:
        return AsOf(today, now, today)
    return AsOf(day, end_of(day, zone), today)
